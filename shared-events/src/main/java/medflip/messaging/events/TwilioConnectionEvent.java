package medflip.messaging.events;

import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** What happens to a business's connection with Twilio. Its secrets lie in a vault, and in no event. */
public sealed interface TwilioConnectionEvent extends DomainEvent {
    TwilioConnectionId connectionId();

    @Override
    default TwilioConnectionId aggregateId() {
        return connectionId();
    }

    /**
     * The business texts by this account and number from now on.
     *
     * @param credentialsId which entry of the vault
     * @param introduction how the business calls itself in the first text to somebody
     */
    record TwilioConnected(
            TwilioConnectionId connectionId,
            AccountId accountId,
            UUID credentialsId,

            @NotPersonal("last characters of the account's SID")
            String accountEnding,

            @NotPersonal("last digits of the business's own number")
            String numberEnding,

            @PersonalData("messaging.introduction") PersonalText introduction)
            implements TwilioConnectionEvent {}

    /** The business texts no more; the secrets were deleted before this was recorded. */
    record TwilioDisconnected(TwilioConnectionId connectionId) implements TwilioConnectionEvent {}

    /** Twilio doesn't take the credentials any more. */
    record TwilioConnectionBroken(TwilioConnectionId connectionId, int errorCode) implements TwilioConnectionEvent {}
}
