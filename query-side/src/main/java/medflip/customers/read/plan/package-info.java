/** What a business writes on the cards of its people: tags, fields of its own, and lead sources with their cost. */
@NullMarked
package medflip.customers.read.plan;

import org.jspecify.annotations.NullMarked;
