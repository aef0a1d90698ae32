package medflip.customers.write;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergedCards;
import medflip.customers.write.CustomerCommand.EraseCustomer;
import medflip.kernel.DataSubject;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Forgets;
import medflip.platform.tenancy.Caller;
import org.springframework.stereotype.Component;

/** The cards of a person: all that were found to be one person's are erased together. */
@Component
class ErasedCards implements Forgets {

    private static final String CARD = "customer/";

    private final Histories histories;
    private final Commands commands;

    ErasedCards(Histories histories, Commands commands) {
        this.histories = histories;
        this.commands = commands;
    }

    @Override
    public String holds() {
        return "cards";
    }

    @Override
    public Set<DataSubject> alsoKnownAs(DataSubject somebody) {
        if (!(somebody instanceof CustomerId customer)) {
            return Set.of();
        }
        return new HashSet<>(MergedCards.of(histories.of(MergeBookId.of(customer.tenantId()), MergeEvent.class))
                .of(customer));
    }

    @Override
    public long count(Forgotten who) {
        return who.subjects().stream()
                .filter(subject -> subject.startsWith(CARD))
                .count();
    }

    @Override
    public void forget(Forgotten who) {
        who.subjects().stream()
                .filter(subject -> subject.startsWith(CARD))
                .map(subject -> CustomerId.of(who.tenant(), UUID.fromString(subject.substring(CARD.length()))))
                .forEach(card -> commands.send(Caller.job(who.tenant(), "erasure"), new EraseCustomer(card)));
    }
}
