package medflip.catalog.events;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * On what terms a buyer buys.
 *
 * @param minimumMonths that must be left on the day the boxes are shipped, counted as the business counts months
 * @param grades that it takes
 * @param channels that it takes
 * @param deduction what it usually takes off its list, in percent: fees and the like
 * @param priceFixed when its price stops moving
 * @param paymentDays how many days after the invoice it pays
 */
public record BuyerTerms(
        int minimumMonths,
        List<Grade> grades,
        List<Channel> channels,
        int deduction,
        PriceFixed priceFixed,
        int paymentDays) {

    /** When a price stops moving. */
    public enum PriceFixed {
        /** It is the price of the day of the order. */
        ON_ORDER,
        /** It is the price of the day the boxes arrive. */
        ON_RECEIPT
    }

    /** The same terms, but for how long the boxes must last. */
    public BuyerTerms lasting(int months) {
        return new BuyerTerms(months, grades, channels, deduction, priceFixed, paymentDays);
    }

    /** Whether it takes boxes of this kind that are shipped on the day. */
    public boolean accept(YearMonth expiry, Grade grade, Channel channel, LocalDate shippedOn, MonthCount count) {
        return count.left(shippedOn, expiry) >= minimumMonths && grades.contains(grade) && channels.contains(channel);
    }
}
