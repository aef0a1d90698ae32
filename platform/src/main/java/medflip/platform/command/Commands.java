package medflip.platform.command;

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
}
