/** What the tests of all views share: facts to tell, a database to tell them to, and a way to look at the rows. */
@NullMarked
package medflip.read;

import org.jspecify.annotations.NullMarked;
