package medflip.messaging.write;

import java.util.List;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.PostalAddress;
import medflip.messaging.events.ConversationId;
import medflip.platform.command.Histories;
import medflip.platform.privacy.RestrictedPeople;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the books say of the people who have a number: where they live, and whether that may be used at all. */
@Component
class Whereabouts {

    private final NumberHolderIndex holders;
    private final Histories histories;
    private final RestrictedPeople restricted;

    Whereabouts(NumberHolderIndex holders, Histories histories, RestrictedPeople restricted) {
        this.holders = holders;
        this.histories = histories;
        this.restricted = restricted;
    }

    /** Whether one of all who share the number wants that what is held of them isn't used. */
    boolean isRestricted(ConversationId conversation) {
        return holders.of(conversation).stream().anyMatch(restricted::isRestricted);
    }

    /** Of all who share the number; empty where nobody's place is known. */
    List<String> zones(ConversationId conversation) {
        return holders.of(conversation).stream()
                .map(this::usualAddress)
                .flatMap(address -> StateZones.of(address).stream())
                .distinct()
                .toList();
    }

    private @Nullable PostalAddress usualAddress(CustomerId customer) {
        PostalAddress address = null;
        for (CustomerEvent event : histories.of(customer, CustomerEvent.class).toList()) {
            switch (event) {
                case CustomerRegistered registered -> address = registered.address();
                case AddressesCorrected corrected ->
                    address = corrected.addresses().isEmpty()
                            ? null
                            : corrected.addresses().getFirst().address();
                default -> {
                    // Tells nothing of where somebody is.
                }
            }
        }
        return address;
    }
}
