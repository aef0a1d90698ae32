package medflip.platform.privacy;

import java.util.Set;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;

/**
 * A store that may hold what is said about people outside of the log, and lets go of it when one of them is erased. Its
 * bean stands beside it; that is all it takes to be asked. What lies under the person's own key alone is unreadable
 * anyway, and is let go of so that nothing is kept for nobody.
 */
public interface Forgets {

    /**
     * Somebody who is erased.
     *
     * @param subjects all whose keys they have, as {@link Keyring#nameOf} says them
     * @param values what was said about them
     */
    record Forgotten(TenantId tenant, Set<String> subjects, PersonalValues values) {

        /** Whether that somebody is one of those that are erased. */
        public boolean has(DataSubject somebody) {
            return somebody.tenantId().equals(tenant) && subjects.contains(Keyring.nameOf(somebody));
        }
    }

    /** What it holds, in one word; stands in certificates. */
    String holds();

    /** Under which further keys something is said about the same person, as far as this store knows. */
    default Set<DataSubject> alsoKnownAs(DataSubject somebody) {
        return Set.of();
    }

    /** Whether it holds what was read from views: then it lets go once these say nothing of them any more. */
    default boolean copiesViews() {
        return false;
    }

    /** How many things it holds of them. */
    long count(Forgotten who);

    /** Lets go of them. Repeatable: after the last thing is gone it does nothing. */
    void forget(Forgotten who);
}
