package medflip.platform.usage;

/** What was done with a feature. */
enum Use {
    /** Something was asked. */
    LOOK,
    /** Something was changed. */
    CHANGE,
    /** A list was taken away. */
    EXPORT
}
