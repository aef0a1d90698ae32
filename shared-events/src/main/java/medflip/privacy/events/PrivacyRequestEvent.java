package medflip.privacy.events;

import java.time.LocalDate;
import medflip.customers.events.CustomerId;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;

/** What becomes of what a person asked about their data. Nothing of it says who that is but for the card's id. */
public sealed interface PrivacyRequestEvent extends DomainEvent {
    PrivacyRequestId requestId();

    @Override
    default PrivacyRequestId aggregateId() {
        return requestId();
    }

    /** A person asked something. It has to be answered by {@code dueOn}. */
    record RequestReceived(
            PrivacyRequestId requestId,
            RequestKind kind,
            CustomerId customerId,
            RequestWay way,
            LocalDate receivedOn,
            LocalDate dueOn)
            implements PrivacyRequestEvent {}

    /** It was made sure that whoever asks is the person. */
    record IdentityChecked(PrivacyRequestId requestId, IdentityCheck check, LocalDate checkedOn)
            implements PrivacyRequestEvent {}

    /** What was asked for isn't done. */
    record RequestRefused(PrivacyRequestId requestId, RefusalReason reason, LocalDate refusedOn)
            implements PrivacyRequestEvent {}

    /** What was asked for is done. */
    record RequestAnswered(PrivacyRequestId requestId, LocalDate answeredOn) implements PrivacyRequestEvent {}

    /** The person is to be forgotten, which can't be stopped any more. */
    record ErasureOrdered(PrivacyRequestId requestId, CustomerId customerId, LocalDate orderedOn)
            implements PrivacyRequestEvent {}

    /**
     * Nothing of the person can be read any more, anywhere, which was looked for.
     *
     * @param certificate what was done, as JSON: the very bytes that are signed
     * @param signature Ed25519 over the certificate's UTF-8 form, in Base64
     * @param publicKey by which it is checked: X.509 form, in Base64
     */
    record ErasureCertified(
            PrivacyRequestId requestId,
            @NotPersonal("ids, counts and dates") String certificate,
            @NotPersonal("a signature") String signature,
            @NotPersonal("a public key") String publicKey,
            LocalDate certifiedOn)
            implements PrivacyRequestEvent {}
}
