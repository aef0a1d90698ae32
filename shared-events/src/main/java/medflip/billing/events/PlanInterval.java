package medflip.billing.events;

/** After what time a plan is paid anew. */
public enum PlanInterval {
    DAY,
    WEEK,
    MONTH,
    YEAR
}
