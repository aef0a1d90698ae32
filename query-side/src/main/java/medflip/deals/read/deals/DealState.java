package medflip.deals.read.deals;

/**
 * Where a deal is. {@code AGREED} while something is owed for it, {@code PAID} once nothing is; {@code RECEIVED} while
 * its boxes are looked at.
 */
enum DealState {
    QUOTED,
    ACCEPTED,
    AWAITING_SHIPMENT,
    SCHEDULED,
    IN_TRANSIT,
    LOST,
    RECEIVED,
    REQUOTED,
    AGREED,
    PAID,
    CLOSED,
    RETURNING,
    RETURNED,
    DONATED,
    DECLINED,
    EXPIRED,
    CANCELLED
}
