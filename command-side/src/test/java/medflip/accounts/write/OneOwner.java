package medflip.accounts.write;

import java.util.List;
import medflip.accounts.events.UserId;
import medflip.kernel.TenantId;

/** There is one business, and it has one owner. */
final class OneOwner extends SignInStore {

    private final UserId owner;

    @SuppressWarnings("NullAway") // Nothing else is looked up
    OneOwner(UserId owner) {
        super(null);
        this.owner = owner;
    }

    @Override
    List<UserId> owners(TenantId tenant) {
        return List.of(owner);
    }

    @Override
    List<UserId> ownersOfOpenBusinesses() {
        return List.of(owner);
    }
}
