package medflip.platform.web;

import medflip.platform.tenancy.Caller;

/** Asks a list, and takes nothing: so that what can't be delivered is refused when it is wished. */
@FunctionalInterface
public interface ListCheck {

    /**
     * Asks as the request's own caller.
     *
     * @param list the address of a list with its filter, such as {@code /api/deals.csv?state=QUOTED}
     * @throws IllegalArgumentException with a reason that a person can read, if there is no such list, or it refuses
     */
    void check(Caller caller, String list);
}
