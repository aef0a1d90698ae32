package medflip.inventory.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.inventory.write.LotCommand.TakeBackLot;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class LotTest extends LotSpec {

    private static final UUID SALE = new UUID(5, 5);

    @Test
    void received_boxes_go_on_the_shelf() {
        when(new StockLot(
                LOT, DEAL, VERIO, "Verio", EXPIRY, Grade.PERFECT, 3, usd("10.00"), TODAY, "4719", null, null));
        then(stocked());
    }

    @Test
    void stocking_the_same_lot_again_changes_nothing() {
        given(stocked());
        when(new StockLot(
                LOT, DEAL, VERIO, "Verio", EXPIRY, Grade.PERFECT, 3, usd("10.00"), TODAY, "4719", null, null));
        thenNothing();
    }

    @Test
    void a_sale_takes_its_share_of_the_cost() {
        given(stocked());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 1, usd("7.00"), TODAY));
        then(sold(SALE, 1, "7.00", "3.33"));
    }

    @Test
    void the_last_boxes_take_the_remainder_of_the_cost() {
        given(stocked(), sold(SALE, 1, "7.00", "3.33"));
        when(new SellLot(LOT, new UUID(6, 6), "StripRescue LLC", 2, usd("9.00"), TODAY));
        then(sold(new UUID(6, 6), 2, "9.00", "6.67"));
    }

    @Test
    void more_than_is_there_is_never_sold() {
        given(stocked(), sold(SALE, 2, "7.00", "6.67"));
        when(new SellLot(LOT, new UUID(6, 6), "StripRescue LLC", 2, usd("9.00"), TODAY));
        thenRejected(LotRejection.NOT_ENOUGH_BOXES);
    }

    @Test
    void the_same_sale_again_changes_nothing() {
        given(stocked(), sold(SALE, 3, "7.00", "10.00"));
        when(new SellLot(LOT, SALE, "StripRescue LLC", 3, usd("7.00"), TODAY));
        thenNothing();
    }

    @Test
    void boxes_can_be_sold_in_the_month_they_expire_in() {
        given(stocked());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 3, usd("7.00"), EXPIRY.atEndOfMonth()));
        then(new LotSold(
                LOT,
                SALE,
                DEAL,
                VERIO,
                "Verio",
                "StripRescue LLC",
                3,
                usd("7.00"),
                usd("10.00"),
                EXPIRY.atEndOfMonth()));
    }

    @Test
    void expired_boxes_are_never_sold() {
        given(stocked());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 1, usd("7.00"), LocalDate.of(2027, 7, 1)));
        thenRejected(LotRejection.EXPIRED);
    }

    @Test
    void nothing_is_sold_before_the_day_it_came_on_the_shelf() {
        given(stocked());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 1, usd("7.00"), TODAY.minusDays(1)));
        thenRejected(LotRejection.BEFORE_STOCKED);
    }

    @Test
    void a_sale_has_boxes_and_brings_no_less_than_nothing() {
        given(stocked());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 0, usd("7.00"), TODAY));
        thenRejected(LotRejection.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void a_sale_at_a_loss_is_a_sale_but_negative_proceeds_are_not() {
        given(stocked());
        when(new SellLot(LOT, SALE, "StripRescue LLC", 1, usd("-0.01"), TODAY));
        thenRejected(LotRejection.PROCEEDS_NEGATIVE);
    }

    @Test
    void another_tenant_finds_no_lot() {
        given(stocked());
        from(OTHER_TENANT);
        when(new SellLot(LOT, SALE, "StripRescue LLC", 1, usd("7.00"), TODAY));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static LotSold sold(UUID sale, int quantity, String proceeds, String cost) {
        return new LotSold(
                LOT, sale, DEAL, VERIO, "Verio", "StripRescue LLC", quantity, usd(proceeds), usd(cost), TODAY);
    }

    @Test
    void boxes_of_an_undone_import_are_taken_back_also_when_they_were_sold() {
        given(stocked(), sold(SALE, 3, "7.00", "10.00"));
        when(new TakeBackLot(LOT));
        then(new LotTakenBack(LOT, DEAL));
    }

    @Test
    void a_part_of_another_lot_is_not_taken_back() {
        given(part());
        when(new TakeBackLot(PART));
        thenRejected(LotRejection.NOT_AS_IT_CAME);
    }
}
