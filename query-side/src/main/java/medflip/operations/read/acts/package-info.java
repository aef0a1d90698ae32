/** What those who run the service did to a business's data or in it: for that business, and for themselves. */
@NullMarked
package medflip.operations.read.acts;

import org.jspecify.annotations.NullMarked;
