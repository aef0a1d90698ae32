package medflip.deals.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What can be asked about the private link to what a person is offered: a quote, or a re-quote. */
public sealed interface OfferLinkCommand extends DealCommand {

    UUID linkId();

    /** Lets the person see what is offered and answer it by a private link. The same link again changes nothing. */
    record MakeOfferLink(DealId dealId, UUID linkId, String tokenHash, LocalDate madeOn) implements OfferLinkCommand {}

    /** Has the private link lead nowhere. */
    record RevokeOfferLink(DealId dealId, UUID linkId, LocalDate revokedOn) implements OfferLinkCommand {}

    /**
     * Who has the link takes the offer. A quote is only taken with the attestation, and with the text it was read in.
     */
    record TakeOffer(
            DealId dealId,
            UUID linkId,
            boolean attests,
            @Nullable String attestationVersion,
            LocalDate acceptedOn) implements OfferLinkCommand {}

    /** Who has the link turns the offer down. */
    record TurnOfferDown(
            DealId dealId,
            UUID linkId,
            DeclineReason reason,
            @Nullable PersonalText remark,
            LocalDate declinedOn) implements OfferLinkCommand {}
}
