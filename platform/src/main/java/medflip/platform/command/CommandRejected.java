package medflip.platform.command;

import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;

/** A command was refused. The {@link Reason} travels as the exception's details, also between processes. */
public class CommandRejected extends CommandExecutionException {

    /** The refusal as plain words and code. */
    public record Reason(String code, String message, Rejection.Kind kind) {}

    public CommandRejected(Rejection rejection) {
        super(rejection.message(), null, new Reason(rejection.code(), rejection.message(), rejection.kind()), true);
    }

    public Reason reason() {
        return Objects.requireNonNull(this.<Reason>getDetails().orElse(null));
    }
}
