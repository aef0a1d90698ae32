package medflip.privacy.write;

import java.time.LocalDate;
import medflip.customers.events.CustomerId;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import medflip.platform.privacy.Signer.Signed;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;

/** What can be asked about a request; people's rights don't end when an account is closed. */
public sealed interface PrivacyRequestCommand extends Command, AllowedWhenClosed {
    PrivacyRequestId requestId();

    @Override
    default PrivacyRequestId aggregateId() {
        return requestId();
    }

    /** Writes down what a person asked. */
    record ReceiveRequest(
            PrivacyRequestId requestId, RequestKind kind, CustomerId customerId, RequestWay way, LocalDate receivedOn)
            implements PrivacyRequestCommand {}

    /** Writes down how it was made sure who asks; the last time counts. */
    record CheckIdentity(PrivacyRequestId requestId, IdentityCheck check, LocalDate checkedOn)
            implements PrivacyRequestCommand {}

    /** Refuses it. */
    record RefuseRequest(PrivacyRequestId requestId, RefusalReason reason, LocalDate refusedOn)
            implements PrivacyRequestCommand {}

    /** What was asked for is done. */
    record AnswerRequest(PrivacyRequestId requestId, LocalDate answeredOn) implements PrivacyRequestCommand {}

    /** Has the person forgotten. */
    record OrderErasure(PrivacyRequestId requestId, LocalDate orderedOn) implements PrivacyRequestCommand {}

    /** Notes that the person is forgotten; a repeat changes nothing. */
    record CertifyErasure(PrivacyRequestId requestId, Signed certificate, LocalDate certifiedOn)
            implements PrivacyRequestCommand {}
}
