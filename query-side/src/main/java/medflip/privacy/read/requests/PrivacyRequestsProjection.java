package medflip.privacy.read.requests;

import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.privacy.events.PrivacyRequestEvent;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills the queue of requests. */
@Projection(processingGroup = PrivacyRequestsProjection.GROUP, tables = "privacy_request")
class PrivacyRequestsProjection {

    static final String GROUP = "privacy.requests";

    private static final String WHERE = ", version = ? WHERE tenant_id = ? AND id = ?";

    @EventHandler
    void on(PrivacyRequestEvent event, @SequenceNumber long version, Rows rows) {
        PrivacyRequestId id = event.requestId();
        switch (event) {
            case RequestReceived received ->
                rows.write(
                        id,
                        """
                        INSERT INTO privacy_request
                            (tenant_id, id, kind, customer_id, way, received_on, due_on, state, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        id.tenantId(),
                        id,
                        received.kind(),
                        received.customerId(),
                        received.way(),
                        received.receivedOn(),
                        received.dueOn(),
                        RequestState.RECEIVED,
                        version);
            case IdentityChecked checked ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET state = ?, identity = ?, identity_on = ?" + WHERE,
                        RequestState.IDENTIFIED,
                        checked.check(),
                        checked.checkedOn(),
                        version,
                        id.tenantId(),
                        id);
            case RequestRefused refused ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET state = ?, refused_for = ?, ended_on = ?" + WHERE,
                        RequestState.REFUSED,
                        refused.reason(),
                        refused.refusedOn(),
                        version,
                        id.tenantId(),
                        id);
            case RequestAnswered answered ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET state = ?, ended_on = ?" + WHERE,
                        RequestState.ANSWERED,
                        answered.answeredOn(),
                        version,
                        id.tenantId(),
                        id);
            case ErasureOrdered ordered ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET state = ?" + WHERE,
                        RequestState.ERASING,
                        version,
                        id.tenantId(),
                        id);
            case ErasureCertified certified ->
                rows.write(
                        id,
                        """
                        UPDATE privacy_request SET state = ?, ended_on = ?, certificate = ?, signature = ?,
                            public_key = ?""" + WHERE,
                        RequestState.ANSWERED,
                        certified.certifiedOn(),
                        certified.certificate(),
                        certified.signature(),
                        certified.publicKey(),
                        version,
                        id.tenantId(),
                        id);
        }
    }
}
