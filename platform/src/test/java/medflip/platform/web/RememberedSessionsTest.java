package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

class RememberedSessionsTest {

    private final Stored stored = new Stored();
    private final AtomicLong nanos = new AtomicLong();
    private final RememberedSessions<MapSession> sessions = new RememberedSessions<>(stored, nanos::get);
    private final RememberedSessions<MapSession> otherNode = new RememberedSessions<>(stored, nanos::get);

    @Test
    void a_burst_of_requests_reads_the_session_once() {
        String id = begin();
        stored.reads.set(0);
        for (int i = 0; i < 12; i++) {
            assertThat(find(sessions, id).<String>getAttribute("user")).isEqualTo("Zaphodia");
        }
        assertThat(stored.reads).hasValue(1);
        pass(RememberedSessions.REMEMBERED.toNanos());
        find(sessions, id);
        assertThat(stored.reads).hasValue(2);
    }

    @Test
    void what_was_ended_here_is_dead_at_once() {
        String id = begin();
        find(sessions, id);
        sessions.deleteById(id);
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void what_was_ended_on_another_node_is_dead_within_a_second() {
        String id = begin();
        find(sessions, id);
        otherNode.deleteById(id);
        pass(RememberedSessions.REMEMBERED.toNanos());
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void a_change_to_what_was_ended_elsewhere_brings_nothing_back() {
        String id = begin();
        var session = find(sessions, id);
        otherNode.deleteById(id);
        session.setAttribute("user", "Trillianus");
        sessions.save(session);
        pass(RememberedSessions.REMEMBERED.toNanos());
        assertThat(sessions.findById(id)).isNull();
    }

    @Test
    void a_change_is_seen_by_the_next_request() {
        String id = begin();
        var session = find(sessions, id);
        session.setAttribute("user", "Trillianus");
        session.removeAttribute("basket");
        sessions.save(session);
        var next = find(sessions, id);
        assertThat(next.<String>getAttribute("user")).isEqualTo("Trillianus");
        assertThat(next.getAttributeNames()).containsExactly("user");
    }

    @Test
    void a_new_id_replaces_the_old_one_at_once() {
        String id = begin();
        var session = find(sessions, id);
        String changed = session.changeSessionId();
        sessions.save(session);
        assertThat(changed).isNotEqualTo(id).isEqualTo(session.getId());
        assertThat(sessions.findById(id)).isNull();
        assertThat(find(sessions, changed).<String>getAttribute("user")).isEqualTo("Zaphodia");
    }

    @Test
    void that_it_was_used_is_noted_by_the_minute() {
        String id = begin();
        Instant begun = find(sessions, id).getLastAccessedTime();
        useAt(id, begun.plusSeconds(59));
        assertThat(stored.saved(id).getLastAccessedTime()).isEqualTo(begun);
        useAt(id, begun.plusSeconds(61));
        assertThat(stored.saved(id).getLastAccessedTime()).isEqualTo(begun.plusSeconds(61));
    }

    @Test
    void one_request_changes_nothing_in_the_hands_of_another() {
        String id = begin();
        var one = find(sessions, id);
        var other = find(sessions, id);
        one.setAttribute("user", "Trillianus");
        assertThat(other.<String>getAttribute("user")).isEqualTo("Zaphodia");
    }

    private void useAt(String id, Instant time) {
        var session = find(sessions, id);
        session.setLastAccessedTime(time);
        sessions.save(session);
    }

    private String begin() {
        var session = sessions.createSession();
        session.setAttribute("user", "Zaphodia");
        session.setAttribute("basket", "empty");
        sessions.save(session);
        return session.getId();
    }

    private void pass(long nanoseconds) {
        nanos.addAndGet(nanoseconds);
    }

    private static RememberedSessions<MapSession>.Remembered find(RememberedSessions<MapSession> sessions, String id) {
        return Objects.requireNonNull(sessions.findById(id));
    }

    /** Keeps sessions as a database would: what is found is a copy. */
    private static final class Stored implements SessionRepository<MapSession> {

        final AtomicInteger reads = new AtomicInteger();
        private final ConcurrentHashMap<String, Session> map = new ConcurrentHashMap<>();
        private final MapSessionRepository repository = new MapSessionRepository(map);

        MapSession saved(String id) {
            return Objects.requireNonNull(repository.findById(id));
        }

        @Override
        public MapSession createSession() {
            return repository.createSession();
        }

        @Override
        public void save(MapSession session) {
            repository.save(session);
        }

        @Override
        public MapSession findById(String id) {
            reads.incrementAndGet();
            return repository.findById(id);
        }

        @Override
        public void deleteById(String id) {
            repository.deleteById(id);
        }
    }
}
