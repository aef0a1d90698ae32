package medflip.privacy.read.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.HandleKind;
import medflip.customers.events.Place;
import medflip.kernel.FileKind;
import medflip.kernel.Money;
import medflip.privacy.events.RequestKind;
import org.jspecify.annotations.Nullable;

/**
 * What a business holds of one person, over all cards that are theirs. Whose work it is inside the business isn't told.
 *
 * @param business what it is called
 * @param asOf when this was read
 * @param goodUntil the last day of the link
 * @param correctionSent whether something to be put right was sent by the link already: it is good for one
 * @param restricted whether the business keeps it and doesn't use it
 * @param doNotBuyFor why the business buys nothing from them; absent where it does
 */
record HeldData(
        String business,
        Instant asOf,
        LocalDate goodUntil,
        boolean correctionSent,
        boolean restricted,
        List<HeldCard> cards,
        @Nullable String doNotBuyFor,
        List<HeldNote> notes,
        List<HeldTask> tasks,
        List<HeldHandle> payoutHandles,
        List<HeldDeal> deals,
        List<HeldText> texts,
        List<HeldFile> files,
        List<AskedBefore> requests) {

    /** The person as a card has them; the first is the one that is in use. */
    record HeldCard(
            String name,
            List<Contact> contacts,
            List<Place> addresses,
            List<String> tags,
            List<HeldField> fields,
            @Nullable String leadSource,
            Instant registeredAt) {}

    record HeldField(String name, String value) {}

    record HeldNote(String text, Instant writtenAt) {}

    record HeldTask(String text, LocalDate dueOn) {}

    record HeldHandle(HandleKind kind, String handle) {}

    /**
     * @param attestedOn when they said that they may sell the goods; absent where they haven't
     * @param note what was written down about it
     */
    record HeldDeal(
            @Nullable LocalDate dealtOn,
            String state,
            List<HeldLine> lines,
            Money quoted,
            @Nullable Money agreed,
            @Nullable LocalDate attestedOn,
            @Nullable String attestationVersion,
            @Nullable String note) {}

    record HeldLine(String item, int quantity, Money total) {}

    /** @param incoming whether the person wrote it */
    record HeldText(
            Instant at,
            String number,
            boolean incoming,
            @Nullable String body,
            int pictures,
            String state) {}

    /** A file, which can be fetched by its id. */
    record HeldFile(UUID id, FileKind kind, int bytes, Instant attachedAt) {}

    record AskedBefore(RequestKind kind, LocalDate receivedOn, boolean over) {}
}
