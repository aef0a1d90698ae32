package medflip.sales.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.MonthCount;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.CheckBoxes;
import medflip.inventory.write.LotCommand.ReleaseBoxes;
import medflip.inventory.write.LotCommand.SetBoxesAside;
import medflip.kernel.Money;
import medflip.platform.command.Accepted;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleEvent.BuyerInspected;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleCancelled;
import medflip.sales.events.SaleEvent.SaleClosed;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleReopened;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleEvent.SaleStepTakenBack;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleStep;
import medflip.sales.events.SaleTerms;
import medflip.sales.write.SaleCommand.CancelSale;
import medflip.sales.write.SaleCommand.CloseSale;
import medflip.sales.write.SaleCommand.ConfirmSale;
import medflip.sales.write.SaleCommand.DeliverSale;
import medflip.sales.write.SaleCommand.DraftSale;
import medflip.sales.write.SaleCommand.InvoiceSale;
import medflip.sales.write.SaleCommand.OfferSale;
import medflip.sales.write.SaleCommand.PackSale;
import medflip.sales.write.SaleCommand.RecordInspection;
import medflip.sales.write.SaleCommand.RecordReceipt;
import medflip.sales.write.SaleCommand.RecordSale;
import medflip.sales.write.SaleCommand.RecordWholeReceipt;
import medflip.sales.write.SaleCommand.ReopenSale;
import medflip.sales.write.SaleCommand.ReviseSale;
import medflip.sales.write.SaleCommand.ShipSale;
import medflip.sales.write.SaleCommand.TakeBackSale;
import medflip.sales.write.SaleCommand.TakeStepBack;
import medflip.sales.write.SaleCommand.UndoReceipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sale of three boxes of one lot for $60.00 and of one of another for $15.00, from the draft to the last cent. */
class SaleTest extends AggregateSpec<Sale> {

    private static final SaleId SALE = SaleId.of(TENANT, new UUID(1, 1));
    private static final LotId VERIO = LotId.of(TENANT, new UUID(2, 1));
    private static final LotId GUIDE = LotId.of(TENANT, new UUID(2, 2));
    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final UUID RECEIPT = new UUID(3, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 4);
    private static final String BUYER = "StripRescue LLC";
    private static final List<SaleLine> LINES =
            List.of(new SaleLine(VERIO, 3, usd("60.00")), new SaleLine(GUIDE, 1, usd("15.00")));
    private static final SaleTerms TERMS = terms(BUYER, LATER, 4, MonthCount.WITHOUT_CURRENT);

    private static SaleTerms terms(String buyer, LocalDate shipOn, int minimumMonths, MonthCount count) {
        return new SaleTerms(BuyerId.of(TENANT, new UUID(4, 4)), buyer, shipOn, minimumMonths, count, 21);
    }

    private final Lots lots = new Lots();

    /** Notes what the lots are asked; the one that refuses does so whatever it is asked. */
    private static final class Lots implements Commands {

        private final List<Command> asked = new ArrayList<>();
        private LotId refusing = LotId.of(TENANT, new UUID(9, 9));

        @Override
        public Accepted send(Caller caller, Command command, Conditions conditions) {
            assertThat(caller).isEqualTo(Caller.job(TENANT, "spec"));
            asked.add(command);
            if (command.aggregateId().equals(refusing) && !(command instanceof ReleaseBoxes)) {
                throw new CommandRejected(RequestRejection.CONFLICT);
            }
            return new Accepted(command.aggregateId().value(), 0, 0, false);
        }
    }

    @BeforeEach
    void askTheLots() {
        with(new Shelf(lots));
    }

    @Test
    void a_sale_is_put_together_and_asks_no_lot_for_anything() {
        when(new DraftSale(SALE, TERMS, LINES));
        then(drafted());
        assertThat(lots.asked).isEmpty();
    }

    @Test
    void a_sale_without_boxes_is_none() {
        when(new DraftSale(SALE, TERMS, List.of()));
        thenRejected(SaleRejection.NO_LINES);
    }

    @Test
    void a_lot_stands_in_one_line() {
        when(new DraftSale(SALE, TERMS, List.of(LINES.getFirst(), LINES.getFirst())));
        thenRejected(SaleRejection.LOT_TWICE);
    }

    @Test
    void a_line_has_boxes() {
        when(new DraftSale(SALE, TERMS, List.of(new SaleLine(VERIO, 0, usd("1.00")))));
        thenRejected(SaleRejection.QUANTITY_NOT_POSITIVE);
    }

