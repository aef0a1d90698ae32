package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.deals.write.DealsApi.deal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import medflip.deals.events.DealId;
import medflip.deals.write.OfferLinkCommand.MakeOfferLink;
import medflip.deals.write.OfferLinkCommand.RevokeOfferLink;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.PrivateToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Private links to a deal's offer. A link's token follows from its id under the business's key, so it is stored
 * nowhere, and asking for the same link again gives it again.
 */
@RestController
@RequestMapping("/api/deals/{id}/offer-link")
class OfferLinksApi {

    private final BusinessCalendar calendar;
    private final BlindIndex index;

    OfferLinksApi(BusinessCalendar calendar, BlindIndex index) {
        this.calendar = calendar;
        this.index = index;
    }

    record OfferLinkBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID linkId) {}

    /** What a command answers, and the token that the link carries behind its {@code #}. */
    record OfferLinkAnswer(String id, long version, long position, String token) {}

    @PostMapping
    ResponseEntity<OfferLinkAnswer> makeOfferLink(
            CommandRequest request, @PathVariable UUID id, @RequestBody OfferLinkBody body) {
        UUID link = link(body);
        DealId deal = deal(request, id);
        String token = PrivateToken.of(index.of(deal.tenantId(), "offer-link", deal.local() + "/" + link));
        ResponseEntity<CommandAnswer> done = request.change(
                new MakeOfferLink(deal, link, PrivateToken.hash(token), calendar.today(deal.tenantId())));
        CommandAnswer answer = Objects.requireNonNull(done.getBody());
        return ResponseEntity.status(done.getStatusCode())
                .headers(done.getHeaders())
                .body(new OfferLinkAnswer(answer.id(), answer.version(), answer.position(), token));
    }

    @PostMapping("/revoke")
    ResponseEntity<CommandAnswer> revokeOfferLink(
            CommandRequest request, @PathVariable UUID id, @RequestBody OfferLinkBody body) {
        DealId deal = deal(request, id);
        return request.change(new RevokeOfferLink(deal, link(body), calendar.today(deal.tenantId())));
    }

    private static UUID link(OfferLinkBody body) {
        Faults faults = new Faults();
        UUID link = faults.required("linkId", body.linkId(), l -> l);
        faults.throwIfAny();
        return link;
    }
}
