package medflip.platform.link;

import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Binding;

/** What both sides know of a private link to what is held of a person. */
public final class PrivateDataLink {

    /** What such a link is good for, in the {@link OneTimeLinkIndex}. */
    public static final String PURPOSE = "private-data";

    /** Where it leads. */
    public static final String SCREEN = "/my-data";

    private PrivateDataLink() {}

    /** Local id of the one request by which whoever has the link can have something put right. */
    public static UUID correctionBy(TenantId tenant, UUID link) {
        return UUID.nameUUIDFromBytes(Binding.of("privacy.correction", tenant.toString(), link.toString()));
    }
}
