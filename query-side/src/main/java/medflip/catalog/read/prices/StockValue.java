package medflip.catalog.read.prices;

import java.time.LocalDate;
import java.util.List;
import medflip.kernel.Money;

/**
 * What was on the shelf at the end of a day, item by item: what it had cost, and what it would have brought.
 *
 * @param expected what the buyers that pay most would have paid, by the lists of that day; a part that nobody takes
 *     counts nothing
 */
record StockValue(LocalDate on, long boxes, Money cost, Money expected, List<ItemValue> items) {

    /** @param wanted how many of the boxes a buyer takes */
    record ItemValue(String item, long boxes, long wanted, Money cost, Money expected) {

        Money expectedProfit() {
            return expected.minus(cost);
        }

        ItemValue plus(ItemValue other) {
            return new ItemValue(
                    item,
                    boxes + other.boxes,
                    wanted + other.wanted,
                    cost.plus(other.cost),
                    expected.plus(other.expected));
        }
    }

    static StockValue of(LocalDate on, String currency, List<ItemValue> items) {
        return new StockValue(
                on,
                items.stream().mapToLong(ItemValue::boxes).sum(),
                items.stream().map(ItemValue::cost).reduce(Money.zero(currency), Money::plus),
                items.stream().map(ItemValue::expected).reduce(Money.zero(currency), Money::plus),
                items);
    }
}
