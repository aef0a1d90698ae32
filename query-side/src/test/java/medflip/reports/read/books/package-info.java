/** The books and their reports, specified. */
@NullMarked
package medflip.reports.read.books;

import org.jspecify.annotations.NullMarked;
