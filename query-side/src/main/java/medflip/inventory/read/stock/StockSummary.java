package medflip.inventory.read.stock;

import java.util.List;
import medflip.kernel.Money;

/**
 * The shelf in figures.
 *
 * @param expiring what expires within 30, 60, 90 and 180 days and hasn't yet, each including the one before
 */
record StockSummary(Figure all, Figure sellable, Figure onHold, Figure expired, List<Expiring> expiring) {

    record Figure(long boxes, Money cost) {}

    record Expiring(int days, long boxes, Money cost) {}
}
