/** Everything that a business has, in one archive: readable for people and for machines, without us. */
@NullMarked
package medflip.accounts.read.archive;

import org.jspecify.annotations.NullMarked;
