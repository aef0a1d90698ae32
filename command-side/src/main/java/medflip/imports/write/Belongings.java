package medflip.imports.write;

import java.util.Set;
import medflip.customers.events.CustomerId;

/** What people have in the books beside what stands on their own cards. */
@FunctionalInterface
interface Belongings {

    /** Waits until it is known what happened up to now. */
    default void catchUp() {}

    /**
     * Whether anything else hangs on a person.
     *
     * @param but ids of what doesn't count, as it goes with the person
     */
    boolean has(CustomerId person, Set<String> but);
}
