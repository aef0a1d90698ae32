package medflip.platform.command;

import java.util.Collection;
import medflip.platform.tenancy.Caller;

/** The one way in: every change of anything is a command sent here. */
public interface Commands {

    /**
     * Sends a command and waits until its events are on disk.
     *
     * @return where the aggregate and the log stand then; for a repeated key, exactly what the first answer was
     * @throws CommandRejected with the reason, if the aggregate or a condition refuses; nothing was changed then
     */
    Accepted send(Caller caller, Command command, Conditions conditions);

    default Accepted send(Caller caller, Command command) {
        return send(caller, command, Conditions.NONE);
    }

    /**
     * What every command asks first: that the caller's business may still change something. Whoever takes what isn't a
     * command yet, such as a file, asks it too.
     *
     * @throws CommandRejected if its account is closed, or its subscription has ended
     */
    default void requireOpen(Caller caller) {}

    /**
     * Sends commands that don't depend on each other, at once where that is quicker, and waits until the events of all
     * are on disk.
     *
     * @throws CommandRejected if one of them is refused; the others may have been done
     */
    default void sendAll(Caller caller, Collection<? extends Command> commands) {
        commands.forEach(command -> send(caller, command));
    }
}
