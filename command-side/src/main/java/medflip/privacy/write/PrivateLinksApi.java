package medflip.privacy.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.write.PrivacyRequestCommand.MakePrivateLink;
import medflip.privacy.write.PrivacyRequestCommand.RevokePrivateLink;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Private links by which people see what is held of them. A link's token follows from its id under the business's key,
 * so it is stored nowhere, and asking for the same link again gives it again.
 */
@RestController
@RequestMapping("/api/privacy-requests/{id}/link")
class PrivateLinksApi {

    private final PrivateLinkIndex links;
    private final BusinessCalendar calendar;

    PrivateLinksApi(PrivateLinkIndex links, BusinessCalendar calendar) {
        this.links = links;
        this.calendar = calendar;
    }

    record PrivateLinkBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID linkId) {}

    /** What a command answers, and where the link leads. */
    record PrivateLinkAnswer(String id, long version, long position, String address) {}

    /** For who asked to see, take along or correct what is held, and is known; good for 14 days. */
    @PostMapping
    ResponseEntity<PrivateLinkAnswer> makePrivateLink(
            CommandRequest request, @PathVariable UUID id, @RequestBody PrivateLinkBody body) {
        UUID link = link(body);
        PrivacyRequestId asked = PrivacyRequestId.of(request.caller().tenant(), id);
        ResponseEntity<CommandAnswer> done =
                request.change(new MakePrivateLink(asked, link, calendar.today(asked.tenantId())));
        CommandAnswer answer = Objects.requireNonNull(done.getBody());
        return ResponseEntity.status(done.getStatusCode())
                .headers(done.getHeaders())
                .body(new PrivateLinkAnswer(
                        answer.id(), answer.version(), answer.position(), links.address(asked, link)));
    }

    @PostMapping("/revoke")
    ResponseEntity<CommandAnswer> revokePrivateLink(
            CommandRequest request, @PathVariable UUID id, @RequestBody PrivateLinkBody body) {
        PrivacyRequestId asked = PrivacyRequestId.of(request.caller().tenant(), id);
        return request.change(new RevokePrivateLink(asked, link(body), calendar.today(asked.tenantId())));
    }

    private static UUID link(PrivateLinkBody body) {
        Faults faults = new Faults();
        UUID link = faults.required("linkId", body.linkId(), l -> l);
        faults.throwIfAny();
        return link;
    }
}
