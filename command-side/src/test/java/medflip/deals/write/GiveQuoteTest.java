package medflip.deals.write;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.customers.events.CustomerId;
import medflip.deals.events.QuoteLine;
import medflip.deals.write.DealCommand.GiveQuote;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class GiveQuoteTest extends DealSpec {

    @Test
    void a_quote_opens_a_deal() {
        when(new GiveQuote(DEAL, CUSTOMER, List.of(line(1, 2, "15.00")), TODAY, IN_A_WEEK, null));
        then(quoted(line(1, 2, "15.00")));
    }

    @Test
    void a_quote_without_lines_is_refused() {
        when(new GiveQuote(DEAL, CUSTOMER, List.of(), TODAY, IN_A_WEEK, null));
        thenRejected(DealRejection.NO_LINES);
    }

    @Test
    void boxes_that_expired_last_month_are_refused() {
        when(new GiveQuote(DEAL, CUSTOMER, List.of(expiring(YearMonth.of(2026, 10))), TODAY, IN_A_WEEK, null));
        thenRejected(DealRejection.EXPIRED_GOODS);
    }

    @Test
    void boxes_that_expire_at_this_months_end_are_not_expired_yet() {
        when(new GiveQuote(DEAL, CUSTOMER, List.of(expiring(YearMonth.of(2026, 11))), TODAY, IN_A_WEEK, null));
        then(quoted(expiring(YearMonth.of(2026, 11))));
    }

    @Test
    void a_customer_of_another_tenant_does_not_exist() {
        CustomerId foreign = CustomerId.of(OTHER_TENANT, new UUID(2, 2));
        when(new GiveQuote(DEAL, foreign, List.of(line(1, 2, "15.00")), TODAY, IN_A_WEEK, null));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static QuoteLine expiring(YearMonth month) {
        return new QuoteLine(1, VERIO, "OneTouch Verio 50ct", month, Grade.PERFECT, 1, usd("9.00"));
    }
}
