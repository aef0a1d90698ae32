package medflip.accounts.read.desks;

import java.util.List;
import java.util.UUID;
import medflip.accounts.events.ListName;

/** How the caller's lists are arranged. A list that isn't named has the columns that it comes with. */
record Lists(List<ShownColumns> columns, List<SavedFilter> filters) {

    record ShownColumns(ListName list, List<String> shown) {}

    /**
     * A filter, in the order of names.
     *
     * @param query as it was kept
     * @param shared whether it is everybody's who works for the business, or the caller's own
     */
    record SavedFilter(UUID id, ListName list, String name, String query, boolean shared) {}
}
