package medflip.platform.routing;

import java.util.Map;
import medflip.platform.command.Command;
import medflip.platform.command.CommandOutcome;
import medflip.platform.routing.MessageSeal.Unreadable;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import tools.jackson.databind.JsonNode;

/**
 * Commands and their outcomes as they go between processes: sealed whole, metadata included, so that nobody between can
 * say that another wants it. One that can't be read comes back as undecided.
 */
final class CommandForm {

    private final MessageSeal seal;

    CommandForm(MessageSeal seal) {
        this.seal = seal;
    }

    /** @param metadata texts, numbers and booleans */
    private record Written(Map<String, Object> metadata, JsonNode command) {}

    String write(CommandMessage<?> command) {
        return seal.seal(purpose(command), new Written(command.getMetaData(), seal.tree(command.getPayload())));
    }

    /** @param received with what {@link #write} made of it */
    CommandMessage<Command> read(CommandMessage<?> received) throws Unreadable {
        String purpose = purpose(received);
        Written written = seal.open(purpose, received.getPayload(), Written.class);
        Class<? extends Command> type;
        try {
            type = Class.forName(received.getCommandName()).asSubclass(Command.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new Unreadable(purpose, e);
        }
        return new GenericCommandMessage<>(
                new GenericMessage<>(
                        received.getIdentifier(), seal.read(written.command(), type, purpose), written.metadata()),
                received.getCommandName());
    }

    /** @param command the one that it is the outcome of */
    String write(CommandMessage<?> command, CommandOutcome outcome) {
        return seal.seal(purposeOfOutcome(command), outcome);
    }

    CommandOutcome readOutcome(CommandMessage<?> command, Object written) throws Unreadable {
        return seal.open(purposeOfOutcome(command), written, CommandOutcome.class);
    }

    private static String purpose(CommandMessage<?> command) {
        return "command " + command.getCommandName() + " " + command.getIdentifier();
    }

    private static String purposeOfOutcome(CommandMessage<?> command) {
        return "outcome of " + purpose(command);
    }
}
