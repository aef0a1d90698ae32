package medflip.accounts.read.businesses;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A business as those who run the service see it: its name and state, which they need to keep its account, and counts.
 * Nobody's name or address, and nothing of what it has.
 *
 * @param ownerConfirmed whether an owner's address was shown to be theirs
 * @param members how many people work for it
 * @param lastActiveOn day, by UTC, of its newest event
 */
record BusinessOverview(
        UUID id,
        String name,
        Instant signedUpAt,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate erasedOn,
        boolean ownerConfirmed,
        int members,
        long events,
        long people,
        long deals,
        long sales,
        long files,
        long fileBytes,
        @Nullable LocalDate lastActiveOn) {}
