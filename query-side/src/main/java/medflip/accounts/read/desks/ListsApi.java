package medflip.accounts.read.desks;

import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells how lists are arranged. */
@RestController
class ListsApi {

    private final ListsStore store;

    ListsApi(ListsStore store) {
        this.store = store;
    }

    /** The caller's columns and filters, and the filters that all who work for the business share. */
    @GetMapping("/api/lists")
    @Requires(Permission.SELF)
    @Reads(DesksProjection.GROUP)
    Lists findLists(SignedIn who) {
        return store.lists(who.userId());
    }
}
