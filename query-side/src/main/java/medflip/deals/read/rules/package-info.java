/** The rules that a business has for its deals: what happens to them by itself, and when. */
@NullMarked
package medflip.deals.read.rules;

import org.jspecify.annotations.NullMarked;
