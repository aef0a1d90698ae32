package medflip.accounts.write;

import medflip.accounts.events.InvitationId;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Makes the link of an invitation. Its token follows from the invitation's id under the business's key, so it is stored
 * nowhere, and whoever may see it can see it again.
 */
@Component
class InvitationLinks {

    private final BlindIndex index;
    private final PublicUrl publicUrl;

    InvitationLinks(BlindIndex index, PublicUrl publicUrl) {
        this.index = index;
        this.publicUrl = publicUrl;
    }

    String token(InvitationId id) {
        return PrivateToken.of(index.of(id.tenantId(), "invitation", id.local().toString()));
    }

    /** The whole address; the token stands behind a {@code #}, where no server on the way sees it. */
    String address(InvitationId id) {
        return publicUrl.of("/join") + "#" + token(id);
    }
}
