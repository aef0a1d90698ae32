package medflip.customers.events;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import medflip.kernel.EmailAddress;
import medflip.kernel.Personal;
import medflip.kernel.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a person.
 *
 * @param value a phone number in E.164 form, or an e-mail address
 */
public record Contact(
        ContactKind kind, String value, @Nullable ContactLabel label) implements Personal {

    public static Contact of(PhoneNumber phone) {
        return new Contact(ContactKind.PHONE, phone.value(), null);
    }

    public static Contact of(EmailAddress email) {
        return new Contact(ContactKind.EMAIL, email.value(), null);
    }

    /** Numbers first, then addresses; without labels, as forms and files that know none bring them. */
    public static List<Contact> allOf(List<PhoneNumber> phones, List<EmailAddress> emails) {
        return Stream.concat(phones.stream().map(Contact::of), emails.stream().map(Contact::of))
                .toList();
    }

    /** Whether it leads to the same place, whatever it is labelled. */
    public boolean isSameAs(Contact other) {
        return kind == other.kind && Objects.equals(value, other.value);
    }

    /** Masked, so that no log line ever holds the value. */
    @Override
    public String toString() {
        return "***";
    }
}
