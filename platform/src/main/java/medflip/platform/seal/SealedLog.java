package medflip.platform.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/** A log whose entries are sealed in the order of their positions. A bean of it is all that it takes. */
public interface SealedLog {

    /**
     * An entry.
     *
     * @param leaf hash of all that it says, as it is stored
     */
    record Entry(TenantId tenant, long position, byte[] leaf) {

        /** @param said all that is sealed of it: its form first, then texts, numbers, moments, bytes, or null */
        public static Entry of(TenantId tenant, long position, @Nullable Object... said) {
            return new Entry(tenant, position, Merkle.leaf(said));
        }
    }

    LogName name();

    /**
     * The entries behind a position, in order, as far as nothing can come before the last of them any more.
     *
     * @param most at least 1
     */
    List<Entry> behind(long position, int most);

    /** When the first entry behind a position was recorded; empty where there is none. */
    Optional<Instant> recordedBehind(long position);
}
