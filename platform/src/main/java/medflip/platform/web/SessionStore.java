package medflip.platform.web;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sessions are open, wherever they were opened or ended: on this node or on another. */
@Component
class SessionStore {

    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the sessions that are neither signed out of nor run out. */
    Set<String> open(Collection<String> sessions) {
        return jdbc.sql("""
                        SELECT session_id FROM write.spring_session
                        WHERE session_id = ANY (:sessions) AND expiry_time >= extract(epoch FROM now()) * 1000
                        """)
                .param("sessions", sessions.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    void end(String session) {
        jdbc.sql("DELETE FROM write.spring_session WHERE session_id = :session")
                .param("session", session)
                .update();
    }

    void endAll(UUID user) {
        jdbc.sql("DELETE FROM write.spring_session WHERE principal_name = :user")
                .param("user", user.toString())
                .update();
    }
}
