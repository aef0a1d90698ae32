/** What happens to a business and its people on the service. */
@NullMarked
package medflip.accounts.events;

import org.jspecify.annotations.NullMarked;
