package medflip.imports.write;

import java.time.LocalDate;
import java.time.YearMonth;
import medflip.catalog.events.Grade;
import medflip.deals.events.PayoutMethod;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * What a good row says: boxes of one item bought from a person, and sold on or not. {@code paid} and {@code shipping}
 * are for all boxes.
 *
 * @param reference by which the row is recognised; null where it is by all that it says
 */
record Purchase(
        LocalDate boughtOn,
        Seller seller,
        String item,
        int quantity,
        YearMonth expiry,
        Grade grade,
        Money paid,
        Payment payment,
        Money shipping,
        @Nullable Resale resale,
        @Nullable PersonalText note,
        @Nullable String reference) {

    /** The person as this one row writes them. */
    record Seller(
            PersonName name,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email,
            @Nullable String leadSource) {}

    /** How the person was paid; the reference is a check's number or whatever else stood there. */
    record Payment(PayoutMethod method, @Nullable PersonalText reference) {}

    /** All boxes of the row, sold to one buyer. {@code proceeds} is for all of them. */
    record Resale(String buyer, LocalDate soldOn, Money proceeds) {}

    /** What the boxes cost until they were on the shelf: their price and the label. */
    Money landedCost() {
        return paid.plus(shipping);
    }
}
