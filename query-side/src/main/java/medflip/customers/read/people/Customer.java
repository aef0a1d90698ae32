package medflip.customers.read.people;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.Place;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * One person, with everything the books say of them.
 *
 * @param contacts the usual number and e-mail address first
 * @param addresses the usual one first
 * @param doNotBuyFor why nothing is bought from them; absent where it may be
 * @param erased whether they were forgotten: only what their deals add up to is left
 * @param mergedInto whom this person turned out to be
 * @param merged who turned out to be this person: what was written of them is shown here as well
 */
record Customer(
        @JsonUnwrapped CustomerItem item,
        List<Contact> contacts,
        List<Place> addresses,
        List<FieldValue> fields,
        @Nullable String doNotBuyFor,
        boolean erased,
        @Nullable OnePerson mergedInto,
        List<OnePerson> merged)
        implements Versioned {

    /** A field of the business's own, as it is filled in. */
    record FieldValue(UUID fieldId, String value) {}

    /** Another card of the same person. */
    record OnePerson(
            UUID id,
            String name,
            List<Contact> contacts,
            @Nullable String doNotBuyFor,
            long version) {}

    @Override
    public long version() {
        return item.version();
    }
}
