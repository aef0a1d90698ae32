package medflip.deals.read.deals;

/** Where a deal is. {@code RECEIVED} while something is owed for it, {@code PAID} once nothing is. */
enum DealState {
    QUOTED,
    ACCEPTED,
    DECLINED,
    CANCELLED,
    RECEIVED,
    PAID
}
