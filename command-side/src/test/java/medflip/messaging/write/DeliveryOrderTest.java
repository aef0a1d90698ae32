package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.TextStatus;
import medflip.messaging.write.ConversationCommand.NoteProgress;
import medflip.messaging.write.ConversationCommand.ReceiveText;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.RepeatedTest;

/** A conversation's deliveries in any order, some twice, end in the same state. */
class DeliveryOrderTest extends AggregateSpec<Conversation> {

    private static final ConversationId ID = ConversationId.of(TENANT, new UUID(1, 1));
    private static final CorrespondentId WHO = CorrespondentId.of(TENANT, new UUID(2, 2));
    private static final PhoneNumber BOSTON = new PhoneNumber("+16175550155");
    private static final PersonalText OFFER = new PersonalText("We pay $22 a box.");
    private static final Instant NOON = Instant.parse("2026-11-27T17:00:00Z");

    private static final List<ConversationCommand> HISTORY = List.of(
            progress(1, TextStatus.QUEUED, null),
            progress(1, TextStatus.SENT, null),
            progress(1, TextStatus.DELIVERED, null),
            progress(2, TextStatus.SENT, null),
            progress(2, TextStatus.UNDELIVERED, 30006),
            progress(3, TextStatus.UNDELIVERED, 30003),
            receive(11, "what do you pay?"),
            receive(12, "four boxes"),
            receive(13, "please remove me from your list"));

    /** @param texts of each that left how far it came; {@code planned} which go once more */
    private record End(Standing standing, Map<UUID, TextStatus> texts, Set<UUID> received, Set<UUID> planned) {}

    @RepeatedTest(1_000)
    void deliveries_in_any_order_and_twice_end_in_the_same_state() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<ConversationCommand> deliveries = new ArrayList<>(HISTORY);
        for (int again = 0; again < 3; again++) {
            deliveries.add(HISTORY.get(random.nextInt(HISTORY.size())));
        }
        Collections.shuffle(deliveries, random);
        End end = end(deliveries);
        assertThat(end.texts())
                .as("seed %d", seed)
                .containsEntry(text(1), TextStatus.DELIVERED)
                .containsEntry(text(2), TextStatus.UNDELIVERED)
                .containsEntry(text(3), TextStatus.UNDELIVERED);
        assertThat(end.received()).as("seed %d", seed).containsExactly(text(11), text(12), text(13));
        assertThat(end.planned()).as("seed %d", seed).hasSize(1);
        assertThat(end.standing()).as("seed %d", seed).isEqualTo(new Standing(ConsentBasis.BY_PHONE, null, true, true));
    }

    private End end(List<ConversationCommand> deliveries) {
        List<DomainEvent> past = new ArrayList<>();
        past.add(new ConversationEvent.ConsentGiven(ID, ConsentBasis.BY_PHONE, Conversation.CONSENT_VERSION));
        for (int number = 1; number <= 3; number++) {
            past.add(0, new TextWritten(ID, WHO, text(number), BOSTON, OFFER, null, null));
            past.add(new TextPassed(
                    ID,
                    WHO,
                    text(number),
                    BOSTON,
                    OFFER,
                    true,
                    1,
                    ConsentBasis.BY_PHONE,
                    List.of("America/New_York"),
                    NOON));
        }
        for (ConversationCommand delivery : deliveries) {
            given(past.toArray(DomainEvent[]::new));
            when(delivery);
            past.addAll(made());
        }
        Standing standing = Standing.NEW;
        Map<UUID, TextStatus> texts = new TreeMap<>();
        Set<UUID> received = new TreeSet<>();
        Set<UUID> planned = new TreeSet<>();
        for (DomainEvent event : past) {
            standing = standing.after((ConversationEvent) event);
            switch (event) {
                case TextProgressed progressed -> texts.put(progressed.textId(), progressed.status());
                case TextReceived text ->
                    assertThat(received.add(text.textId())).as("once").isTrue();
                case SecondTryPlanned again ->
                    assertThat(planned.add(again.textId())).as("once").isTrue();
                default -> {}
            }
        }
        return new End(standing, texts, received, planned);
    }

    private static NoteProgress progress(int text, TextStatus status, Integer error) {
        return new NoteProgress(ID, text(text), status, "SM" + text, error, NOON);
    }

    private static ReceiveText receive(int text, String body) {
        return new ReceiveText(ID, WHO, text(text), BOSTON, new PersonalText(body), 0, LocalDate.parse("2026-11-27"));
    }

    private static UUID text(int number) {
        return new UUID(3, number);
    }
}
