package medflip.inventory.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.WriteOffReason;
import medflip.inventory.write.LotCommand.AdjustSoldBoxes;
import medflip.inventory.write.LotCommand.CheckBoxes;
import medflip.inventory.write.LotCommand.CountLot;
import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.SetBoxesAside;
import medflip.inventory.write.LotCommand.SplitLot;
import medflip.inventory.write.LotCommand.WriteOffBoxes;
import org.junit.jupiter.api.Test;

/** Boxes that are kept for a sale: nobody else has them, and they go once. */
class SetBoxesAsideTest extends LotSpec {

    private static final UUID SALE = new UUID(5, 5);
    private static final UUID OTHER_SALE = new UUID(6, 6);

    @Test
    void boxes_are_kept_for_a_sale() {
        given(stocked());
        when(setAside(SALE, 2, TODAY, YearMonth.from(TODAY)));
        then(aside(SALE, 2));
    }

    @Test
    void what_is_kept_for_one_sale_no_other_can_have() {
        given(stocked(), aside(SALE, 2));
        when(setAside(OTHER_SALE, 2, TODAY, YearMonth.from(TODAY)));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void the_same_number_for_the_same_sale_changes_nothing() {
        given(stocked(), aside(SALE, 2));
        when(setAside(SALE, 2, TODAY, YearMonth.from(TODAY)));
        thenNothing();
    }

    @Test
    void a_sale_may_want_more_than_before_if_they_are_there() {
        given(stocked(), aside(SALE, 2));
        when(setAside(SALE, 3, TODAY, YearMonth.from(TODAY)));
        then(aside(SALE, 3));
    }

    @Test
    void boxes_that_expire_in_the_last_month_the_buyer_takes_are_kept() {
        given(stocked());
        when(setAside(SALE, 1, TODAY, EXPIRY));
        then(aside(SALE, 1));
    }

    @Test
    void boxes_that_will_not_last_long_enough_are_not() {
        given(stocked());
        when(setAside(SALE, 1, TODAY, EXPIRY.plusMonths(1)));
        thenRejected(LotRejection.EXPIRES_TOO_SOON);
    }

    @Test
    void boxes_that_are_expired_when_they_ship_are_not() {
        LocalDate later = LocalDate.of(2027, 7, 1);
        given(stocked());
        when(setAside(SALE, 1, later, YearMonth.from(later)));
        thenRejected(LotRejection.EXPIRED);
    }

    @Test
    void boxes_on_hold_are_not() {
        given(stocked(), held());
        when(setAside(SALE, 1, TODAY, YearMonth.from(TODAY)));
        thenRejected(LotRejection.ON_HOLD);
    }

    @Test
    void no_box_is_nothing_to_keep() {
        given(stocked());
        when(setAside(SALE, 0, TODAY, YearMonth.from(TODAY)));
        thenRejected(LotRejection.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void released_boxes_are_free_for_others() {
        given(stocked(), aside(SALE, 3), new BoxesReleased(LOT, DEAL, SALE, 3));
        when(setAside(OTHER_SALE, 3, TODAY, YearMonth.from(TODAY)));
        then(aside(OTHER_SALE, 3));
    }

    @Test
    void a_release_tells_how_many() {
        given(stocked(), aside(SALE, 2));
        when(new ReleaseBoxes(LOT, SALE));
        then(new BoxesReleased(LOT, DEAL, SALE, 2));
    }

    @Test
    void what_is_not_kept_need_not_be_released() {
        given(stocked());
        when(new ReleaseBoxes(LOT, SALE));
        thenNothing();
    }

    @Test
    void kept_boxes_are_neither_sold_over_the_counter() {
        given(stocked(), aside(SALE, 2));
        when(new SellLot(LOT, OTHER_SALE, "Magrathea Wholesale", 2, usd("9.00"), TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void nor_split_off() {
        given(stocked(), aside(SALE, 2));
        when(new SplitLot(LOT, PART, 2, Grade.PERFECT, null, TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void nor_written_off() {
        given(stocked(), aside(SALE, 2));
        when(new WriteOffBoxes(LOT, new UUID(7, 7), 2, WriteOffReason.LOST, null, TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void nor_counted_away() {
        given(stocked(), aside(SALE, 2));
        when(new CountLot(LOT, 1, CountReason.LOST, null, TODAY));
        thenRejected(LotRejection.SET_ASIDE);
    }

    @Test
    void kept_boxes_may_leave() {
        given(stocked(), aside(SALE, 2));
        when(new CheckBoxes(LOT, SALE, 2, TODAY, YearMonth.from(TODAY)));
        thenNothing();
    }

    @Test
    void boxes_that_nobody_kept_may_not() {
        given(stocked(), aside(SALE, 1));
        when(new CheckBoxes(LOT, SALE, 2, TODAY, YearMonth.from(TODAY)));
        thenRejected(LotRejection.NOT_SET_ASIDE);
    }

    @Test
    void a_hold_stops_kept_boxes_too() {
        given(stocked(), aside(SALE, 2), held());
        when(new CheckBoxes(LOT, SALE, 2, TODAY, YearMonth.from(TODAY)));
        thenRejected(LotRejection.ON_HOLD);
    }

    @Test
    void kept_boxes_are_sold_to_their_sale_with_their_cost() {
        given(stocked(), aside(SALE, 2));
        when(new SellLot(LOT, SALE, "StripRescue LLC", 2, usd("40.00"), TODAY));
        then(sold());
    }

    @Test
    void what_left_the_house_is_sold_though_a_hold_came_in_between() {
        given(stocked(), aside(SALE, 2), held());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 2, usd("40.00"), TODAY));
        then(sold());
    }

    @Test
    void a_deduction_takes_from_the_proceeds_alone() {
        given(stocked(), sold());
        when(new AdjustSoldBoxes(LOT, SALE, 0, false, usd("5.00"), TODAY));
        then(new SoldBoxesAdjusted(LOT, SALE, DEAL, VERIO, "Verio", 0, usd("5.00"), usd("0.00"), TODAY));
    }

    @Test
    void a_rejected_box_comes_back_with_its_share_of_the_cost() {
        given(stocked(), sold());
        when(new AdjustSoldBoxes(LOT, SALE, 1, false, usd("20.00"), TODAY));
        then(returned());
    }

    @Test
    void a_rejected_box_that_is_lost_is_written_off_at_the_same_cost() {
        given(stocked(), sold());
        when(new AdjustSoldBoxes(LOT, SALE, 1, true, usd("20.00"), TODAY));
        then(
                returned(),
                new LotWrittenOff(LOT, DEAL, SALE, 1, usd("3.34"), WriteOffReason.DAMAGED, ACCOUNT, null, TODAY));
    }

    @Test
    void a_sale_is_adjusted_once() {
        given(stocked(), sold(), returned());
        when(new AdjustSoldBoxes(LOT, SALE, 1, false, usd("20.00"), TODAY));
        thenNothing();
    }

    @Test
    void boxes_that_came_back_can_be_sold_again() {
        given(stocked(), sold(), returned());
        when(new SellLot(LOT, OTHER_SALE, "Magrathea Wholesale", 2, usd("9.00"), TODAY));
        then(new LotSold(
                LOT, OTHER_SALE, DEAL, VERIO, "Verio", "Magrathea Wholesale", 2, usd("9.00"), usd("6.67"), TODAY));
    }

    private static SetBoxesAside setAside(UUID sale, int boxes, LocalDate shipOn, YearMonth earliest) {
        return new SetBoxesAside(LOT, sale, boxes, shipOn, earliest);
    }

    private static BoxesSetAside aside(UUID sale, int boxes) {
        return new BoxesSetAside(LOT, DEAL, sale, boxes);
    }

    private static LotHeld held() {
        return new LotHeld(LOT, DEAL, HoldReason.RECALL, ACCOUNT, null);
    }

    private static LotSold sold() {
        return new LotSold(LOT, SALE, DEAL, VERIO, "Verio", "StripRescue LLC", 2, usd("40.00"), usd("6.67"), TODAY);
    }

    private static SoldBoxesAdjusted returned() {
        return new SoldBoxesAdjusted(LOT, SALE, DEAL, VERIO, "Verio", 1, usd("20.00"), usd("3.34"), TODAY);
    }
}
