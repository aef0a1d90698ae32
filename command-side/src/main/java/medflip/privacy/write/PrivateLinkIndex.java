package medflip.privacy.write;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.platform.command.Histories;
import medflip.platform.link.OneTimeLinkIndex;
import medflip.platform.link.OneTimeLinkIndex.OneTimeLink;
import medflip.platform.link.PrivateDataLink;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.privacy.events.PrivacyRequestEvent;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkMade;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkRevoked;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Private links to what is held of a person: their addresses, and whose each is. */
@Component
@ProcessingGroup("privacy.links")
class PrivateLinkIndex {

    /** The link that a token belongs to, as long as it leads somewhere. */
    record FoundLink(PrivacyRequestId request, CustomerId customer, UUID linkId) {}

    private final OneTimeLinkIndex links;
    private final Histories histories;
    private final BusinessCalendar calendar;

    PrivateLinkIndex(OneTimeLinkIndex links, Histories histories, BusinessCalendar calendar) {
        this.links = links;
        this.histories = histories;
        this.calendar = calendar;
    }

    /** Where the link leads, to be handed to the person. */
    String address(PrivacyRequestId request, UUID link) {
        return links.address(request, PrivateDataLink.PURPOSE, link, PrivateDataLink.SCREEN);
    }

    @EventHandler
    void on(PrivateLinkMade event) {
        links.open(
                event.requestId(),
                PrivateDataLink.PURPOSE,
                event.linkId(),
                event.goodUntil().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                PrivateDataLink.SCREEN);
    }

    /** Empty where there is no such link (any more). */
    Optional<FoundLink> find(String token) {
        return links.find(PrivateDataLink.PURPOSE, token).flatMap(this::ifGood);
    }

    private Optional<FoundLink> ifGood(OneTimeLink link) {
        PrivacyRequestId request = PrivacyRequestId.of(link.tenant(), link.local());
        CustomerId customer = null;
        PrivateLinkMade good = null;
        for (PrivacyRequestEvent event :
                histories.of(request, PrivacyRequestEvent.class).toList()) {
            switch (event) {
                case RequestReceived received -> customer = received.customerId();
                case PrivateLinkMade made -> good = made;
                case PrivateLinkRevoked revoked -> good = null;
                case RequestRefused refused -> good = null;
                default -> {
                    // A link outlives the answer.
                }
            }
        }
        return customer != null && isGood(good, link, calendar.today(link.tenant()))
                ? Optional.of(new FoundLink(request, customer, link.id()))
                : Optional.empty();
    }

    private static boolean isGood(@Nullable PrivateLinkMade good, OneTimeLink link, LocalDate today) {
        return good != null && good.linkId().equals(link.id()) && !today.isAfter(good.goodUntil());
    }
}
