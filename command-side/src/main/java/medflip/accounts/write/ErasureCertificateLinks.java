package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Links by which those who had a business fetch the certificate that it was erased, for as long as the service keeps
 * it. A token follows from the business's id under the service's own key, so that nothing is stored of whom it was
 * mailed to, and it stays good when the business's own keys are destroyed.
 */
@Component
class ErasureCertificateLinks {

    private static final String PURPOSE = "erasure-certificate";
    private static final String SCREEN = "/erased";

    private final BlindIndex index;
    private final PublicUrl publicUrl;

    ErasureCertificateLinks(BlindIndex index, PublicUrl publicUrl) {
        this.index = index;
        this.publicUrl = publicUrl;
    }

    /** The whole address; its token stands behind a {@code #}, where no server on the way sees it. */
    String to(TenantId business) {
        return publicUrl.of(SCREEN) + "#" + business + "." + secret(business);
    }

    /** Which business a token is for; empty if it is none of ours. */
    Optional<TenantId> businessOf(String token) {
        int end = token.indexOf('.');
        try {
            TenantId business = new TenantId(UUID.fromString(token.substring(0, Math.max(end, 0))));
            byte[] right = (business + "." + secret(business)).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(right, token.getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(business)
                    : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private String secret(TenantId business) {
        return PrivateToken.of(index.global(PURPOSE, business.toString()));
    }
}
