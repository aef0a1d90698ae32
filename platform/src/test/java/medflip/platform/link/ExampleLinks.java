package medflip.platform.link;

import java.time.Instant;
import java.util.UUID;
import medflip.kernel.DataSubject;
import medflip.platform.web.PublicUrl;

/** Links that lead nowhere. */
public final class ExampleLinks extends OneTimeLinkIndex {

    private final PublicUrl publicUrl;

    @SuppressWarnings("NullAway") // Nothing is looked up
    public ExampleLinks(PublicUrl publicUrl) {
        super(null, null, publicUrl);
        this.publicUrl = publicUrl;
    }

    @Override
    public String open(DataSubject subject, String purpose, UUID link, Instant goodUntil, String screen) {
        return publicUrl.of(screen) + "#the-links-token";
    }
}
