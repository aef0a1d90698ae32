package medflip.messaging.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonName;
import medflip.kernel.Personal;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.Histories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a campaign texts: how the books call them at this moment, and where they are reached. */
@Component
class Recipients {

    /**
     * Somebody in the books.
     *
     * @param number the usual one; absent where there is none
     */
    record Recipient(PersonName name, @Nullable PhoneNumber number) {}

    private final Histories histories;

    Recipients(Histories histories) {
        this.histories = histories;
    }

    /** Nobody, if they were put aside or forgotten. */
    Optional<Recipient> find(CustomerId customer) {
        PersonName name = null;
        List<String> numbers = new ArrayList<>();
        boolean archived = false;
        for (CustomerEvent event : histories.of(customer, CustomerEvent.class).toList()) {
            switch (event) {
                case CustomerRegistered registered -> {
                    name = registered.name();
                    addAll(numbers, registered.phones());
                }
                case CustomerRenamed renamed -> name = renamed.name();
                case ContactsCorrected corrected -> {
                    numbers.clear();
                    corrected.contacts().stream()
                            .filter(contact -> contact.kind() == ContactKind.PHONE)
                            .map(Contact::value)
                            .forEach(numbers::add);
                }
                case ContactsAdded added -> addAll(numbers, added.phones());
                case CustomerArchived aside -> archived = true;
                case CustomerRestored back -> archived = false;
                default -> {}
            }
        }
        return name == null || archived || name.value().equals(Personal.ERASED)
                ? Optional.empty()
                : Optional.of(new Recipient(name, numbers.isEmpty() ? null : new PhoneNumber(numbers.getFirst())));
    }

    private static void addAll(List<String> numbers, List<PhoneNumber> more) {
        more.stream().map(PhoneNumber::value).forEach(numbers::add);
    }
}
