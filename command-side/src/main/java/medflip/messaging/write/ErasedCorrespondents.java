package medflip.messaging.write;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.DataSubject;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.write.ConversationCommand.EraseCorrespondent;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.NumbersOf;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is behind the numbers of a person, and the texts with them. That they want none stays known: it is their wish.
 */
@Component
class ErasedCorrespondents implements Forgets {

    private final Histories histories;
    private final Conversations conversations;
    private final NumbersOf numbers;
    private final Commands commands;

    ErasedCorrespondents(Histories histories, Conversations conversations, NumbersOf numbers, Commands commands) {
        this.histories = histories;
        this.conversations = conversations;
        this.numbers = numbers;
        this.commands = commands;
    }

    @Override
    public String holds() {
        return "conversations";
    }

    @Override
    public Set<DataSubject> alsoKnownAs(DataSubject somebody) {
        return numbers.numbersOf(somebody).stream()
                .map(number -> conversations.with(somebody.tenantId(), number))
                .map(this::last)
                .filter(Objects::nonNull)
                .collect(Collectors.<DataSubject>toSet());
    }

    /** Who was behind the number last; they may be erased. */
    private @Nullable CorrespondentId last(ConversationId conversation) {
        CorrespondentId last = null;
        for (ConversationEvent event :
                histories.of(conversation, ConversationEvent.class).toList()) {
            switch (event) {
                case TextReceived received -> last = received.correspondentId();
                case TextWritten written -> last = written.correspondentId();
                default -> {
                    // Tells of a text, not of who is there.
                }
            }
        }
        return last;
    }

    @Override
    public long count(Forgotten who) {
        return conversations(who).count();
    }

    @Override
    public void forget(Forgotten who) {
        conversations(who).forEach(conversation -> commands.send(Caller.job(who.tenant(), "erasure"), conversation));
    }

    private Stream<EraseCorrespondent> conversations(Forgotten who) {
        return numbers(who).flatMap(number -> {
            ConversationId conversation = conversations.with(who.tenant(), number);
            CorrespondentId last = last(conversation);
            return last == null ? Stream.empty() : Stream.of(new EraseCorrespondent(conversation, last));
        });
    }

    /**
     * The person's numbers, which the log doesn't say any more once they are erased; of these the ones behind which
     * they were the last.
     */
    Stream<PhoneNumber> numbers(Forgotten who) {
        return who.values().identifying().stream()
                .filter(value -> value.startsWith("+"))
                .map(PhoneNumber::new)
                .filter(number -> {
                    CorrespondentId last = last(conversations.with(who.tenant(), number));
                    return last != null && who.has(last);
                });
    }
}
