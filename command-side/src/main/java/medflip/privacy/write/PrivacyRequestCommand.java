package medflip.privacy.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.customers.events.CustomerId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;
import medflip.platform.privacy.Signer.Signed;
import medflip.privacy.events.ExtensionReason;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import org.jspecify.annotations.Nullable;

/** What can be asked about a request; people's rights don't end when an account is closed. */
public sealed interface PrivacyRequestCommand extends Command, AllowedWhenClosed {
    PrivacyRequestId requestId();

    @Override
    default PrivacyRequestId aggregateId() {
        return requestId();
    }

    /**
     * Writes down what a person asked: one of the business's people, or a member about themselves.
     *
     * @param identity how it is known already who asks; absent where somebody has to make sure first
     * @param correction what they want to stand on their card; absent where they didn't say it themselves
     */
    record ReceiveRequest(
            PrivacyRequestId requestId,
            RequestKind kind,
            PrivacyLaw law,
            @Nullable CustomerId customerId,
            @Nullable UserId memberId,
            RequestWay way,
            LocalDate receivedOn,
            @Nullable IdentityCheck identity,
            @Nullable Correction correction)
            implements PrivacyRequestCommand {}

    /** What should stand on a card. */
    record Correction(
            PersonName name,
            List<PhoneNumber> phones,
            List<EmailAddress> emails,
            @Nullable PostalAddress address,
            @Nullable PersonalText remark) {

        /** Masked, so that no log line ever holds it. */
        @Override
        public String toString() {
            return "***";
        }
    }

    /** Writes down how it was made sure who asks; the last time counts. */
    record CheckIdentity(PrivacyRequestId requestId, IdentityCheck check, LocalDate checkedOn)
            implements PrivacyRequestCommand {}

    /** Puts off, once, by when it has to be answered; the person was told so. */
    record ExtendRequest(PrivacyRequestId requestId, ExtensionReason reason, RequestWay toldBy, LocalDate extendedOn)
            implements PrivacyRequestCommand {}

    /** Has owners reminded, if that day has come; of each thing once. */
    record RemindOwners(PrivacyRequestId requestId, LocalDate today) implements PrivacyRequestCommand {}

    /** Lets the person see what is held of them by a private link. The same link again changes nothing. */
    record MakePrivateLink(PrivacyRequestId requestId, UUID linkId, LocalDate madeOn)
            implements PrivacyRequestCommand {}

    /** Has the private link lead nowhere. */
    record RevokePrivateLink(PrivacyRequestId requestId, UUID linkId, LocalDate revokedOn)
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
