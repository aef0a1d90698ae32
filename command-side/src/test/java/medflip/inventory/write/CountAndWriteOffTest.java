package medflip.inventory.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.WriteOffReason;
import medflip.inventory.write.LotCommand.CountLot;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.UndoFind;
import medflip.inventory.write.LotCommand.UndoWriteOff;
import medflip.inventory.write.LotCommand.WriteOffBoxes;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Boxes that are gone without a sale, and boxes that turn up again. */
class CountAndWriteOffTest extends LotSpec {

    private static final UUID WRITE_OFF = new UUID(7, 7);
    private static final PersonalText NOTE = new PersonalText("Marvin sat on it");

    @Test
    void a_count_as_booked_is_noted_and_books_nothing() {
        given(stocked());
        when(new CountLot(LOT, 3, CountReason.LOST, null, TODAY));
        then(counted(3, 0, "0.00", null));
    }

    @Test
    void missing_boxes_are_booked_with_their_share_of_the_cost_and_the_reason() {
        given(stocked());
        when(new CountLot(LOT, 2, CountReason.LOST, null, TODAY));
        then(counted(2, -1, "-3.33", CountReason.LOST));
    }

    @Test
    void a_difference_needs_a_reason() {
        given(stocked());
        when(new CountLot(LOT, 2, null, null, TODAY));
        thenRejected(LotRejection.COUNT_REASON_MISSING);
    }

    @Test
    void nothing_at_all_may_be_left_but_not_less() {
        given(stocked());
        when(new CountLot(LOT, -1, CountReason.LOST, null, TODAY));
        thenRejected(LotRejection.COUNT_NEGATIVE);
    }

    @Test
    void boxes_that_were_missed_are_found_again_at_what_they_cost() {
        given(stocked(), counted(1, -2, "-6.67", CountReason.LOST));
        when(new CountLot(LOT, 2, CountReason.FOUND, null, TODAY));
        then(counted(2, 1, "3.34", CountReason.FOUND));
    }

    @Test
    void boxes_that_nobody_missed_cost_nothing() {
        given(stocked(), counted(2, -1, "-3.33", CountReason.LOST));
        when(new CountLot(LOT, 5, CountReason.MISCOUNTED, null, TODAY));
        then(counted(5, 3, "3.33", CountReason.MISCOUNTED));
    }

    @Test
    void what_was_found_again_is_not_found_twice() {
        given(stocked(), counted(2, -1, "-3.33", CountReason.LOST), counted(3, 1, "3.33", CountReason.FOUND));
        when(new CountLot(LOT, 4, CountReason.FOUND, null, TODAY));
        then(counted(4, 1, "0.00", CountReason.FOUND));
    }

    @Test
    void a_find_is_undone_at_what_it_was_booked_at_and_not_at_the_others_share() {
        given(stocked(), counted(5, 2, "0.00", CountReason.FOUND));
        when(new UndoFind(LOT, 2, usd("0.00"), TODAY));
        then(counted(3, -2, "0.00", CountReason.MISCOUNTED));
    }

    @Test
    void what_an_undone_find_took_back_is_found_again_at_its_cost() {
        given(
                stocked(),
                counted(1, -2, "-6.67", CountReason.LOST),
                counted(3, 2, "6.67", CountReason.FOUND),
                counted(1, -2, "-6.67", CountReason.MISCOUNTED));
        when(new CountLot(LOT, 3, CountReason.FOUND, null, TODAY));
        then(counted(3, 2, "6.67", CountReason.FOUND));
    }

