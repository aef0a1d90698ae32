package medflip.deals.events;

/** Why a deal was given up before the boxes came. */
public enum CancelReason {
    CHANGED_MIND,
    NO_SHOW,
    NEVER_SENT,
    LOST_IN_POST,
    NOT_ELIGIBLE,
    DUPLICATE,
    OTHER
}
