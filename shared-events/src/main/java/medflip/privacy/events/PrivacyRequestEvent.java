package medflip.privacy.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.customers.events.CustomerId;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of what a person asked about their data. Nothing of it says who that is but for an id, and what they
 * want put right, which stands under their own key.
 */
public sealed interface PrivacyRequestEvent extends DomainEvent {
    PrivacyRequestId requestId();

    @Override
    default PrivacyRequestId aggregateId() {
        return requestId();
    }

    /**
     * A person asked something. It has to be answered by {@code dueOn}.
     *
     * @param customerId whose card it is about; absent where a member of the business asked
     * @param memberId who of the business asked about their own data; absent where one of its people did
     */
    record RequestReceived(
            PrivacyRequestId requestId,
            RequestKind kind,
            PrivacyLaw law,
            @Nullable CustomerId customerId,
            @Nullable UserId memberId,
            RequestWay way,
            LocalDate receivedOn,
            LocalDate dueOn)
            implements PrivacyRequestEvent {}

    /** It was made sure that whoever asks is the person. */
    record IdentityChecked(PrivacyRequestId requestId, IdentityCheck check, LocalDate checkedOn)
            implements PrivacyRequestEvent {}

    /** It takes longer: the person was told so, and why. It has to be answered by {@code dueOn} now. */
    record RequestExtended(
            PrivacyRequestId requestId,
            ExtensionReason reason,
            RequestWay toldBy,
            LocalDate extendedOn,
            LocalDate dueOn)
            implements PrivacyRequestEvent {}

    /** Owners are reminded that it has to be answered by {@code dueOn}. */
    record OwnersReminded(PrivacyRequestId requestId, ReminderKind kind, LocalDate dueOn)
            implements PrivacyRequestEvent {}

    /**
     * What a person wants to stand on their card: all of it as it should be.
     *
     * @param remark what else they want put right, in their words
     */
    record CorrectionProposed(
            PrivacyRequestId requestId,
            CustomerId customerId,

            @PersonalData(value = "privacy.correction-name", subject = "customerId")
            PersonName name,

            @PersonalData(value = "privacy.correction-phones", subject = "customerId")
            List<PhoneNumber> phones,

            @PersonalData(value = "privacy.correction-emails", subject = "customerId")
            List<EmailAddress> emails,

            @PersonalData(value = "privacy.correction-address", subject = "customerId") @Nullable
            PostalAddress address,

            @PersonalData(value = "privacy.correction-remark", subject = "customerId") @Nullable
            PersonalText remark)
            implements PrivacyRequestEvent {}

    /** Whoever has the link sees what is held of the person until {@code goodUntil}; a link before it leads nowhere. */
    record PrivateLinkMade(PrivacyRequestId requestId, UUID linkId, LocalDate madeOn, LocalDate goodUntil)
            implements PrivacyRequestEvent {}

    /** The link leads nowhere any more. */
    record PrivateLinkRevoked(PrivacyRequestId requestId, UUID linkId, LocalDate revokedOn)
            implements PrivacyRequestEvent {}

    /** What was asked for isn't done. */
    record RequestRefused(PrivacyRequestId requestId, RefusalReason reason, LocalDate refusedOn)
            implements PrivacyRequestEvent {}

    /** What was asked for is done. */
    record RequestAnswered(
            PrivacyRequestId requestId,
            RequestKind kind,
            @Nullable CustomerId customerId,
            @Nullable UserId memberId,
            LocalDate answeredOn)
            implements PrivacyRequestEvent {}

    /** The person is to be forgotten, which can't be stopped any more. */
    record ErasureOrdered(
            PrivacyRequestId requestId,
            @Nullable CustomerId customerId,
            @Nullable UserId memberId,
            LocalDate orderedOn) implements PrivacyRequestEvent {}

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
