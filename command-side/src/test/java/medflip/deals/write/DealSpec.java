package medflip.deals.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.DealId;
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.Outcome;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.InspectionCommand.Finding;
import medflip.deals.write.InspectionCommand.Goods;
import medflip.deals.write.InspectionCommand.InspectLine;
import medflip.kernel.DomainEvent;
import medflip.platform.command.AggregateSpec;
import org.jspecify.annotations.Nullable;

/** What specifications of deals have in common. */
abstract class DealSpec extends AggregateSpec<Deal> {

    static final DealId DEAL = DealId.of(TENANT, new UUID(1, 1));
    static final CustomerId CUSTOMER = CustomerId.of(TENANT, new UUID(2, 2));
    static final ProductId VERIO = ProductId.named(TENANT, "OneTouch Verio 50ct");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate IN_A_WEEK = TODAY.plusWeeks(1);
    static final YearMonth NEXT_YEAR = YearMonth.of(2027, 6);

    static QuoteLine line(int number, int quantity, String unitPrice) {
        return new QuoteLine(
                number,
                VERIO,
                "OneTouch Verio 50ct",
                NEXT_YEAR,
                Grade.PERFECT,
                quantity,
                usd(unitPrice),
                PriceTrace.BY_HAND);
    }

    static ReceivedLine received(int number, int quantity, String landedCost) {
        return new ReceivedLine(
                number, VERIO, "OneTouch Verio 50ct", NEXT_YEAR, Grade.PERFECT, quantity, usd(landedCost));
    }

    static QuoteGiven quoted(QuoteLine... lines) {
        return new QuoteGiven(DEAL, CUSTOMER, List.of(lines), TODAY, IN_A_WEEK, null);
    }

    static QuoteAccepted accepted() {
        return new QuoteAccepted(DEAL, 1, "2026-11-24", AcceptedBy.BUSINESS, TODAY);
    }

    static BoxesReceived boxesReceived() {
        return new BoxesReceived(DEAL, TODAY);
    }

    static LineInspected inspected(int line, FoundBoxes... found) {
        return new LineInspected(DEAL, CUSTOMER, line, List.of(found), null, TODAY);
    }

    /** Boxes as {@link #line} quotes them, bought at a price. */
    static FoundBoxes found(int number, int quantity, String unitPrice) {
        return new FoundBoxes(
                number,
                VERIO,
                "OneTouch Verio 50ct",
                NEXT_YEAR,
                Grade.PERFECT,
                quantity,
                usd(unitPrice),
                Outcome.STOCK,
                null,
                PriceTrace.BY_HAND);
    }

    /** A deal of one line, whose boxes came and were agreed on at the price. */
    static List<DomainEvent> dealAgreedAt(String price) {
        return List.of(
                quoted(line(1, 1, price)),
                accepted(),
                boxesReceived(),
                inspected(1, found(1, 1, price)),
                new DealAgreed(DEAL, TODAY, List.of(received(1, 1, price)), usd(price), usd("0.00"), 0));
    }

    /** A past, and what happened after it. */
    static DomainEvent[] and(List<DomainEvent> past, DomainEvent... after) {
        return Stream.concat(past.stream(), Stream.of(after)).toArray(DomainEvent[]::new);
    }

    static final FoundBoxes BROKEN = new FoundBoxes(
            1_001,
            VERIO,
            "OneTouch Verio 50ct",
            NEXT_YEAR,
            null,
            1,
            usd("0.00"),
            Outcome.RETURN,
            Difference.BROKEN_SEAL,
            PriceTrace.BY_HAND);

    static final Finding BROKEN_BOX =
            new Finding(NEXT_YEAR, null, 1, usd("0.00"), Outcome.RETURN, Difference.BROKEN_SEAL, PriceTrace.BY_HAND);

    static final Goods BESIDES = new Goods(VERIO, "OneTouch Verio 50ct");

    static Finding good(String price, @Nullable Difference difference) {
        return new Finding(NEXT_YEAR, Grade.PERFECT, 1, usd(price), Outcome.STOCK, difference, PriceTrace.BY_HAND);
    }

    static FoundBoxes withReason(FoundBoxes boxes, Difference difference) {
        return new FoundBoxes(
                boxes.number(),
                boxes.productId(),
                boxes.item(),
                boxes.expiry(),
                boxes.grade(),
                boxes.quantity(),
                boxes.unitPrice(),
                boxes.outcome(),
                difference,
                boxes.trace());
    }

    static InspectLine inspect(int line, @Nullable Goods besides, Finding... found) {
        return new InspectLine(DEAL, line, besides, List.of(found), null, TODAY);
    }
}
