package medflip.customers.write;

import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.customers.write.MergeCommand.KeepApart;
import medflip.customers.write.MergeCommand.MergePeople;
import medflip.customers.write.MergeCommand.UnmergePeople;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class MergeBookTest extends AggregateSpec<MergeBook> {

    private static final MergeBookId BOOK = MergeBookId.of(TENANT);
    private static final CustomerId TAMMY = CustomerId.of(TENANT, new UUID(2, 1));
    private static final CustomerId TAMARA = CustomerId.of(TENANT, new UUID(2, 2));
    private static final CustomerId PRIYA = CustomerId.of(TENANT, new UUID(2, 3));
    private static final PeopleMerged MERGED = new PeopleMerged(BOOK, TAMARA, TAMMY);

    @Test
    void one_person_is_merged_into_another() {
        when(new MergePeople(BOOK, TAMARA, TAMMY));
        then(MERGED);
    }

    @Test
    void nobody_is_merged_into_themselves() {
        when(new MergePeople(BOOK, TAMMY, TAMMY));
        thenRejected(CustomerRejection.MERGED_WITH_THEMSELVES);
    }

    @Test
    void who_was_merged_is_merged_neither_again_nor_with_others() {
        given(MERGED);
        when(new MergePeople(BOOK, TAMARA, PRIYA));
        thenRejected(CustomerRejection.MERGED_ALREADY);
        given(MERGED);
        when(new MergePeople(BOOK, PRIYA, TAMARA));
        thenRejected(CustomerRejection.MERGED_ALREADY);
    }

    @Test
    void who_took_others_in_takes_in_more_and_is_not_merged_away() {
        given(MERGED);
        when(new MergePeople(BOOK, PRIYA, TAMMY));
        then(new PeopleMerged(BOOK, PRIYA, TAMMY));
        given(MERGED);
        when(new MergePeople(BOOK, TAMMY, PRIYA));
        thenRejected(CustomerRejection.HAS_OTHERS);
    }

    @Test
    void a_merge_is_taken_back_and_can_be_made_again() {
        given(MERGED);
        when(new UnmergePeople(BOOK, TAMARA));
        then(new PeopleUnmerged(BOOK, TAMARA, TAMMY));
        given(MERGED, new PeopleUnmerged(BOOK, TAMARA, TAMMY));
        when(new MergePeople(BOOK, TAMMY, TAMARA));
        then(new PeopleMerged(BOOK, TAMMY, TAMARA));
        given(MERGED);
        when(new UnmergePeople(BOOK, TAMMY));
        thenRejected(CustomerRejection.NOT_MERGED);
    }

    @Test
    void two_people_are_found_different_once_whichever_way_round() {
        when(new KeepApart(BOOK, TAMMY, PRIYA));
        then(new PeopleFoundDifferent(BOOK, TAMMY, PRIYA));
        given(new PeopleFoundDifferent(BOOK, TAMMY, PRIYA));
        when(new KeepApart(BOOK, PRIYA, TAMMY));
        thenNothing();
    }
}
