package medflip.platform.command;

import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;

/** A command was refused. The {@link Reason} travels as the exception's details, also between processes. */
public class CommandRejected extends CommandExecutionException {

    /** The refusal as plain words and code. */
    public record Reason(String code, String message, Rejection.Kind kind) {}

    public CommandRejected(Rejection rejection) {
        this(new Reason(rejection.code(), rejection.message(), rejection.kind()));
    }

    /** As another process refused it. */
    public CommandRejected(Reason reason) {
        super(reason.message(), null, reason, true);
    }

    public Reason reason() {
        return Objects.requireNonNull(this.<Reason>getDetails().orElse(null));
    }
}
