/** What the tests of other views need of what stands on people's cards. */
@NullMarked
package medflip.customers.read.plan;

import org.jspecify.annotations.NullMarked;