    @Test
    void a_price_is_nothing_or_more() {
        when(new DraftSale(SALE, TERMS, List.of(new SaleLine(VERIO, 1, usd("-0.01")))));
        thenRejected(SaleRejection.PRICE_NEGATIVE);
    }

    @Test
    void a_draft_is_changed_and_tells_which_lots_it_dropped() {
        given(drafted());
        SaleTerms other = terms("Magrathea Wholesale", TODAY, 6, MonthCount.WITH_CURRENT);
        when(new ReviseSale(SALE, other, List.of(LINES.getFirst())));
        then(new SaleRevised(SALE, other, List.of(LINES.getFirst()), List.of(GUIDE)));
    }

    @Test
    void what_was_agreed_is_changed_no_more() {
        given(drafted(), confirmed());
        when(new ReviseSale(SALE, TERMS, LINES));
        thenRejected(SaleRejection.NOT_A_DRAFT);
    }

    @Test
    void the_buyer_is_told() {
        given(drafted());
        when(new OfferSale(SALE, TODAY));
        then(new SaleOffered(SALE, TODAY));
    }

    @Test
    void every_lot_sets_its_boxes_aside_before_a_sale_is_confirmed() {
        given(drafted(), new SaleOffered(SALE, TODAY));
        when(new ConfirmSale(SALE, TODAY));
        then(confirmed());
        YearMonth earliest = YearMonth.of(2027, 4);
        assertThat(lots.asked)
                .containsExactly(
                        new SetBoxesAside(VERIO, SALE.local(), 3, LATER, earliest),
                        new SetBoxesAside(GUIDE, SALE.local(), 1, LATER, earliest));
    }

    @Test
    void months_are_counted_as_the_business_did_when_the_terms_were_agreed() {
        given(new SaleDrafted(SALE, terms(BUYER, LATER, 4, MonthCount.WITH_CURRENT), LINES));
        when(new ConfirmSale(SALE, TODAY));
        then(confirmed());
        assertThat(lots.asked).contains(new SetBoxesAside(VERIO, SALE.local(), 3, LATER, YearMonth.of(2027, 3)));
    }

    @Test
    void a_lot_that_refuses_refuses_the_sale_and_all_lots_let_go() {
        lots.refusing = GUIDE;
        given(drafted());
        when(new ConfirmSale(SALE, TODAY));
        thenRejected(RequestRejection.CONFLICT);
        assertThat(lots.asked.subList(2, lots.asked.size()))
                .containsExactly(new ReleaseBoxes(VERIO, SALE.local()), new ReleaseBoxes(GUIDE, SALE.local()));
    }

    @Test
    void a_sale_is_confirmed_once() {
        given(drafted(), confirmed());
        when(new ConfirmSale(SALE, TODAY));
        thenRejected(SaleRejection.NOT_A_DRAFT);
        assertThat(lots.asked).isEmpty();
    }

    @Test
    void a_confirmed_sale_becomes_a_draft_again() {
        given(drafted(), confirmed(), new SalePacked(SALE, TODAY));
        when(new ReopenSale(SALE));
        then(new SaleReopened(SALE, LINES));
    }

    @Test
    void a_draft_is_one_already() {
        given(drafted());
        when(new ReopenSale(SALE));
        thenRejected(SaleRejection.NOT_CONFIRMED);
    }

    @Test
    void what_was_agreed_is_packed() {
        given(drafted(), confirmed());
        when(new PackSale(SALE, TODAY));
        then(new SalePacked(SALE, TODAY));
    }

    @Test
    void what_was_not_agreed_is_not() {
        given(drafted());
        when(new PackSale(SALE, TODAY));
        thenRejected(SaleRejection.NOT_CONFIRMED);
    }

    @Test
    void every_lot_is_asked_again_on_the_day_the_parcel_leaves() {
        given(drafted(), confirmed(), new SalePacked(SALE, TODAY));
        when(new ShipSale(SALE, "UPS", "1Z999", TODAY));
        then(shipped());
        YearMonth earliest = YearMonth.of(2027, 3);
        assertThat(lots.asked)
                .containsExactly(
                        new CheckBoxes(VERIO, SALE.local(), 3, TODAY, earliest),
                        new CheckBoxes(GUIDE, SALE.local(), 1, TODAY, earliest));
    }

    @Test
    void a_lot_that_was_put_on_hold_meanwhile_keeps_the_parcel_here() {
        lots.refusing = VERIO;
        given(drafted(), confirmed());
        when(new ShipSale(SALE, null, null, TODAY));
        thenRejected(RequestRejection.CONFLICT);
    }

