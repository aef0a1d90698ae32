/** Facts of what people ask about their data, and what became of it. */
@NullMarked
package medflip.privacy.events;

import org.jspecify.annotations.NullMarked;
