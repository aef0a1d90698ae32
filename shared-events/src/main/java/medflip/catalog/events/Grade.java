package medflip.catalog.events;

/**
 * Condition of a box. Rejected goods (broken seal, unreadable date or lot, pen marks, water) have no grade: refused.
 */
public enum Grade {
    PERFECT,
    SLIGHT_DAMAGE,
    UNGRADED
}
