package medflip.sales.events;

import java.time.LocalDate;
import java.time.YearMonth;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.MonthCount;
import medflip.kernel.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * To whom a sale goes, and on what terms. They stay what they were agreed to be, whatever becomes of the buyer's usual
 * ones.
 *
 * @param buyerId the buyer in the books; absent for one whose name was only typed
 * @param buyer what it was called then
 * @param shipOn the day the boxes are to ship
 * @param minimumMonths how many months they must still last then
 * @param monthCount how the business counted months then
 * @param paymentDays how many days after the invoice the buyer pays
 */
public record SaleTerms(
        @Nullable BuyerId buyerId,
        @NotPersonal("a wholesale buyer is a company") String buyer,
        LocalDate shipOn,
        int minimumMonths,
        MonthCount monthCount,
        int paymentDays) {

    /** The first month in which boxes may expire that ship on a day. */
    public YearMonth earliestExpiry(LocalDate day) {
        return monthCount.earliest(day, minimumMonths);
    }
}
