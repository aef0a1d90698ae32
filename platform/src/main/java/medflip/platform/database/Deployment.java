package medflip.platform.database;

/**
 * Who works with the database.
 *
 * @param alone whether this process alone does, as with the embedded server, whose passwords nobody else has
 */
public record Deployment(boolean alone) {}
