package medflip.platform.database;

/**
 * How to reach the two databases, and as whom. The owner migrates, or at least takes the part of the role that owns
 * views, and is never used to serve; the service role runs the committer, processors and jobs, or, in a query side that
 * is a process of its own, another that can't add to the log; the tenant role sees one tenant a transaction; the keys
 * role calls the functions of the keys database and touches no table of it.
 */
public record DatabaseAccess(String url, String keysUrl, Login owner, Login service, Login tenant, Login keys) {

    /** A role and its password. */
    public record Login(String role, String password) {

        @Override
        public String toString() {
            return role;
        }
    }
}
