package medflip.deals.read.offers;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.web.Permission;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens an offer by a private link, without an account. The token comes in a body, which no log ever holds. */
@RestController
@Requires(Permission.ANYBODY)
class OffersApi {

    private final OffersStore store;
    private final Throttle throttle;

    OffersApi(OffersStore store, @Value("${medflip.offers.attempts-per-address:60}") int attempts) {
        this.store = store;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    record OpenBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    @PostMapping("/api/offers/open")
    @Reads({OffersProjection.GROUP, "deals.deals", "accounts.workspace"})
    ResponseEntity<OpenOffer> openOffer(@RequestBody OpenBody body, HttpServletRequest request) {
        throttle.attempt(request);
        OpenOffer offer = store.open(PrivateToken.hash(Objects.requireNonNullElse(body.token(), "")))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(offer);
    }
}
