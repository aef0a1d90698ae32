package medflip.platform.command;

/** Marks a command that people may also give while their business's account is closed, or isn't paid. */
public interface AllowedWhenClosed {}
