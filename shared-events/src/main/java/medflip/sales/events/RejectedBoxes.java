package medflip.sales.events;

/** What becomes of boxes that a buyer rejected. */
public enum RejectedBoxes {
    /** They come back on the shelf. */
    RETURNED,
    /** They come back, or don't, and are lost. */
    WRITTEN_OFF
}
