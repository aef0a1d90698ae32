package medflip.platform.command;

/**
 * Marks a command that people may also give while their business's account is closed, or isn't paid: to take away what
 * somebody may do, and what privacy, opt-outs and the account itself need.
 */
public interface AllowedWhenClosed {}
