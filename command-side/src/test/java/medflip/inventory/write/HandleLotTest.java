package medflip.inventory.write;

import java.time.YearMonth;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotEvent.HoldReleased;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotMoved;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.CorrectLabel;
import medflip.inventory.write.LotCommand.HoldLot;
import medflip.inventory.write.LotCommand.MoveLot;
import medflip.inventory.write.LotCommand.RegradeLot;
import medflip.inventory.write.LotCommand.RejoinPart;
import medflip.inventory.write.LotCommand.ReleaseHold;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.SplitLot;
import medflip.inventory.write.LotCommand.TakePartBack;
import medflip.kernel.PersonalText;
import org.junit.jupiter.api.Test;

/** What is done with boxes that stay: they are moved, judged, read, held, split and put together again. */
class HandleLotTest extends LotSpec {

    private static final LotId OTHER_PART = LotId.of(TENANT, new UUID(3, 3));
    private static final PersonalText NOTE = new PersonalText("Arthur will ask the maker");

    @Test
    void a_lot_moves_and_moves_back() {
        given(stocked(), new LotMoved(LOT, DEAL, null, "Shelf A3"));
        when(new MoveLot(LOT, null));
        then(new LotMoved(LOT, DEAL, "Shelf A3", null));
    }

    @Test
    void a_move_to_where_the_lot_stands_is_none() {
        given(stocked(), new LotMoved(LOT, DEAL, null, "Shelf A3"));
        when(new MoveLot(LOT, "Shelf A3"));
        thenRejected(LotRejection.NOTHING_CHANGES);
    }

    @Test
    void a_condition_is_judged_anew() {
        given(stocked());
        when(new RegradeLot(LOT, Grade.SLIGHT_DAMAGE));
        then(new LotRegraded(LOT, DEAL, Grade.PERFECT, Grade.SLIGHT_DAMAGE));
    }

    @Test
    void the_condition_it_has_is_no_new_one() {
        given(stocked(), new LotRegraded(LOT, DEAL, Grade.PERFECT, Grade.SLIGHT_DAMAGE));
        when(new RegradeLot(LOT, Grade.SLIGHT_DAMAGE));
        thenRejected(LotRejection.NOTHING_CHANGES);
    }

    @Test
    void a_label_is_read_again_and_its_expiry_counts_from_then_on() {
        given(stocked(), new LabelCorrected(LOT, DEAL, null, YearMonth.of(2026, 10)));
        when(new SellLot(LOT, new UUID(5, 5), "StripRescue LLC", 1, usd("7.00"), TODAY));
        thenRejected(LotRejection.EXPIRED);
    }

    @Test
    void a_label_that_says_the_same_is_no_correction() {
        given(stocked());
        when(new CorrectLabel(LOT, "4719", EXPIRY));
        thenRejected(LotRejection.NOTHING_CHANGES);
    }

    @Test
    void a_lot_number_may_be_noted_alone() {
        given(stocked());
        when(new CorrectLabel(LOT, "4720", EXPIRY));
        then(new LabelCorrected(LOT, DEAL, "4720", EXPIRY));
    }

    @Test
    void nothing_of_a_lot_on_hold_is_sold() {
        given(stocked(), held());
        when(new SellLot(LOT, new UUID(5, 5), "StripRescue LLC", 1, usd("7.00"), TODAY));
        thenRejected(LotRejection.ON_HOLD);
    }

    @Test
    void a_lot_is_held_once() {
        given(stocked(), held());
        when(new HoldLot(LOT, HoldReason.DISPUTE, null));
        thenRejected(LotRejection.ALREADY_ON_HOLD);
    }

    @Test
    void a_released_lot_can_be_held_again_with_its_reason() {
        given(stocked(), held(), new HoldReleased(LOT, DEAL));
        when(new HoldLot(LOT, HoldReason.RECALL, NOTE));
        then(held());
    }

    @Test
    void a_lot_that_is_not_on_hold_can_not_be_released() {
        given(stocked());
        when(new ReleaseHold(LOT));
        thenRejected(LotRejection.NOT_ON_HOLD);
    }

    @Test
    void a_part_takes_its_share_of_the_cost_and_leaves_the_remainder() {
        given(stocked());
        when(new SplitLot(LOT, PART, 1, Grade.SLIGHT_DAMAGE, "Shelf A3", TODAY.plusDays(2)));
        then(split());
    }

