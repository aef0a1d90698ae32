package medflip.platform.tenancy;

import java.time.Instant;
import medflip.kernel.TenantId;

/**
 * A moment of a business's past: what its log held up to a position, by the clock of that time.
 *
 * @param position of the business's last event that counts, above 0
 * @param at what the clock said; the same position may be looked at by different clocks
 */
public record PastMoment(TenantId tenant, long position, Instant at) {

    private static final int LETTERS = 36;

    /** Where the views of the moment stand: a plain lower-case name. */
    public String schema() {
        return "past_" + tenant.toString().replace("-", "") + "_" + Long.toString(position, LETTERS);
    }
}
