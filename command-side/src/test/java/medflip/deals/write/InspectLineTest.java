package medflip.deals.write;

import java.time.YearMonth;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.Outcome;
import medflip.deals.events.QuoteLine;
import medflip.deals.write.InspectionCommand.Finding;
import medflip.deals.write.InspectionCommand.InspectRestAsQuoted;
import medflip.deals.write.InspectionCommand.ReceiveBoxes;
import org.junit.jupiter.api.Test;

class InspectLineTest extends DealSpec {

    @Test
    void boxes_of_a_quote_that_nobody_accepted_are_not_received() {
        given(quoted(line(1, 1, "10.00")));
        when(new ReceiveBoxes(DEAL, TODAY));
        thenRejected(DealRejection.NOT_ACCEPTED);
    }

    @Test
    void boxes_are_received_once() {
        given(quoted(line(1, 1, "10.00")), accepted(), boxesReceived());
        when(new ReceiveBoxes(DEAL, TODAY));
        thenRejected(DealRejection.ALREADY_RECEIVED);
    }

    @Test
    void what_was_not_inspected_yet_can_be_taken_as_quoted() {
        given(
                quoted(line(1, 1, "10.00"), line(2, 2, "11.00")),
                accepted(),
                boxesReceived(),
                inspected(1, found(1, 1, "10.00")));
        when(new InspectRestAsQuoted(DEAL, TODAY));
        then(inspected(2, found(2, 2, "11.00")));
    }

    @Test
    void boxes_as_quoted_keep_the_quotes_trace_and_others_are_told_what_the_rules_make_of_them() {
        PriceTrace quoted = new PriceTrace(null, null, usd("20.00"), 10, null);
        PriceTrace today = new PriceTrace(null, null, usd("12.00"), 10, null);
        given(
                quoted(new QuoteLine(
                        1, VERIO, "OneTouch Verio 50ct", NEXT_YEAR, Grade.PERFECT, 2, usd("15.00"), quoted)),
                accepted(),
                boxesReceived());
        when(inspect(
                1,
                null,
                new Finding(NEXT_YEAR, Grade.PERFECT, 1, usd("15.00"), Outcome.STOCK, null, today),
                new Finding(NEXT_YEAR, Grade.SLIGHT_DAMAGE, 1, usd("8.00"), Outcome.STOCK, Difference.DAMAGED, today)));
        then(inspected(
                1,
                new FoundBoxes(
                        1,
                        VERIO,
                        "OneTouch Verio 50ct",
                        NEXT_YEAR,
                        Grade.PERFECT,
                        1,
                        usd("15.00"),
                        Outcome.STOCK,
                        null,
                        quoted),
                new FoundBoxes(
                        1_001,
                        VERIO,
                        "OneTouch Verio 50ct",
                        NEXT_YEAR,
                        Grade.SLIGHT_DAMAGE,
                        1,
                        usd("8.00"),
                        Outcome.STOCK,
                        Difference.DAMAGED,
                        today)));
    }

    @Test
    void boxes_of_one_line_can_be_found_unlike() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(inspect(1, null, good("15.00", null), BROKEN_BOX));
        then(inspected(1, found(1, 1, "15.00"), BROKEN));
    }

    @Test
    void a_difference_needs_its_reason() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(inspect(1, null, good("14.00", null)));
        thenRejected(DealRejection.DIFFERENCE_UNEXPLAINED);
        when(inspect(1, null, good("14.00", Difference.NEW_PRICE)));
        then(inspected(1, withReason(found(1, 1, "14.00"), Difference.NEW_PRICE)));
    }

    @Test
    void rejected_boxes_never_go_to_stock() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(inspect(
                1,
                null,
                new Finding(NEXT_YEAR, null, 1, usd("1.00"), Outcome.STOCK, Difference.WATER, PriceTrace.BY_HAND)));
        thenRejected(DealRejection.REJECTED_GOODS);
    }

    @Test
    void expired_boxes_never_go_to_stock_but_can_be_disposed_of() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        var lastMonth = YearMonth.from(TODAY).minusMonths(1);
        when(inspect(
                1,
                null,
                new Finding(
                        lastMonth,
                        Grade.PERFECT,
                        1,
                        usd("1.00"),
                        Outcome.STOCK,
                        Difference.EXPIRED,
                        PriceTrace.BY_HAND)));
        thenRejected(DealRejection.EXPIRED_GOODS);
        when(inspect(
                1,
                null,
                new Finding(
                        lastMonth,
                        Grade.PERFECT,
                        1,
                        usd("1.00"),
                        Outcome.DISPOSE,
                        Difference.EXPIRED,
                        PriceTrace.BY_HAND)));
        then(inspected(
                1,
                new FoundBoxes(
                        1,
                        VERIO,
                        "OneTouch Verio 50ct",
                        lastMonth,
                        Grade.PERFECT,
                        1,
                        usd("1.00"),
                        Outcome.DISPOSE,
                        Difference.EXPIRED,
                        PriceTrace.BY_HAND)));
    }

    @Test
    void what_came_besides_is_a_line_after_the_last() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(inspect(2, BESIDES, good("9.00", Difference.NOT_QUOTED)));
        then(inspected(2, withReason(found(2, 1, "9.00"), Difference.NOT_QUOTED)));
        when(inspect(3, BESIDES, good("9.00", Difference.NOT_QUOTED)));
        thenRejected(DealRejection.NO_SUCH_LINE);
        when(inspect(2, null, good("9.00", Difference.NOT_QUOTED)));
        thenRejected(DealRejection.NO_SUCH_LINE);
        when(inspect(0, BESIDES, good("9.00", Difference.NOT_QUOTED)));
        thenRejected(DealRejection.NO_SUCH_LINE);
    }

    @Test
    void nothing_is_inspected_before_it_came() {
        given(quoted(line(1, 2, "15.00")), accepted());
        when(inspect(1, null, good("15.00", null)));
        thenRejected(DealRejection.NOT_RECEIVED);
    }
}
