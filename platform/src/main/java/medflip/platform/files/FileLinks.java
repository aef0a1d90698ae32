package medflip.platform.files;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.files.FileStore.StoredFile;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.web.PublicUrl;
import org.springframework.stereotype.Component;

/**
 * Private links by which another service fetches one file, such as a picture that a text takes along. A link says which
 * file and until when, under the business's key: nobody makes up another, or a longer one, and nothing is stored.
 */
@Component
public class FileLinks {

    /** Long enough for a service that fetches it when it has the time, and no longer. */
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final String PURPOSE = "file-link";

    private final FileStore files;
    private final BlindIndex index;
    private final PublicUrl publicUrl;
    private final Clock clock;

    FileLinks(FileStore files, BlindIndex index, PublicUrl publicUrl, Clock clock) {
        this.files = files;
        this.index = index;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    public URI to(TenantId tenant, UUID file) {
        long until = clock.instant().plus(GOOD_FOR).getEpochSecond();
        byte[] token = ByteBuffer.allocate(2 * 2 * Long.BYTES + Long.BYTES + 32)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(file.getMostSignificantBits())
                .putLong(file.getLeastSignificantBits())
                .putLong(until)
                .put(sign(tenant, file, until))
                .array();
        return URI.create(
                publicUrl.of("/files/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token)));
    }

    /** What a link leads to. */
    record Linked(TenantId tenant, StoredFile file) {}

    /** Nothing if it was never given out, or its time is over. */
    Optional<Linked> open(String token) {
        ByteBuffer parts;
        try {
            parts = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
        if (parts.remaining() != 5 * Long.BYTES + 32) {
            return Optional.empty();
        }
        TenantId tenant = new TenantId(new UUID(parts.getLong(), parts.getLong()));
        UUID file = new UUID(parts.getLong(), parts.getLong());
        long until = parts.getLong();
        byte[] signature = new byte[32];
        parts.get(signature);
        boolean good = Instant.ofEpochSecond(until).isAfter(clock.instant())
                && isKnown(tenant, file)
                && MessageDigest.isEqual(signature, sign(tenant, file, until));
        return good ? files.find(tenant, file).map(stored -> new Linked(tenant, stored)) : Optional.empty();
    }

    /** Asked first: a made-up tenant gets no key. */
    private boolean isKnown(TenantId tenant, UUID file) {
        return files.find(tenant, file).isPresent();
    }

    private byte[] sign(TenantId tenant, UUID file, long until) {
        return index.of(tenant, PURPOSE, file + "/" + until);
    }
}
