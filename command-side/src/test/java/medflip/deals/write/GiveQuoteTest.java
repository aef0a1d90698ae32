package medflip.deals.write;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.catalog.events.PriceTrace.PriceOverride;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.QuoteLine;
import medflip.deals.write.QuoteCommand.GiveQuote;
import medflip.platform.command.RequestRejection;
import org.jspecify.annotations.Nullable;
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

    @Test
    void drugs_are_never_bought() {
        QuoteLine drug = new QuoteLine(
                1,
                ProductId.named(TENANT, "Novolog"),
                "Novolog FlexPen",
                NEXT_YEAR,
                Grade.PERFECT,
                1,
                usd("9.00"),
                PriceTrace.BY_HAND);
        when(new GiveQuote(DEAL, CUSTOMER, List.of(drug), TODAY, IN_A_WEEK, null));
        thenRejected(DealRejection.EXCLUDED_GOODS);
    }

    @Test
    void the_lists_price_is_given_without_a_word() {
        when(new GiveQuote(DEAL, CUSTOMER, List.of(traced("15.00", null)), TODAY, IN_A_WEEK, null));
        then(quoted(traced("15.00", null)));
    }

    @Test
    void another_price_than_the_lists_needs_a_reason() {
        when(new GiveQuote(DEAL, CUSTOMER, List.of(traced("15.01", null)), TODAY, IN_A_WEEK, null));
        thenRejected(DealRejection.REASON_NEEDED);
    }

    @Test
    void with_a_reason_another_price_is_given_and_says_by_whom() {
        PriceOverride haggled = new PriceOverride(OverrideReason.HAGGLED, "user:1");
        when(new GiveQuote(DEAL, CUSTOMER, List.of(traced("16.00", haggled)), TODAY, IN_A_WEEK, null));
        then(quoted(traced("16.00", haggled)));
    }

    @Test
    void a_price_that_leaves_too_little_needs_a_reason_even_if_it_is_the_lists() {
        PriceTrace thin = new PriceTrace(null, null, usd("10.00"), 20, null);
        QuoteLine line = new QuoteLine(1, VERIO, "Verio", NEXT_YEAR, Grade.PERFECT, 1, usd("8.01"), thin);
        when(new GiveQuote(DEAL, CUSTOMER, List.of(line), TODAY, IN_A_WEEK, null));
        thenRejected(DealRejection.REASON_NEEDED);
    }

    private static QuoteLine traced(String unitPrice, @Nullable PriceOverride override) {
        ListPrice listed = new ListPrice(PriceListId.own(TENANT), 1, 7, 5, usd("15.00"), 100, 100, usd("15.00"));
        PriceTrace trace = new PriceTrace(listed, null, usd("30.00"), 20, override);
        return new QuoteLine(1, VERIO, "OneTouch Verio 50ct", NEXT_YEAR, Grade.PERFECT, 1, usd(unitPrice), trace);
    }

    private static QuoteLine expiring(YearMonth month) {
        return new QuoteLine(1, VERIO, "OneTouch Verio 50ct", month, Grade.PERFECT, 1, usd("9.00"), PriceTrace.BY_HAND);
    }
}
