package medflip.platform.privacy;

import java.util.Set;
import medflip.kernel.TenantId;

/** Those who had been erased since the backup that this system came out of, and were erased again at its start. */
public interface RestoredPeople {

    /** Of which businesses they are, as of this start. */
    Set<TenantId> businesses();

    /**
     * Looks whether anything is left of them, and lets go of that once more.
     *
     * @return of how many businesses something was looked for; 0 once nothing is left of anybody
     */
    int look();
}
