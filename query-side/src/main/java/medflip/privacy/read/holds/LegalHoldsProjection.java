package medflip.privacy.read.holds;

import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import medflip.privacy.events.LegalHoldEvent;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReviewed;
import org.axonframework.eventhandling.EventHandler;

/** Fills the legal holds. */
@Projection(processingGroup = LegalHoldsProjection.GROUP, tables = "legal_hold")
class LegalHoldsProjection {

    static final String GROUP = "privacy.holds";

    @EventHandler
    void on(LegalHoldEvent event, Recorded recorded, Rows rows) {
        switch (event) {
            case LegalHoldPlaced placed ->
                rows.write(
                        placed.holdId(),
                        """
                        INSERT INTO legal_hold
                            (tenant_id, id, customer_id, basis, reference, placed_on, placed_by, review_on)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        placed.bookId().tenantId(),
                        placed.holdId(),
                        placed.customerId(),
                        placed.basis(),
                        placed.reference().value(),
                        placed.placedOn(),
                        recorded.actor(),
                        placed.reviewOn());
            case LegalHoldReviewed reviewed ->
                rows.write(
                        reviewed.holdId(),
                        "UPDATE legal_hold SET reviewed_on = ?, review_on = ? WHERE tenant_id = ? AND id = ?",
                        reviewed.reviewedOn(),
                        reviewed.reviewOn(),
                        reviewed.bookId().tenantId(),
                        reviewed.holdId());
            case LegalHoldReleased released ->
                rows.write(
                        released.holdId(),
                        "UPDATE legal_hold SET released_on = ?, reference = NULL WHERE tenant_id = ? AND id = ?",
                        released.releasedOn(),
                        released.bookId().tenantId(),
                        released.holdId());
        }
    }
}