    @Test
    void a_draft_does_not_ship() {
        given(drafted());
        when(new ShipSale(SALE, null, null, TODAY));
        thenRejected(SaleRejection.NOT_CONFIRMED);
    }

    @Test
    void a_sale_ships_once() {
        given(drafted(), confirmed(), shipped());
        when(new ShipSale(SALE, null, null, TODAY));
        thenRejected(SaleRejection.ALREADY_SHIPPED);
    }

    @Test
    void a_parcel_arrives_once_it_left() {
        given(drafted(), confirmed(), shipped());
        when(new DeliverSale(SALE, LATER));
        then(new SaleDelivered(SALE, LATER));
    }

    @Test
    void a_parcel_does_not_arrive_before_it_left() {
        given(drafted(), confirmed(), shipped());
        when(new DeliverSale(SALE, TODAY.minusDays(1)));
        thenRejected(SaleRejection.BEFORE_SHIPPED);
    }

    @Test
    void a_parcel_arrives_once() {
        given(drafted(), confirmed(), shipped(), new SaleDelivered(SALE, LATER));
        when(new DeliverSale(SALE, LATER));
        thenRejected(SaleRejection.ALREADY_DELIVERED);
    }

    @Test
    void what_is_still_here_was_not_delivered() {
        given(drafted(), confirmed());
        when(new DeliverSale(SALE, TODAY));
        thenRejected(SaleRejection.NOT_SHIPPED);
    }

    @Test
    void a_buyer_rejects_boxes_and_deducts_more() {
        given(drafted(), confirmed(), shipped());
        when(new RecordInspection(SALE, found(1, "25.00"), LATER));
        then(inspected("25.00"));
    }

    @Test
    void the_price_of_rejected_boxes_is_part_of_the_deduction() {
        given(drafted(), confirmed(), shipped());
        when(new RecordInspection(SALE, found(1, "19.99"), LATER));
        thenRejected(SaleRejection.DEDUCTION_BELOW_REJECTED);
    }

    @Test
    void no_more_is_deducted_than_the_price() {
        given(drafted(), confirmed(), shipped());
        when(new RecordInspection(SALE, found(3, "60.01"), LATER));
        thenRejected(SaleRejection.DEDUCTION_ABOVE_PRICE);
    }

    @Test
    void no_more_boxes_are_rejected_than_were_sold() {
        given(drafted(), confirmed(), shipped());
        when(new RecordInspection(SALE, found(4, "60.00"), LATER));
        thenRejected(SaleRejection.REJECTED_ABOVE_SOLD);
    }

    @Test
    void a_lot_that_is_not_in_the_sale_was_not_inspected() {
        LotId stranger = LotId.of(TENANT, new UUID(2, 3));
        given(drafted(), confirmed(), shipped());
        when(new RecordInspection(
                SALE, List.of(new InspectedLine(stranger, 0, RejectedBoxes.RETURNED, usd("1.00"))), LATER));
        thenRejected(SaleRejection.NO_SUCH_LINE);
    }

    @Test
    void a_buyer_inspects_once() {
        given(drafted(), confirmed(), shipped(), inspected("25.00"));
        when(new RecordInspection(SALE, found(1, "25.00"), LATER));
        thenRejected(SaleRejection.ALREADY_INSPECTED);
    }

    @Test
    void what_was_paid_is_deducted_no_more() {
        given(drafted(), confirmed(), shipped(), invoiced(), received("50.01"));
        when(new RecordInspection(SALE, found(1, "25.00"), LATER));
        thenRejected(SaleRejection.DEDUCTION_ABOVE_OWED);
    }

    @Test
    void an_invoice_follows_the_parcel() {
        given(drafted(), confirmed(), shipped());
        when(new InvoiceSale(SALE, TODAY, LATER));
        then(invoiced());
    }

    @Test
    void an_invoice_is_due_when_the_terms_say_unless_told_otherwise() {
        given(drafted(), confirmed(), shipped());
        when(new InvoiceSale(SALE, TODAY, null));
        then(new SaleInvoiced(SALE, TODAY, TODAY.plusDays(21)));
    }

    @Test
    void nothing_is_invoiced_before_it_ships() {
        given(drafted(), confirmed());
        when(new InvoiceSale(SALE, TODAY, LATER));
        thenRejected(SaleRejection.NOT_SHIPPED);
    }

