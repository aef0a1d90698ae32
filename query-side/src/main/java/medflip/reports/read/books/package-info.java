/** The books: double entry over everything that happened to money, and the reports that are sums over it. */
@NullMarked
package medflip.reports.read.books;

import org.jspecify.annotations.NullMarked;
