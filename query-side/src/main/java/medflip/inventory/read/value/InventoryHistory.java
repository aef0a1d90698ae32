package medflip.inventory.read.value;

import java.time.LocalDate;
import java.util.List;
import medflip.kernel.Money;

/** How the shelf grew and shrank: what was on it at the end of each day that is named. */
record InventoryHistory(List<InventoryPoint> points) {

    record InventoryPoint(LocalDate on, long boxes, Money cost) {}
}
