/** What those who run the service did to a business's data: facts of that business, which it sees. */
@NullMarked
package medflip.operations.events;

import org.jspecify.annotations.NullMarked;