    @Test
    void a_sale_is_invoiced_once() {
        given(drafted(), confirmed(), shipped(), invoiced());
        when(new InvoiceSale(SALE, TODAY, LATER));
        thenRejected(SaleRejection.ALREADY_INVOICED);
    }

    @Test
    void an_invoice_is_not_due_before_it_is_written() {
        given(drafted(), confirmed(), shipped());
        when(new InvoiceSale(SALE, LATER, TODAY));
        thenRejected(SaleRejection.DUE_BEFORE_INVOICED);
    }

    @Test
    void a_buyer_pays_in_parts_up_to_the_last_cent() {
        given(drafted(), confirmed(), shipped(), inspected("25.00"), invoiced(), received("20.00"));
        when(receipt(new UUID(3, 2), "30.00"));
        then(new ReceiptRecorded(SALE, new UUID(3, 2), usd("30.00"), ReceiptMethod.CHECK, ACCOUNT, null, LATER));
    }

    @Test
    void a_buyer_does_not_pay_a_cent_more() {
        given(drafted(), confirmed(), shipped(), inspected("25.00"), invoiced(), received("20.00"));
        when(receipt(new UUID(3, 2), "30.01"));
        thenRejected(SaleRejection.RECEIPT_ABOVE_OWED);
    }

    @Test
    void the_same_receipt_again_changes_nothing() {
        given(drafted(), confirmed(), shipped(), invoiced(), received("20.00"));
        when(receipt(RECEIPT, "20.00"));
        thenNothing();
    }

    @Test
    void nothing_comes_in_for_what_was_not_invoiced() {
        given(drafted(), confirmed(), shipped());
        when(receipt(RECEIPT, "20.00"));
        thenRejected(SaleRejection.NOT_INVOICED);
    }

    @Test
    void a_receipt_is_more_than_nothing() {
        given(drafted(), confirmed(), shipped(), invoiced());
        when(receipt(RECEIPT, "0.00"));
        thenRejected(SaleRejection.RECEIPT_NOT_POSITIVE);
    }

    @Test
    void a_bounced_check_is_owed_again() {
        given(drafted(), confirmed(), shipped(), invoiced(), received("75.00"), bounced("75.00"));
        when(receipt(new UUID(3, 2), "75.00"));
        then(new ReceiptRecorded(SALE, new UUID(3, 2), usd("75.00"), ReceiptMethod.CHECK, ACCOUNT, null, LATER));
    }

    @Test
    void a_check_bounces_once() {
        given(drafted(), confirmed(), shipped(), invoiced(), received("75.00"), bounced("75.00"));
        when(new UndoReceipt(SALE, RECEIPT, LATER));
        thenRejected(SaleRejection.NO_SUCH_RECEIPT);
    }

    @Test
    void a_paid_sale_is_closed() {
        given(drafted(), confirmed(), shipped(), invoiced(), received("75.00"));
        when(new CloseSale(SALE, LATER));
        then(new SaleClosed(SALE, LATER));
    }

    @Test
    void a_sale_that_is_not_paid_stays_open() {
        given(drafted(), confirmed(), shipped(), invoiced(), received("74.99"));
        when(new CloseSale(SALE, LATER));
        thenRejected(SaleRejection.NOT_PAID);
    }

    @Test
    void a_sale_is_given_up_before_it_ships() {
        given(drafted(), confirmed());
        when(new CancelSale(SALE, TODAY));
        then(new SaleCancelled(SALE, LINES, TODAY));
    }

    @Test
    void what_has_shipped_is_given_up_no_more() {
        given(drafted(), confirmed(), shipped());
        when(new CancelSale(SALE, TODAY));
        thenRejected(SaleRejection.ALREADY_SHIPPED);
    }

    @Test
    void a_step_that_only_said_something_is_taken_back() {
        given(drafted(), confirmed(), new SalePacked(SALE, TODAY));
        when(new TakeStepBack(SALE, SaleStep.PACKED));
        then(new SaleStepTakenBack(SALE, SaleStep.PACKED));
        given(drafted(), confirmed(), new SalePacked(SALE, TODAY), new SaleStepTakenBack(SALE, SaleStep.PACKED));
        when(new TakeStepBack(SALE, SaleStep.PACKED));
        thenRejected(SaleRejection.STEP_NOT_TAKEN);
        given(drafted(), confirmed(), new SalePacked(SALE, TODAY), shipped());
        when(new TakeStepBack(SALE, SaleStep.PACKED));
        thenRejected(SaleRejection.ALREADY_SHIPPED);
    }

