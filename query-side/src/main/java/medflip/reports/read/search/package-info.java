/**
 * One field that finds people, products, buyers, deals, lots and sales, in the tables of their views; of its own it has
 * the words that could be mistyped.
 */
@NullMarked
package medflip.reports.read.search;

import org.jspecify.annotations.NullMarked;
