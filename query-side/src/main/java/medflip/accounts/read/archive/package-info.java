/**
 * Makes the archive of everything that a business has: readable for people and for machines, without us. It is made in
 * the background, beside the lists that it holds.
 */
@NullMarked
package medflip.accounts.read.archive;

import org.jspecify.annotations.NullMarked;
