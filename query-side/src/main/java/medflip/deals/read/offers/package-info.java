/** What somebody sees who was sent a private link: one offer, and nothing else of the business. */
@NullMarked
package medflip.deals.read.offers;

import org.jspecify.annotations.NullMarked;