    @Test
    void a_cancelled_sale_comes_back_as_a_draft() {
        SaleCancelled cancelled = new SaleCancelled(SALE, LINES, TODAY);
        given(drafted(), confirmed(), cancelled);
        when(new TakeStepBack(SALE, SaleStep.CANCELLED));
        then(new SaleStepTakenBack(SALE, SaleStep.CANCELLED));
        given(drafted(), confirmed(), cancelled, new SaleStepTakenBack(SALE, SaleStep.CANCELLED));
        when(new PackSale(SALE, TODAY));
        thenRejected(SaleRejection.NOT_CONFIRMED);
    }

    @Test
    void all_that_is_owed_comes_at_once() {
        UUID receipt = new UUID(7, 7);
        given(drafted(), confirmed(), shipped(), invoiced(), received("74.99"));
        when(new RecordWholeReceipt(SALE, receipt, ReceiptMethod.CHECK, LATER));
        then(new ReceiptRecorded(
                SALE,
                receipt,
                Money.usd("0.01"),
                ReceiptMethod.CHECK,
                AccountId.of(TENANT, TENANT.value()),
                null,
                LATER));
        given(drafted(), confirmed(), shipped(), invoiced(), received("75.00"));
        when(new RecordWholeReceipt(SALE, receipt, ReceiptMethod.CHECK, LATER));
        thenRejected(SaleRejection.NOTHING_OWED);
        given(drafted(), confirmed(), shipped());
        when(new RecordWholeReceipt(SALE, receipt, ReceiptMethod.CHECK, LATER));
        thenRejected(SaleRejection.NOT_INVOICED);
    }

    @Test
    void what_is_over_stays_over() {
        given(drafted(), new SaleCancelled(SALE, LINES, TODAY));
        when(new CancelSale(SALE, TODAY));
        thenRejected(SaleRejection.OVER);
    }

    @Test
    void a_sale_in_one_step_is_a_sale() {
        when(new RecordSale(SALE, BUYER, LINES.getFirst(), TODAY));
        then(new SaleRecorded(SALE, BUYER, List.of(LINES.getFirst()), TODAY));
    }

    @Test
    void a_sale_that_was_put_together_is_not_recorded_again() {
        given(drafted(), confirmed(), shipped());
        when(new RecordSale(SALE, BUYER, LINES.getFirst(), TODAY));
        thenNothing();
    }

    private static SaleDrafted drafted() {
        return new SaleDrafted(SALE, TERMS, LINES);
    }

    private static SaleConfirmed confirmed() {
        return new SaleConfirmed(SALE, TODAY);
    }

    private static SaleShipped shipped() {
        return new SaleShipped(SALE, BUYER, LINES, "UPS", "1Z999", TODAY);
    }

    private static SaleInvoiced invoiced() {
        return new SaleInvoiced(SALE, TODAY, LATER);
    }

    private static List<InspectedLine> found(int rejected, String deducted) {
        return List.of(new InspectedLine(VERIO, rejected, RejectedBoxes.RETURNED, usd(deducted)));
    }

    private static BuyerInspected inspected(String deducted) {
        return new BuyerInspected(SALE, found(1, deducted), LATER);
    }

    private static RecordReceipt receipt(UUID id, String amount) {
        return new RecordReceipt(SALE, id, usd(amount), ReceiptMethod.CHECK, null, LATER);
    }

    private static ReceiptRecorded received(String amount) {
        return new ReceiptRecorded(SALE, RECEIPT, usd(amount), ReceiptMethod.CHECK, ACCOUNT, null, LATER);
    }

    private static ReceiptUndone bounced(String amount) {
        return new ReceiptUndone(SALE, RECEIPT, usd(amount), LATER);
    }

    @Test
    void a_sale_in_one_step_is_taken_back_once() {
        SaleRecorded recorded = new SaleRecorded(SALE, BUYER, List.of(LINES.getFirst()), TODAY);
        given(recorded);
        when(new TakeBackSale(SALE));
        then(new SaleTakenBack(SALE));
        given(recorded, new SaleTakenBack(SALE));
        when(new TakeBackSale(SALE));
        thenRejected(SaleRejection.NOT_RECORDED);
    }

    @Test
    void a_sale_that_was_put_together_is_not_taken_back() {
        given(drafted());
        when(new TakeBackSale(SALE));
        thenRejected(SaleRejection.NOT_RECORDED);
    }
}
