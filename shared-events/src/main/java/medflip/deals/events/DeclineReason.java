package medflip.deals.events;

/** Why there was no agreement. */
public enum DeclineReason {
    PRICE,
    SOLD_ELSEWHERE,
    CHANGED_MIND,
    NOT_ELIGIBLE,
    NO_ANSWER,
    OTHER
}
