package medflip.platform.seal;

/** The logs that are sealed, each with a tree for each tenant. */
public enum LogName {
    /** What happened: the events. */
    FACTS("facts"),
    /** Who has looked at what. */
    ACCESS("access"),
    /** The newest checkpoints of all trees, so that a tenant that is missing altogether is noticed. */
    ALL("all");

    private final String stored;

    LogName(String stored) {
        this.stored = stored;
    }

    /** As it stands in the database and in what is signed. */
    public String stored() {
        return stored;
    }

    static LogName of(String stored) {
        for (LogName each : values()) {
            if (each.stored.equals(stored)) {
                return each;
            }
        }
        throw new IllegalArgumentException("No log is called so: " + stored);
    }
}
