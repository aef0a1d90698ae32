package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;
import medflip.platform.mail.Unsubscribe;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Links by which who gets a mail that isn't essential says that they want no more, without a sign-in. A token follows
 * from the user's id under the service's own key: nothing is stored of it, and it never runs out, as a mail program may
 * use it years later. It is good for that choice and nothing else.
 */
@Component
class UnsubscribeLinks {

    /** Where mail programs post to; they know addresses only, so the token stands in it. */
    static final String ONE_CLICK = "/api/optional-mail/one-click";

    private static final String PURPOSE = "unsubscribe";
    private static final String SCREEN = "/unsubscribe";
    private static final int PARTS = 3;

    private final BlindIndex index;
    private final PublicUrl publicUrl;

    UnsubscribeLinks(BlindIndex index, PublicUrl publicUrl) {
        this.index = index;
        this.publicUrl = publicUrl;
    }

    Unsubscribe of(UserId user) {
        String token = token(user);
        return new Unsubscribe(publicUrl.of(SCREEN) + "#" + token, publicUrl.of(ONE_CLICK) + "?token=" + token);
    }

    /** Whose choice a token is for; empty if it is none of ours. */
    Optional<UserId> userOf(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            UserId user = UserId.of(new TenantId(UUID.fromString(parts[0])), UUID.fromString(parts[1]));
            return MessageDigest.isEqual(bytes(token(user)), bytes(token)) ? Optional.of(user) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private String token(UserId user) {
        return user.tenantId() + "." + user.local() + "." + PrivateToken.of(index.global(PURPOSE, user.value()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
