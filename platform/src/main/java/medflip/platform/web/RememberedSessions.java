package medflip.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * Remembers each session for almost a second, so that a screen which asks for a dozen things has it read once, not a
 * dozen times. A session that another node ended is so dead within that time; one that this node ended, at once.
 *
 * <p>That a session was used is noted at most once a minute. Otherwise every request would change the session's row,
 * and wait for the disk to have it.
 */
final class RememberedSessions<S extends Session> implements SessionRepository<RememberedSessions<S>.Remembered> {

    static final Duration REMEMBERED = Duration.ofMillis(900);
    static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);
    private static final long MOST = 20_000;

    private final SessionRepository<S> stored;
    /** As they were read; each request gets a copy. */
    private final Cache<String, MapSession> remembered;

    RememberedSessions(SessionRepository<S> stored, Ticker ticker) {
        this.stored = stored;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    @Override
    public Remembered createSession() {
        S session = stored.createSession();
        return new Remembered(new MapSession(session), session);
    }

    @Override
    @SuppressWarnings("NullAway") // the interface, which isn't marked, answers null for a session that isn't there
    public @Nullable Remembered findById(String id) {
        MapSession known = remembered.get(id, absent -> {
            S session = stored.findById(absent);
            return session == null ? null : new MapSession(session);
        });
        return known == null ? null : new Remembered(new MapSession(known), null);
    }

    @Override
    public void save(Remembered session) {
        session.save();
    }

    @Override
    public void deleteById(String id) {
        stored.deleteById(id);
        remembered.invalidate(id);
    }

    /** A session in the hands of one request: read from memory, and changed where it is stored. */
    final class Remembered implements Session {

        private final MapSession read;
        /** Found at the first change. */
        private @Nullable S changed;

        private Remembered(MapSession read, @Nullable S changed) {
            this.read = read;
            this.changed = changed;
        }

        private void save() {
            if (changed != null) {
                stored.save(changed);
                remembered.invalidate(read.getOriginalId());
            }
        }

        /** Of a session that was ended meanwhile nothing can be changed. */
        private Optional<S> changed() {
            if (changed == null) {
                changed = stored.findById(read.getOriginalId());
            }
            return Optional.ofNullable(changed);
        }

        private void change(Consumer<Session> change) {
            change.accept(read);
            changed().ifPresent(change);
        }

        @Override
        public String changeSessionId() {
            String id = changed().map(Session::changeSessionId).orElseGet(read::changeSessionId);
            read.setId(id);
            return id;
        }

        @Override
        public void setAttribute(String name, Object value) {
            change(session -> session.setAttribute(name, value));
        }

        @Override
        public void removeAttribute(String name) {
            change(session -> session.removeAttribute(name));
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            change(session -> session.setMaxInactiveInterval(interval));
        }

        @Override
        public void setLastAccessedTime(Instant time) {
            if (changed != null || time.isAfter(read.getLastAccessedTime().plus(USE_NOTED_EVERY))) {
                change(session -> session.setLastAccessedTime(time));
            }
        }

        @Override
        public String getId() {
            return read.getId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return read.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return read.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return read.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return read.getLastAccessedTime();
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return read.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return read.isExpired();
        }
    }
}
