package medflip.platform.command;

/** Why somebody undoes something. */
public enum UndoReason {
    /** It was done by a slip of the hand. */
    SLIP,
    /** Another person, deal or lot was meant. */
    WRONG_ONE,
    /** It isn't so. */
    NOT_SO,
    /** It was right, and is wanted no more. */
    CHANGED_MIND
}
