package medflip.platform.seal;

/** What is stored isn't what was sealed. Nothing is signed over it. */
public final class BrokenSeal extends IllegalStateException {

    BrokenSeal(String message) {
        super(message);
    }
}
