package medflip.catalog.events;

/**
 * How a business prices.
 *
 * @param monthCount how it counts the months that boxes have left
 * @param minimumMargin least share of what the best buyer pays that must be left over, in percent; a lower one needs a
 *     reason
 */
public record PricingRules(MonthCount monthCount, int minimumMargin) {

    /** What holds until a business sets its own. */
    public static final PricingRules USUAL = new PricingRules(MonthCount.WITHOUT_CURRENT, 10);
}
