package medflip.inventory.events;

/** Why a lot must not be sold for now. */
public enum HoldReason {
    RECALL,
    QUALITY,
    DISPUTE,
    RESERVED,
    OTHER
}
