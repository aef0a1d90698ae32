package medflip.privacy.events;

/** By which law a request is answered: how many days there are for it, and how many more if it takes longer. */
public enum PrivacyLaw {
    /** One month, and two more (GDPR 12(3)). */
    GDPR(30, 60),
    /** 45 days, and 45 more (CCPA 1798.130(a)(2)). */
    CCPA(45, 45);

    private final int days;
    private final int daysMore;

    PrivacyLaw(int days, int daysMore) {
        this.days = days;
        this.daysMore = daysMore;
    }

    /** Days from the day on which it was asked until it has to be answered. */
    public int days() {
        return days;
    }

    /** By how many days that can be put off, once. */
    public int daysMore() {
        return daysMore;
    }
}
