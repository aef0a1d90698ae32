package medflip.reports.read.quotes;

import java.time.YearMonth;
import java.util.List;
import java.util.function.ToLongFunction;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/** How far the quotes of each month came, by the month in which they were given. */
record QuoteFunnel(List<FunnelMonth> months, FunnelMonth total) {

    /**
     * Each count is of those that came at least so far.
     *
     * @param month absent for the total
     * @param bought the price was settled
     * @param paid nothing is owed any more
     * @param quotedMoney what all quotes together offered
     * @param boughtMoney what was agreed on in the end
     */
    record FunnelMonth(
            @Nullable YearMonth month,
            long quoted,
            long accepted,
            long received,
            long bought,
            long paid,
            Money quotedMoney,
            Money boughtMoney) {}

    static QuoteFunnel of(List<FunnelMonth> months, String currency) {
        return new QuoteFunnel(
                months,
                new FunnelMonth(
                        null,
                        sum(months, FunnelMonth::quoted),
                        sum(months, FunnelMonth::accepted),
                        sum(months, FunnelMonth::received),
                        sum(months, FunnelMonth::bought),
                        sum(months, FunnelMonth::paid),
                        new Money(sum(months, month -> month.quotedMoney().minor()), currency),
                        new Money(sum(months, month -> month.boughtMoney().minor()), currency)));
    }

    private static long sum(List<FunnelMonth> months, ToLongFunction<FunnelMonth> value) {
        return months.stream().mapToLong(value).sum();
    }
}
