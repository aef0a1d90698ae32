package medflip.imports.read.archives;

import java.time.Instant;
import java.util.UUID;

/**
 * An archive that was brought, or the rest of one that was cut off.
 *
 * @param broughtBy who of the business did
 * @param events that it has of the business's books
 * @param entered of them, those that weren't here yet
 * @param files photos and receipts
 */
record BroughtArchive(UUID id, Instant broughtAt, String broughtBy, long events, long entered, int files) {}
