package medflip.privacy.read.requests;

import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.kernel.EmailAddress;
import medflip.kernel.PhoneNumber;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.privacy.events.PrivacyRequestEvent;
import medflip.privacy.events.PrivacyRequestEvent.CorrectionProposed;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkMade;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkRevoked;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestExtended;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.read.requests.PrivacyRequest.ProposedCorrection;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;

/** Fills the queue of requests. */
@Projection(processingGroup = PrivacyRequestsProjection.GROUP, tables = "privacy_request")
class PrivacyRequestsProjection {

    static final String GROUP = "privacy.requests";

    private static final String ID = " WHERE tenant_id = ? AND id = ?";
    private static final String WHERE = ", version = ?" + ID;

    /** Who was erased has nothing to see any more, and nothing to put right. */
    private static final String FORGOTTEN = """
            UPDATE privacy_request
            SET correction = NULL, link_id = NULL, link_made_on = NULL, link_good_until = NULL
            WHERE tenant_id = ? AND customer_id = ?
            """;

    @EventHandler
    void on(CustomerErased event, Rows rows) {
        rows.writeAcross(FORGOTTEN, event.customerId().tenantId(), event.customerId());
    }

    @EventHandler
    void on(PrivacyRequestEvent event, @SequenceNumber long version, Rows rows) {
        PrivacyRequestId id = event.requestId();
        switch (event) {
            case RequestReceived received ->
                rows.write(
                        id,
                        """
                        INSERT INTO privacy_request
                            (tenant_id, id, kind, law, customer_id, member_id, way, received_on, due_on, state, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        id.tenantId(),
                        id,
                        received.kind(),
                        received.law(),
                        received.customerId(),
                        received.memberId(),
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
            case RequestExtended extended ->
                rows.write(
                        id,
                        """
                        UPDATE privacy_request SET extended_for = ?, extension_told = ?, extended_on = ?,
                            due_on = ?""" + WHERE,
                        extended.reason(),
                        extended.toldBy(),
                        extended.extendedOn(),
                        extended.dueOn(),
                        version,
                        id.tenantId(),
                        id);
            case OwnersReminded reminded ->
                rows.write(id, "UPDATE privacy_request SET version = ?" + ID, version, id.tenantId(), id);
            case CorrectionProposed proposed ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET correction = ?::jsonb" + WHERE,
                        Json.text(new ProposedCorrection(
                                proposed.name().value(),
                                proposed.phones().stream()
                                        .map(PhoneNumber::value)
                                        .toList(),
                                proposed.emails().stream()
                                        .map(EmailAddress::value)
                                        .toList(),
                                proposed.address(),
                                proposed.remark() == null
                                        ? null
                                        : proposed.remark().value())),
                        version,
                        id.tenantId(),
                        id);
            case PrivateLinkMade made ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET link_id = ?, link_made_on = ?, link_good_until = ?" + WHERE,
                        made.linkId(),
                        made.madeOn(),
                        made.goodUntil(),
                        version,
                        id.tenantId(),
                        id);
            case PrivateLinkRevoked revoked ->
                rows.write(
                        id,
                        "UPDATE privacy_request SET link_id = NULL, link_made_on = NULL, link_good_until = NULL"
                                + WHERE,
                        version,
                        id.tenantId(),
                        id);
            case RequestRefused refused ->
                rows.write(
                        id,
                        """
                        UPDATE privacy_request SET link_id = NULL, link_made_on = NULL, link_good_until = NULL,
                            state = ?, refused_for = ?, ended_on = ?""" + WHERE,
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
