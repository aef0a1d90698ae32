package medflip.customers.write;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.DataSubject;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.Histories;
import medflip.platform.privacy.NumbersOf;
import org.springframework.stereotype.Component;

/** A person's numbers, as their card says and said them. */
@Component
class NumbersOfCustomers implements NumbersOf {

    private final Histories histories;
    private final ContactIndex contacts;

    NumbersOfCustomers(Histories histories, ContactIndex contacts) {
        this.histories = histories;
        this.contacts = contacts;
    }

    @Override
    public Set<PhoneNumber> numbersOf(DataSubject somebody) {
        if (!(somebody instanceof CustomerId customer)) {
            return Set.of();
        }
        Set<PhoneNumber> now = new HashSet<>();
        Set<PhoneNumber> ever = new HashSet<>();
        histories.of(customer, CustomerEvent.class).forEach(event -> {
            if (event instanceof ContactsCorrected) {
                now.clear();
            }
            List<PhoneNumber> said = switch (event) {
                case CustomerRegistered registered -> registered.phones();
                case ContactsAdded added -> added.phones();
                case ContactsCorrected corrected -> phones(corrected.contacts());
                default -> List.of();
            };
            now.addAll(said);
            ever.addAll(said);
        });
        ever.removeIf(number -> !now.contains(number)
                && contacts.find(customer.tenantId(), List.of(number), List.of())
                        .isPresent());
        return ever;
    }

    private static List<PhoneNumber> phones(List<Contact> contacts) {
        return contacts.stream()
                .filter(contact -> contact.kind() == ContactKind.PHONE)
                .map(contact -> new PhoneNumber(contact.value()))
                .toList();
    }
}
