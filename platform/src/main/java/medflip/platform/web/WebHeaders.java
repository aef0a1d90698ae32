package medflip.platform.web;

/** Names of our own headers. */
public final class WebHeaders {

    /** On a command's answer: where the log stands. On a query: how far its view must be. */
    public static final String POSITION = "Medflip-Position";

    /** On a page of the log: what the next page is asked behind. */
    public static final String NEXT_POSITION = "Medflip-Next-Position";

    /**
     * On a list's answer to {@code since}, {@code true} where it is whole, because too much has changed or something
     * that all depends on has: what was taken before is to be forgotten.
     */
    public static final String WHOLE = "Medflip-Whole";

    /** On a query's answer, {@code true} where its view hadn't come as far as was asked. */
    public static final String STALE = "Medflip-Stale";

    /**
     * On a question: as of when it is meant, an instant or a position of the log. On its answer: by which clock it was
     * answered.
     */
    public static final String AS_OF = "Medflip-As-Of";

    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private WebHeaders() {}
}
