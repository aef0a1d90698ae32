package medflip.imports.write;

import java.util.List;
import java.util.Set;
import medflip.customers.events.CustomerId;
import medflip.customers.write.ContactIndex;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.write.DealsOfPeopleIndex;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.write.NumberHolderIndex;
import medflip.platform.command.Histories;
import medflip.platform.eventstore.EventTable;
import medflip.platform.view.ViewProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deals that stand, texts from and to a person's numbers, and a merge with another card. */
@Component
class BelongingsInBooks implements Belongings {

    private final DealsOfPeopleIndex deals;
    private final NumberHolderIndex numbers;
    private final ContactIndex contacts;
    private final Histories histories;
    private final ObjectProvider<ViewProgress> progress;
    private final EventTable log;

    BelongingsInBooks(
            DealsOfPeopleIndex deals,
            NumberHolderIndex numbers,
            ContactIndex contacts,
            Histories histories,
            ObjectProvider<ViewProgress> progress,
            EventTable log) {
        this.deals = deals;
        this.numbers = numbers;
        this.contacts = contacts;
        this.histories = histories;
        this.progress = progress;
        this.log = log;
    }

    /** A deal of a moment ago counts: the work is put off where the look-ups don't follow. */
    @Override
    public void catchUp() {
        List<String> groups = List.of(DealsOfPeopleIndex.GROUP, NumberHolderIndex.GROUP, ContactIndex.GROUP);
        if (!progress.getObject().await(groups, log.head())) {
            throw new IllegalStateException("What people have isn't known up to now");
        }
    }

    @Override
    public boolean has(CustomerId person, Set<String> but) {
        return deals.of(person).stream().anyMatch(deal -> !but.contains(deal.value()) && stands(deal))
                || contacts.isMerged(person)
                || numbers.conversationsOf(person).stream()
                        .flatMap(conversation -> histories.of(conversation, ConversationEvent.class))
                        .anyMatch(event -> event instanceof TextReceived || event instanceof TextWritten);
    }

    /** The look-up may lag behind what was taken back a moment ago; the log doesn't. */
    private boolean stands(DealId deal) {
        return histories.of(deal, PastDealTakenBack.class).findAny().isEmpty();
    }
}
