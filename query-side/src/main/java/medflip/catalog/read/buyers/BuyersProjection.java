package medflip.catalog.read.buyers;

import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.jspecify.annotations.Nullable;

/** Fills buyers. */
@Projection(processingGroup = BuyersProjection.GROUP, tables = "buyer")
class BuyersProjection {

    static final String GROUP = "catalog.buyers";

    @EventHandler
    void on(BuyerAdded event, @SequenceNumber long version, Rows rows) {
        put(
                event.buyerId(),
                event.name(),
                event.contact(),
                event.phone(),
                event.email(),
                event.note(),
                event.terms(),
                version,
                rows);
    }

    @EventHandler
    void on(BuyerCorrected event, @SequenceNumber long version, Rows rows) {
        put(
                event.buyerId(),
                event.name(),
                event.contact(),
                event.phone(),
                event.email(),
                event.note(),
                event.terms(),
                version,
                rows);
    }

    @EventHandler
    void on(BuyerRetired event, @SequenceNumber long version, Rows rows) {
        retired(event.buyerId(), true, version, rows);
    }

    @EventHandler
    void on(BuyerRestored event, @SequenceNumber long version, Rows rows) {
        retired(event.buyerId(), false, version, rows);
    }

    private static void put(
            BuyerId buyer,
            String name,
            @Nullable PersonName contact,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email,
            @Nullable PersonalText note,
            BuyerTerms terms,
            long version,
            Rows rows) {
        String contactText = contact == null ? null : contact.value();
        String phoneText = phone == null ? null : phone.value();
        String emailText = email == null ? null : email.value();
        rows.write(
                buyer,
                """
                INSERT INTO buyer
                    (tenant_id, id, name, sort_name, search, contact, phone, email, note, minimum_months, grades,
                     channels, deduction, price_fixed, payment_days, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (tenant_id, id) DO UPDATE SET
                    name = excluded.name, sort_name = excluded.sort_name, search = excluded.search,
                    contact = excluded.contact, phone = excluded.phone, email = excluded.email, note = excluded.note,
                    minimum_months = excluded.minimum_months, grades = excluded.grades, channels = excluded.channels,
                    deduction = excluded.deduction, price_fixed = excluded.price_fixed,
                    payment_days = excluded.payment_days, version = excluded.version
                """,
                buyer.tenantId(),
                buyer,
                name,
                SearchText.fold(name),
                SearchText.fold(name, contactText, emailText, phoneText),
                contactText,
                phoneText,
                emailText,
                note == null ? null : note.value(),
                terms.minimumMonths(),
                terms.grades(),
                terms.channels(),
                terms.deduction(),
                terms.priceFixed(),
                terms.paymentDays(),
                version);
    }

    private static void retired(BuyerId buyer, boolean retired, long version, Rows rows) {
        rows.write(
                buyer,
                "UPDATE buyer SET retired = ?, version = ? WHERE tenant_id = ? AND id = ?",
                retired,
                version,
                buyer.tenantId(),
                buyer);
    }
}
