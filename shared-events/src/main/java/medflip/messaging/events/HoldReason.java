package medflip.messaging.events;

/** Why a text waits. */
public enum HoldReason {
    /** It is to be sent later. */
    SCHEDULED,
    /** It is early or late where the person is. */
    QUIET_HOURS
}
