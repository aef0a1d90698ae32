/**
 * Bringing in the ledger that a business kept before: a file is uploaded and previewed, then its good rows become
 * customers, deals, lots and sales, each exactly once. This is the one process that sends other domains' commands; all
 * others meet in events.
 */
@NullMarked
package medflip.imports.write;

import org.jspecify.annotations.NullMarked;
