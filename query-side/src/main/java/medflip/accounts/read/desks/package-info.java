/** How people have arranged their lists: columns, and the filters that they or the business keep. */
@NullMarked
package medflip.accounts.read.desks;

import org.jspecify.annotations.NullMarked;
