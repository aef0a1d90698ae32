/**
 * Bringing in files: ledgers, people, items, price lists, expenses. A file is uploaded, understood and previewed, tried
 * if somebody wants to, then its good rows are entered, each exactly once, and taken back as a whole if it was a
 * mistake. This is the one process that sends other domains' commands; all others meet in events.
 */
@NullMarked
package medflip.imports.write;

import org.jspecify.annotations.NullMarked;
