package medflip.deals.read.deals;

import java.util.List;
import medflip.kernel.Money;

/**
 * What is under way, by where it stands. A state that no deal is in has no column.
 *
 * @param columns in the order in which a deal passes them
 */
record Board(List<Column> columns) {

    /**
     * @param total how many deals there are in the state
     * @param atStake what all of them are about
     * @param deals the first of them, the longest waiting first
     */
    record Column(DealState state, int total, Money atStake, List<DealItem> deals) {}
}
