package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.ApiKeyId;
import medflip.accounts.events.KeyScope;
import medflip.accounts.write.ApiKeyCommand.MakeApiKey;
import medflip.accounts.write.ApiKeyCommand.RevokeApiKey;
import medflip.kernel.PersonalText;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys by which other systems call the API for the business. */
@RestController
@RequestMapping("/api/api-keys")
@Requires(Permission.ADMINISTER)
class ApiKeysApi {

    /** Tells a key that got lost somewhere from other secrets; scanners of source code look for such words. */
    private static final String PREFIX = "mfp_";

    private static final int SECRET_BYTES = 32;
    private static final int NAME_MAX = 80;
    private static final int DAYS_MAX = 3_650;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeysApi(Clock clock) {
        this.clock = clock;
    }

    /** {@code goodForDays}: left out, the key is good until it is revoked. */
    record ApiKeyBody(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable List<KeyScope> scopes,
            @Nullable Integer goodForDays) {}

    /**
     * What a command answers, and the key itself: this once, and never again. A repeat of the request is answered
     * without it.
     */
    record ApiKeyAnswer(
            String id,
            long version,
            long position,
            @Nullable String key) {}

    /** Makes a key. It is sent as {@code Authorization: Bearer mfp_…}. */
    @PostMapping
    @FreshSignIn
    ResponseEntity<ApiKeyAnswer> makeApiKey(CommandRequest request, @RequestBody ApiKeyBody body) {
        Faults faults = new Faults();
        PersonalText name = faults.required("name", body.name(), PersonalText::parse);
        faults.check(name == null || name.value().length() <= NAME_MAX, "name", "A name has at most 80 characters.");
        List<KeyScope> scopes = faults.each("scopes", body.scopes(), scope -> scope).stream()
                .distinct()
                .sorted()
                .toList();
        faults.check(!scopes.isEmpty(), "scopes", "Choose what the key may do.");
        Integer days = body.goodForDays();
        faults.check(days == null || days >= 1 && days <= DAYS_MAX, "goodForDays", "Days are 1 to 3,650.");
        faults.throwIfAny();
        ApiKeyId id = ApiKeyId.of(request.caller().tenant(), Ids.next());
        String key = newKey();
        Instant goodUntil = days == null ? null : clock.instant().plus(Duration.ofDays(days));
        ResponseEntity<CommandAnswer> made =
                request.make(new MakeApiKey(id, name, scopes, PrivateToken.hash(key), goodUntil));
        CommandAnswer answer = Objects.requireNonNull(made.getBody());
        boolean repeated = !answer.id().equals(id.local().toString());
        return ResponseEntity.status(made.getStatusCode())
                .headers(made.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(new ApiKeyAnswer(answer.id(), answer.version(), answer.position(), repeated ? null : key));
    }

    @PostMapping("/{id}/revoke")
    ResponseEntity<CommandAnswer> revokeApiKey(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RevokeApiKey(ApiKeyId.of(request.caller().tenant(), id)));
    }

    private String newKey() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return PREFIX + PrivateToken.of(secret);
    }
}
