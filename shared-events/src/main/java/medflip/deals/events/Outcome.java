package medflip.deals.events;

/** What becomes of boxes that were found. Only those that go to stock are paid for. */
public enum Outcome {
    STOCK,
    RETURN,
    DONATE,
    DISPOSE
}
