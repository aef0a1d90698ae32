package medflip.privacy.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.UUID;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkMade;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkRevoked;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.write.PrivacyRequestCommand.MakePrivateLink;
import medflip.privacy.write.PrivacyRequestCommand.RevokePrivateLink;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * The private link by which a person without an account sees what a business holds of them, takes it along, and says
 * what is wrong. A request has one at a time; it goes on after the request was answered, which it often is the answer
 * to.
 */
class PrivateLink {

    /** How many days a link leads somewhere. */
    static final int GOOD_DAYS = 14;

    private final PrivacyRequest request;
    private @Nullable UUID id;
    private LocalDate goodUntil = LocalDate.MIN;

    PrivateLink(PrivacyRequest request) {
        this.request = request;
    }

    @CommandHandler
    void decide(MakePrivateLink command) {
        require(request.showsData(), PrivacyRequestRejection.NOTHING_TO_SHOW);
        if (!command.linkId().equals(id) || command.madeOn().isAfter(goodUntil)) {
            apply(new PrivateLinkMade(
                    request.id(),
                    command.linkId(),
                    command.madeOn(),
                    command.madeOn().plusDays(GOOD_DAYS)));
        }
    }

    @EventSourcingHandler
    void evolve(PrivateLinkMade event) {
        id = event.linkId();
        goodUntil = event.goodUntil();
    }

    @CommandHandler
    void decide(RevokePrivateLink command) {
        require(command.linkId().equals(id), PrivacyRequestRejection.LINK_VOID);
        apply(new PrivateLinkRevoked(request.id(), command.linkId(), command.revokedOn()));
    }

    @EventSourcingHandler
    void evolve(PrivateLinkRevoked event) {
        id = null;
    }

    @EventSourcingHandler
    void evolve(RequestRefused event) {
        id = null;
    }
}
