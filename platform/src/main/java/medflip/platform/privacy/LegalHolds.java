package medflip.platform.privacy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.command.Histories;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.events.LegalHoldEvent;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReviewed;

/**
 * What the law has kept at this moment, by the log itself: whoever destroys something asks here first (policy promise
 * P7). A hold whose review is overdue still holds, since nothing that was destroyed comes back.
 */
public final class LegalHolds {

    private final Histories histories;

    public LegalHolds(Histories histories) {
        this.histories = histories;
    }

    /** Whether anything of the business is held, be it of one person: then the business is erased no sooner. */
    public boolean holdAnythingOf(TenantId tenant) {
        return !of(tenant).isEmpty();
    }

    /** Whether one of these is held, by itself or with the whole business; by their names in the {@link Keyring}. */
    public boolean holdAnyOf(TenantId tenant, Collection<String> subjects) {
        return of(tenant).values().stream()
                .anyMatch(hold -> hold.customerId() == null || subjects.contains(Keyring.nameOf(hold.customerId())));
    }

    private Map<UUID, LegalHoldPlaced> of(TenantId tenant) {
        Map<UUID, LegalHoldPlaced> holds = new LinkedHashMap<>();
        histories.of(HoldBookId.of(tenant), LegalHoldEvent.class).forEach(event -> {
            switch (event) {
                case LegalHoldPlaced placed -> holds.put(placed.holdId(), placed);
                case LegalHoldReviewed reviewed -> {}
                case LegalHoldReleased released -> holds.remove(released.holdId());
            }
        });
        return holds;
    }
}