    @Test
    void no_more_of_a_find_is_undone_than_is_there() {
        given(stocked(), counted(5, 2, "0.00", CountReason.FOUND), sold(4, "8.00"));
        when(new UndoFind(LOT, 2, usd("0.00"), TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void a_count_is_not_older_than_the_lot() {
        given(stocked());
        when(new CountLot(LOT, 2, CountReason.LOST, null, TODAY.minusDays(1)));
        thenRejected(LotRejection.BEFORE_STOCKED);
    }

    @Test
    void written_off_boxes_take_their_share_of_the_cost() {
        given(stocked());
        when(new WriteOffBoxes(LOT, WRITE_OFF, 1, WriteOffReason.DAMAGED, NOTE, TODAY));
        then(writtenOff(1, "3.33", TODAY));
    }

    @Test
    void the_last_ones_take_the_remainder() {
        given(stocked(), sold(1, "3.33"));
        when(new WriteOffBoxes(LOT, WRITE_OFF, 2, WriteOffReason.DAMAGED, NOTE, TODAY));
        then(writtenOff(2, "6.67", TODAY));
    }

    @Test
    void no_more_is_written_off_than_is_there() {
        given(stocked(), sold(1, "3.33"));
        when(new WriteOffBoxes(LOT, WRITE_OFF, 3, WriteOffReason.DAMAGED, NOTE, TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void expired_boxes_are_written_off_though_they_are_never_sold() {
        LocalDate later = LocalDate.of(2027, 7, 1);
        given(stocked());
        when(new WriteOffBoxes(LOT, WRITE_OFF, 3, WriteOffReason.EXPIRED, null, later));
        then(new LotWrittenOff(LOT, DEAL, WRITE_OFF, 3, usd("10.00"), WriteOffReason.EXPIRED, ACCOUNT, null, later));
    }

    @Test
    void a_write_off_has_boxes() {
        given(stocked());
        when(new WriteOffBoxes(LOT, WRITE_OFF, 0, WriteOffReason.DAMAGED, NOTE, TODAY));
        thenRejected(LotRejection.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void the_same_write_off_again_changes_nothing() {
        given(stocked(), writtenOff(1, "3.33", TODAY));
        when(new WriteOffBoxes(LOT, WRITE_OFF, 1, WriteOffReason.DAMAGED, NOTE, TODAY));
        thenNothing();
    }

    @Test
    void a_write_off_that_was_a_mistake_is_undone_with_its_cost() {
        given(stocked(), writtenOff(1, "3.33", TODAY));
        when(new UndoWriteOff(LOT, WRITE_OFF, TODAY));
        then(new WriteOffUndone(LOT, DEAL, WRITE_OFF, 1, usd("3.33"), TODAY));
    }

    @Test
    void a_write_off_is_undone_once() {
        given(stocked(), writtenOff(1, "3.33", TODAY), new WriteOffUndone(LOT, DEAL, WRITE_OFF, 1, usd("3.33"), TODAY));
        when(new UndoWriteOff(LOT, WRITE_OFF, TODAY));
        thenRejected(LotRejection.NO_SUCH_WRITE_OFF);
    }

    @Test
    void boxes_of_an_undone_write_off_can_be_sold_with_all_of_the_cost() {
        given(stocked(), writtenOff(1, "3.33", TODAY), new WriteOffUndone(LOT, DEAL, WRITE_OFF, 1, usd("3.33"), TODAY));
        when(new SellLot(LOT, new UUID(5, 5), "StripRescue LLC", 3, usd("20.00"), TODAY));
        then(new LotSold(
                LOT, new UUID(5, 5), DEAL, VERIO, "Verio", "StripRescue LLC", 3, usd("20.00"), usd("10.00"), TODAY));
    }

    private static LotCounted counted(int counted, int difference, String cost, @Nullable CountReason reason) {
        return new LotCounted(LOT, DEAL, counted, difference, usd(cost), reason, ACCOUNT, null, TODAY);
    }

    private static LotWrittenOff writtenOff(int boxes, String cost, LocalDate on) {
        return new LotWrittenOff(LOT, DEAL, WRITE_OFF, boxes, usd(cost), WriteOffReason.DAMAGED, ACCOUNT, NOTE, on);
    }

    private static LotSold sold(int boxes, String cost) {
        return new LotSold(
                LOT, new UUID(6, 6), DEAL, VERIO, "Verio", "StripRescue LLC", boxes, usd("9.00"), usd(cost), TODAY);
    }
}
