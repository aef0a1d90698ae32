/** Campaigns: one text to many people each, with how far they have come and what became of every text. */
@NullMarked
package medflip.messaging.read.campaigns;

import org.jspecify.annotations.NullMarked;
