package medflip.messaging.write;

import java.util.List;
import medflip.customers.events.CustomerEvent;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.kernel.PostalAddress;
import medflip.messaging.events.ConversationId;
import medflip.platform.command.Histories;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** In which time zones the people are who have a number, by where they live. */
@Component
class Whereabouts {

    private final NumberHolderIndex holders;
    private final Histories histories;

    Whereabouts(NumberHolderIndex holders, Histories histories) {
        this.holders = holders;
        this.histories = histories;
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
