package medflip.accounts.events;

/** What another system may do with an API key. */
public enum KeyScope {
    /** Ask for single things, lists a page at a time, and reports. */
    READ,
    /** Change the books, as staff may. */
    WRITE,
    /** Take whole lists and reports away as files. */
    EXPORT
}
