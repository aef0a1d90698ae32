package medflip.kernel;

/**
 * A value that is about a person wherever it stands: an event component of such a type must be {@link PersonalData}.
 */
public interface Personal {

    /** What stands in the place of a value whose person was forgotten. */
    String ERASED = "[erased]";
}
