package medflip.reports.read.filed;

import java.time.Instant;
import java.util.UUID;

/**
 * A report that was filed.
 *
 * @param report its name
 * @param filter with which it was asked, as in an address
 * @param position up to which the business's log counted
 * @param asOf by which clock it was asked
 * @param sha256 of the bytes of its file, in hex
 */
record FiledReport(
        UUID id,
        String report,
        String filter,
        long position,
        Instant asOf,
        String sha256,
        long bytes,
        Instant filedAt,
        String filedBy) {}
