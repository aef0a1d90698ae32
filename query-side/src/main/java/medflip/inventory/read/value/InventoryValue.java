package medflip.inventory.read.value;

import java.time.LocalDate;
import java.util.List;
import medflip.kernel.Money;

/** What was on the shelf at the end of a day, item by item, and what it had cost. */
record InventoryValue(LocalDate on, long boxes, Money cost, List<ItemValue> items) {

    record ItemValue(String item, long boxes, Money cost) {}

    static InventoryValue of(LocalDate on, String currency, List<ItemValue> items) {
        return new InventoryValue(
                on,
                items.stream().mapToLong(ItemValue::boxes).sum(),
                items.stream().map(ItemValue::cost).reduce(Money.zero(currency), Money::plus),
                items);
    }
}
