package medflip.sales.events;

import medflip.inventory.events.LotId;
import medflip.kernel.Money;

/**
 * What the buyer found in one line. {@code deducted} is everything taken off its price: the price of the rejected
 * boxes, and whatever else.
 */
public record InspectedLine(LotId lotId, int rejected, RejectedBoxes fate, Money deducted) {}
