package medflip.platform.command;

/**
 * Which fact a command undoes, and why.
 *
 * @param position of the fact in the log
 */
public record Undone(long position, UndoReason reason) {}
