package medflip.deals.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.QuoteAccepted;
import medflip.deals.events.DealEvent.QuoteGiven;
import medflip.deals.events.DealId;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.kernel.DomainEvent;
import medflip.platform.command.AggregateSpec;

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
        return new QuoteAccepted(DEAL, "2026-11-24", TODAY);
    }

    /** A deal of one line, received and agreed at the price. */
    static DomainEvent[] dealAgreedAt(String price) {
        return new DomainEvent[] {
            quoted(line(1, 1, price)),
            accepted(),
            new DealReceived(DEAL, TODAY, List.of(received(1, 1, price)), usd(price))
        };
    }
}
