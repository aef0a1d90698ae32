package medflip.privacy.read.requests;

/** Where a request is. */
enum RequestState {
    /** Nobody has made sure yet who asks. */
    RECEIVED,
    /** It is known who asks, and they wait. */
    IDENTIFIED,
    /** They are being forgotten. */
    ERASING,
    ANSWERED,
    REFUSED
}
