package medflip.platform.routing;

import medflip.platform.command.OutcomeUnknown;

/**
 * A command was sent to another process, and no answer came: it may have been done, or not. Only a command with an
 * Idempotency-Key, or one that changes nothing the second time, may simply be sent again.
 */
public final class CommandOutcomeUnknown extends IllegalStateException implements OutcomeUnknown {

    CommandOutcomeUnknown(String command, Throwable cause) {
        super("No answer came for " + command + ". It may have been done.", cause);
    }
}
