package medflip.accounts.events;

/** Why there is no file. */
public enum DeliveryFailure {
    /** Who wanted it doesn't work for the business any more, or may not take lists away. */
    MEMBER_GONE,
    /** The list can't be asked so any more: it, or what its filter names, is gone. */
    LIST_REFUSED,
    /** It was tried several times, and went wrong each time. */
    GAVE_UP
}
