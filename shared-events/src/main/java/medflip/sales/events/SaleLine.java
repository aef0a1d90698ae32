package medflip.sales.events;

import medflip.inventory.events.LotId;
import medflip.kernel.Money;

/** Boxes of one lot. {@code price} is for all of them. */
public record SaleLine(LotId lotId, int quantity, Money price) {}
