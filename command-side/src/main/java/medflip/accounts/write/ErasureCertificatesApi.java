package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import medflip.accounts.write.AccountErasureStore.ErasedAccount;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.document.DocumentResponse;
import medflip.platform.privacy.Signer;
import medflip.platform.privacy.Signer.PublicKey;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The certificate that a business was erased, for who had it and has the link of the last mail; and the keys by which
 * anybody checks any certificate.
 */
@RestController
@Requires(Permission.ANYBODY)
class ErasureCertificatesApi {

    private final ErasureCertificateLinks links;
    private final AccountErasureStore store;
    private final Signer signer;
    private final Throttle throttle;

    ErasureCertificatesApi(
            ErasureCertificateLinks links,
            AccountErasureStore store,
            Signer signer,
            @Value("${medflip.erasure-certificates.attempts-per-address:60}") int attempts) {
        this.links = links;
        this.store = store;
        this.signer = signer;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    record CertificateTokenBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    /** How the erasure stands, with the certificate once there is one. */
    @PostMapping("/api/erasure-certificates/open")
    ResponseEntity<ErasedAccount> openErasureCertificate(
            @RequestBody CertificateTokenBody body, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(account(body, request));
    }

    /** The certificate to be printed. */
    @PostMapping(path = "/api/erasure-certificates/paper", produces = DocumentResponse.MEDIA_TYPE)
    ResponseEntity<byte[]> printErasedBusiness(@RequestBody CertificateTokenBody body, HttpServletRequest request) {
        ErasedAccount account = account(body, request);
        if (account.certificate() == null) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
        return DocumentResponse.of(AccountErasurePaper.of(account.certificate()));
    }

    /** Every key by which a certificate was ever signed: the present one last. */
    @GetMapping("/api/signing-keys")
    List<PublicKey> findSigningKeys() {
        return signer.publicKeys();
    }

    private ErasedAccount account(CertificateTokenBody body, HttpServletRequest request) {
        throttle.attempt(request);
        return links.businessOf(Objects.requireNonNullElse(body.token(), ""))
                .flatMap(store::account)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