    @Test
    void a_part_of_a_part_knows_the_lot_that_the_deal_made() {
        given(new LotStocked(
                PART,
                DEAL,
                VERIO,
                "Verio",
                EXPIRY,
                Grade.PERFECT,
                2,
                usd("6.67"),
                TODAY,
                null,
                null,
                new SplitOff(LOT, LOT, TODAY)));
        when(new SplitLot(PART, OTHER_PART, 1, Grade.PERFECT, null, TODAY));
        then(new LotSplit(
                PART,
                DEAL,
                OTHER_PART,
                LOT,
                VERIO,
                "Verio",
                EXPIRY,
                Grade.PERFECT,
                1,
                usd("3.34"),
                TODAY,
                null,
                null,
                TODAY));
    }

    @Test
    void the_whole_lot_is_no_part() {
        given(stocked());
        when(new SplitLot(LOT, PART, 3, Grade.PERFECT, null, TODAY));
        thenRejected(LotRejection.WHOLE_LOT);
    }

    @Test
    void a_part_is_not_larger_than_the_lot() {
        given(stocked());
        when(new SplitLot(LOT, PART, 4, Grade.PERFECT, null, TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void a_hold_is_not_evaded_by_a_split() {
        given(stocked(), held());
        when(new SplitLot(LOT, PART, 1, Grade.PERFECT, null, TODAY));
        thenRejected(LotRejection.ON_HOLD);
    }

    @Test
    void a_split_is_undone_by_giving_the_part_back() {
        given(part());
        when(new RejoinPart(PART, TODAY.plusDays(3)));
        then(new PartRejoined(PART, DEAL, LOT, 1, usd("3.33"), TODAY.plusDays(3)));
    }

    @Test
    void a_part_was_no_part_before_the_split() {
        given(part());
        when(new RejoinPart(PART, TODAY.plusDays(1)));
        thenRejected(LotRejection.BEFORE_STOCKED);
    }

    @Test
    void a_lot_that_a_deal_made_has_nowhere_to_go_back_to() {
        given(stocked());
        when(new RejoinPart(LOT, TODAY));
        thenRejected(LotRejection.NO_PART);
    }

    @Test
    void a_part_goes_back_once() {
        given(part(), new PartRejoined(PART, DEAL, LOT, 1, usd("3.33"), TODAY.plusDays(3)));
        when(new RejoinPart(PART, TODAY.plusDays(3)));
        thenRejected(LotRejection.ALREADY_REJOINED);
    }

    @Test
    void a_part_that_is_on_hold_stays_apart() {
        given(part(), new LotHeld(PART, DEAL, HoldReason.RECALL, ACCOUNT, null));
        when(new RejoinPart(PART, TODAY.plusDays(3)));
        thenRejected(LotRejection.ON_HOLD);
    }

    @Test
    void a_part_comes_back_with_its_cost_and_only_once() {
        given(stocked(), split(), takenBack());
        when(new TakePartBack(LOT, PART, 1, usd("3.33"), TODAY.plusDays(3)));
        thenNothing();
    }

    @Test
    void boxes_that_came_back_can_be_sold_at_what_they_cost() {
        given(stocked(), split(), takenBack());
        when(new SellLot(LOT, new UUID(5, 5), "StripRescue LLC", 3, usd("20.00"), TODAY.plusDays(3)));
        then(new LotSold(
                LOT,
                new UUID(5, 5),
                DEAL,
                VERIO,
                "Verio",
                "StripRescue LLC",
                3,
                usd("20.00"),
                usd("10.00"),
                TODAY.plusDays(3)));
    }

    private static LotHeld held() {
        return new LotHeld(LOT, DEAL, HoldReason.RECALL, ACCOUNT, NOTE);
    }

    private static LotSplit split() {
        return new LotSplit(
                LOT,
                DEAL,
                PART,
                LOT,
                VERIO,
                "Verio",
                EXPIRY,
                Grade.SLIGHT_DAMAGE,
                1,
                usd("3.33"),
                TODAY,
                "4719",
                "Shelf A3",
                TODAY.plusDays(2));
    }

    private static PartTakenBack takenBack() {
        return new PartTakenBack(LOT, DEAL, PART, 1, usd("3.33"), TODAY.plusDays(3));
    }
}
