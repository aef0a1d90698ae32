package medflip.platform.command;

/** A fault that leaves open whether what was wished is done. */
public interface OutcomeUnknown {}
