package medflip.messaging.write;

import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.messaging.events.TwilioConnectionId;
import medflip.platform.command.AllowedWhenClosed;
import medflip.platform.command.Command;

/** What can be asked of the connection with Twilio. */
public sealed interface TwilioConnectionCommand extends Command {
    TwilioConnectionId connectionId();

    @Override
    default TwilioConnectionId aggregateId() {
        return connectionId();
    }

    /** The business texts by this account from now on; its secrets lie in the vault. */
    record ConnectTwilio(
            TwilioConnectionId connectionId,
            UUID credentialsId,
            String accountEnding,
            String numberEnding,
            PersonalText introduction)
            implements TwilioConnectionCommand {}

    /** The business texts no more. */
    record DisconnectTwilio(TwilioConnectionId connectionId) implements TwilioConnectionCommand, AllowedWhenClosed {}

    /** Twilio refuses the credentials. */
    record NoteBrokenConnection(TwilioConnectionId connectionId, int errorCode)
            implements TwilioConnectionCommand, AllowedWhenClosed {}
}
