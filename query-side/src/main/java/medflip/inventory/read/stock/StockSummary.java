package medflip.inventory.read.stock;

import java.util.List;
import medflip.kernel.Money;

/**
 * The shelf in figures.
 *
 * @param expiring what expires within 30, 60, 90 and 180 days and hasn't yet, each including the one before
 */
record StockSummary(
        StockFigure all, StockFigure sellable, StockFigure onHold, StockFigure expired, List<ExpiringStock> expiring) {

    record StockFigure(long boxes, Money cost) {}

    record ExpiringStock(int days, long boxes, Money cost) {}
}
