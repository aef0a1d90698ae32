/**
 * Papers to print and keep, as PDF: bills of sale, receipts, invoices. A domain says what stands in a
 * {@link medflip.platform.document.Document}; how it looks is decided here, once. The same document is always the same
 * bytes.
 */
@NullMarked
package medflip.platform.document;

import org.jspecify.annotations.NullMarked;
