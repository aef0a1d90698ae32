package medflip.platform.seal;

import java.time.Instant;
import java.util.Base64;
import medflip.kernel.TenantId;

/**
 * How large a log's tree was at a moment, and its root, signed. Whoever keeps one can tell later whether what is shown
 * them still begins with the same entries.
 *
 * @param number of all checkpoints; rising, with holes
 * @param size entries in the tree
 * @param note the text that is handed out: a C2SP checkpoint as a signed note
 */
public record Checkpoint(
        long number, TenantId tenant, LogName log, long size, byte[] root, String note, Instant madeAt) {

    /** What is said of a tree, before it is signed. Lines after the third are of our own, as the form allows. */
    static String text(TenantId tenant, LogName log, long size, byte[] root, Instant at) {
        return origin(tenant, log) + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\nat " + at
                + "\n";
    }

    /** Which tree it is of. */
    public static String origin(TenantId tenant, LogName log) {
        return log == LogName.ALL ? "medflip/all" : "medflip/" + tenant + "/" + log.stored();
    }
}
