package medflip.platform.routing;

import java.util.Map;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.Command;
import medflip.platform.privacy.TenantSeal;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;

/** How a command of any domain looks to the process that it was sent to; what seals it isn't of interest here. */
public final class SentCommands {

    private static final CommandForm FORM = new CommandForm(MessageSeal.ofAnySide(new Unsealed()));

    private SentCommands() {}

    /** @throws AssertionError if it can't be read there */
    public static Command received(Command command) {
        var sent = new GenericCommandMessage<>(command, Map.of());
        var onTheWay = new GenericCommandMessage<>(
                new GenericMessage<>(sent.getIdentifier(), FORM.write(sent), Map.of()), sent.getCommandName());
        try {
            return FORM.read(onTheWay).getPayload();
        } catch (MessageSeal.Unreadable e) {
            throw new AssertionError(command.toString(), e);
        }
    }

    private static final class Unsealed implements TenantSeal {
        @Override
        public byte[] sealForTenant(TenantId tenant, String purpose, byte[] plaintext) {
            return plaintext;
        }

        @Override
        public byte[] openForTenant(TenantId tenant, String purpose, byte[] sealed) {
            return sealed;
        }

        @Override
        public byte[] sealForSubject(DataSubject subject, String purpose, byte[] plaintext) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] openForSubject(TenantId tenant, String subject, String purpose, byte[] sealed) {
            throw new UnsupportedOperationException();
        }
    }
}
