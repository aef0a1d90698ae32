package medflip.customers.write;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonName;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Histories;
import org.springframework.stereotype.Component;

/**
 * A number belongs to one person of a business: whoever is about to write one down, a form or an import, claims it
 * first.
 */
@Component
public class PhoneClaimIndex {

    private final ContactIndex contacts;
    private final Histories histories;

    PhoneClaimIndex(ContactIndex contacts, Histories histories) {
        this.contacts = contacts;
        this.histories = histories;
    }

    /**
     * Writes numbers down for a person.
     *
     * @throws CommandRejected naming the one who has one of them, or is just getting it
     */
    public <T> T claiming(CustomerId customer, List<Contact> contactsOfTheirs, Supplier<T> writing) {
        return claiming(customer, contactsOfTheirs, () -> false, writing);
    }

    /** The same for what may be a repeat: that is answered as before, whoever has the number now. */
    <T> T claiming(CustomerId customer, List<Contact> contactsOfTheirs, BooleanSupplier isRepeat, Supplier<T> writing) {
        Optional<CustomerId> holder = contacts.claim(customer, contactsOfTheirs);
        if (holder.isPresent() && !isRepeat.getAsBoolean()) {
            throw taken(holder.get());
        }
        boolean done = false;
        try {
            T written = writing.get();
            done = true;
            return written;
        } finally {
            if (!done) {
                contacts.release(customer);
            }
        }
    }

    /**
     * Looks whether a person could have these numbers, and claims nothing.
     *
     * @throws CommandRejected naming the one who has one of them
     */
    public void requireFree(CustomerId customer, List<PhoneNumber> phones) {
        phones.stream()
                .flatMap(phone -> contacts.holder(customer, phone).stream())
                .findFirst()
                .ifPresent(holder -> {
                    throw taken(holder);
                });
    }

    /** Those of the numbers that nobody else has. */
    public List<PhoneNumber> free(CustomerId customer, List<PhoneNumber> phones) {
        return phones.stream()
                .filter(phone -> contacts.holder(customer, phone).isEmpty())
                .toList();
    }

    private CommandRejected taken(CustomerId holder) {
        return new CommandRejected(new PhoneTaken(name(holder)));
    }

    private PersonName name(CustomerId customer) {
        return histories
                .of(customer, CustomerEvent.class)
                .flatMap(event -> switch (event) {
                    case CustomerRegistered registered -> Stream.of(registered.name());
                    case CustomerRenamed renamed -> Stream.of(renamed.name());
                    default -> Stream.empty();
                })
                .reduce((earlier, later) -> later)
                .orElse(new PersonName("somebody who is just being written down"));
    }
}
