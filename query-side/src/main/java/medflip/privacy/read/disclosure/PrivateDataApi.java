package medflip.privacy.read.disclosure;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.link.OneTimeLinkIndex;
import medflip.platform.link.PrivateDataLink;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a business holds of a person, for that person, by a private link and without an account. The token comes in a
 * body, which no log ever holds; one that means nothing is answered like one that meant something once.
 */
@RestController
@Requires(Permission.ANYBODY)
class PrivateDataApi {

    private final OneTimeLinkIndex links;
    private final PrivateDataStore store;
    private final Throttle throttle;

    PrivateDataApi(
            OneTimeLinkIndex links,
            PrivateDataStore store,
            @Value("${medflip.private-data.attempts-per-address:60}") int attempts) {
        this.links = links;
        this.store = store;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    record PrivateTokenBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    /** To be looked at. */
    @PostMapping("/api/private-data/open")
    @Reads({
        "privacy.requests",
        "customers.people",
        "customers.records",
        "deals.deals",
        "messaging.inbox",
        "accounts.workspace"
    })
    ResponseEntity<HeldData> openPrivateData(@RequestBody PrivateTokenBody body, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(held(body, request));
    }

    /** To be taken along: the same as a file that programs read (GDPR 20). */
    @PostMapping("/api/private-data/download")
    @Reads({
        "privacy.requests",
        "customers.people",
        "customers.records",
        "deals.deals",
        "messaging.inbox",
        "accounts.workspace"
    })
    ResponseEntity<HeldData> downloadPrivateData(@RequestBody PrivateTokenBody body, HttpServletRequest request) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-data.json")
                                .build()
                                .toString())
                .body(held(body, request));
    }

    private HeldData held(PrivateTokenBody body, HttpServletRequest request) {
        throttle.attempt(request);
        return links.find(PrivateDataLink.PURPOSE, Objects.requireNonNullElse(body.token(), ""))
                .flatMap(link -> store.open(link.tenant(), link.local(), link.id()))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
