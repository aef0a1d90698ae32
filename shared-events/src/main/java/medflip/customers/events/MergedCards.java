package medflip.customers.events;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;

/** Which cards of a business are one person's, by what its merge book says. */
public final class MergedCards {

    private final Map<CustomerId, CustomerId> survivors;

    private MergedCards(Map<CustomerId, CustomerId> survivors) {
        this.survivors = survivors;
    }

    /** @param book all that happened in it, in order */
    public static MergedCards of(Stream<MergeEvent> book) {
        Map<CustomerId, CustomerId> survivors = new HashMap<>();
        book.forEach(event -> {
            switch (event) {
                case PeopleMerged merged -> survivors.put(merged.mergedId(), merged.survivorId());
                case PeopleUnmerged unmerged -> survivors.remove(unmerged.mergedId());
                case PeopleFoundDifferent different -> {}
            }
        });
        return new MergedCards(survivors);
    }

    /** All cards of the person whose card this is; this one among them. */
    public Set<CustomerId> of(CustomerId card) {
        CustomerId survivor = survivors.getOrDefault(card, card);
        Set<CustomerId> cards = new HashSet<>();
        cards.add(card);
        cards.add(survivor);
        survivors.forEach((merged, into) -> {
            if (into.equals(survivor)) {
                cards.add(merged);
            }
        });
        return cards;
    }
}
