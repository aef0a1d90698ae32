package medflip.reports.read.profit;

import java.time.YearMonth;
import java.util.List;
import medflip.kernel.Money;

/** What was earned, month by month, by the day of the sale; months without a sale are left out. */
record ProfitByMonth(List<MonthProfit> months, Profit total) {

    /**
     * One month.
     *
     * @param boxes how many were sold
     * @param landedCost of the boxes sold
     * @param profit proceeds less landed cost
     */
    record MonthProfit(YearMonth month, int boxes, Money proceeds, Money landedCost, Money profit) {}

    /** All months together. */
    record Profit(int boxes, Money proceeds, Money landedCost, Money profit) {}

    static ProfitByMonth of(List<MonthProfit> months, String currency) {
        int boxes = 0;
        Money proceeds = Money.zero(currency);
        Money landedCost = Money.zero(currency);
        for (MonthProfit month : months) {
            boxes += month.boxes();
            proceeds = proceeds.plus(month.proceeds());
            landedCost = landedCost.plus(month.landedCost());
        }
        return new ProfitByMonth(months, new Profit(boxes, proceeds, landedCost, proceeds.minus(landedCost)));
    }
}
