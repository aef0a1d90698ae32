package medflip.platform.routing;

import java.util.Base64;
import java.util.Map;
import medflip.kernel.TenantId;
import medflip.platform.command.Command;
import medflip.platform.command.CommandOutcome;
import medflip.platform.privacy.TenantSeal;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands and their outcomes as they go between processes: sealed whole, metadata included, so that whatever passes
 * them on can neither read nor change what somebody wants, nor say that another wants it. A seal holds for one message
 * only.
 *
 * <p>A command is read only if its form is exactly the one known here. While processes of two versions run side by
 * side, the others' commands come back as unreadable, instead of losing what this version has no name for.
 */
final class CommandForm {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private final TenantSeal seal;

    CommandForm(TenantSeal seal) {
        this.seal = seal;
    }

    /** It isn't of this version's form, or wasn't sealed by a process of this service for this message. */
    static final class Unreadable extends Exception {
        Unreadable(String what, Exception cause) {
            // Without the cause's message, which may hold a value.
            super(what + " can't be read here: " + cause.getClass().getSimpleName());
        }
    }

    /** @param metadata texts, numbers and booleans */
    private record Written(Map<String, Object> metadata, JsonNode command) {}

    String write(CommandMessage<?> command) {
        Written written = new Written(command.getMetaData(), JSON.valueToTree(command.getPayload()));
        return sealed(purpose(command), JSON.writeValueAsBytes(written));
    }

    /** @param received with what {@link #write} made of it */
    CommandMessage<Command> read(CommandMessage<?> received) throws Unreadable {
        try {
            Written written = JSON.readValue(open(purpose(received), received.getPayload()), Written.class);
            Class<? extends Command> type =
                    Class.forName(received.getCommandName()).asSubclass(Command.class);
            Command command = JSON.treeToValue(written.command(), type);
            return new GenericCommandMessage<>(
                    new GenericMessage<>(received.getIdentifier(), command, written.metadata()),
                    received.getCommandName());
        } catch (JacksonException | ClassNotFoundException | ClassCastException | IllegalArgumentException e) {
            throw new Unreadable(received.getCommandName(), e);
        }
    }

    /** @param command the one that it is the outcome of */
    String write(CommandMessage<?> command, CommandOutcome outcome) {
        return sealed("outcome of " + purpose(command), JSON.writeValueAsBytes(outcome));
    }

    CommandOutcome readOutcome(CommandMessage<?> command, Object written) throws Unreadable {
        try {
            return JSON.readValue(open("outcome of " + purpose(command), written), CommandOutcome.class);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Unreadable("The outcome of " + command.getCommandName(), e);
        }
    }

    private String sealed(String purpose, byte[] content) {
        return Base64.getEncoder().encodeToString(seal.sealForTenant(TenantId.SERVICE, purpose, content));
    }

    private byte[] open(String purpose, Object sealed) {
        return seal.openForTenant(TenantId.SERVICE, purpose, Base64.getDecoder().decode((String) sealed));
    }

    private static String purpose(CommandMessage<?> command) {
        return "command " + command.getCommandName() + " " + command.getIdentifier();
    }
}
