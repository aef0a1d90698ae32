package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.LiveChanges;
import medflip.platform.view.LiveChanges.Change;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells a browser which of its business's views have moved on, so that it asks again for what is on its screen.
 *
 * <p>A projection's thread only leaves a note, and the latest position a view is all that is kept; a thread of the
 * reader's own writes to the network. So a slow or dead reader holds up nobody and costs no memory.
 */
@RestController
class LiveApi {

    private static final Logger log = LoggerFactory.getLogger(LiveApi.class);

    /** The browser opens the next stream by itself. */
    private static final Duration STREAM_ENDS_AFTER = Duration.ofMinutes(10);

    /** The container ends no stream: it would do so while the reader's thread writes, by an error in the middle. */
    private static final long NEVER = 0;

    /** How often it is looked whose session has ended: one query for all streams of this node. */
    private static final Duration SESSIONS_EVERY = Duration.ofMillis(500);

    private final LiveChanges changes;
    private final SessionStore sessions;
    private final Duration heartbeat;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("live-sessions").factory());
    private final Future<?> watching;
    private volatile boolean stopping;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    LiveApi(LiveChanges changes, SessionStore sessions, @Value("${medflip.live.heartbeat:15s}") Duration heartbeat) {
        this.changes = changes;
        this.sessions = sessions;
        this.heartbeat = heartbeat;
        watching = watch.scheduleWithFixedDelay(
                this::endSignedOut, SESSIONS_EVERY.toMillis(), SESSIONS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A stream of {@code changed} events: a view of the business now shows everything up to the position. */
    @Requires(Permission.SESSION)
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter followChanges(Caller caller, HttpServletRequest request) {
        SseEmitter emitter = new SseEmitter(NEVER);
        Reader reader = new Reader(emitter, request.getSession(false));
        LiveChanges.Subscription subscription = changes.subscribe(caller.tenant(), reader::note);
        readers.add(reader);
        if (stopping) {
            // A browser that lost its stream to the stop comes back on the connection it has.
            reader.end();
        }
        Thread.ofVirtual().name("live").start(() -> {
            try (subscription) {
                reader.write();
            } finally {
                readers.remove(reader);
            }
        });
        return emitter;
    }

    /** Whoever signs out hears nothing more, also where the tab stays open. */
    private void endSignedOut() {
        try {
            Set<String> followed = readers.stream()
                    .flatMap(reader -> Stream.ofNullable(reader.session))
                    .collect(Collectors.toSet());
            if (!followed.isEmpty()) {
                Set<String> open = sessions.open(followed);
                readers.stream()
                        .filter(reader -> reader.session != null && !open.contains(reader.session))
                        .forEach(Reader::end);
            }
        } catch (RuntimeException e) {
            // Else this would have been the last look.
            log.warn("Sessions behind live streams can't be looked at now", e);
        }
    }

    /** Open streams would hold up an orderly stop. */
    @EventListener
    void stop(ContextClosedEvent closed) {
        stopping = true;
        watching.cancel(false);
        watch.close();
        readers.forEach(Reader::end);
    }

    private final class Reader {

        private final SseEmitter emitter;
        private final @Nullable String session;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition noted = lock.newCondition();
        private final Map<String, Long> latest = new LinkedHashMap<>();
        private final long opened = System.nanoTime();
        private boolean ended;

        Reader(SseEmitter emitter, @Nullable HttpSession session) {
            this.emitter = emitter;
            this.session = session == null ? null : session.getId();
            emitter.onCompletion(this::end);
            emitter.onTimeout(this::end);
            emitter.onError(failure -> end());
        }

        void note(Change change) {
            lock.lock();
            try {
                latest.merge(change.view(), change.position(), Math::max);
                noted.signal();
            } finally {
                lock.unlock();
            }
        }

        void end() {
            lock.lock();
            try {
                ended = true;
                noted.signal();
            } finally {
                lock.unlock();
            }
        }

        void write() {
            try {
                // Goes at once, so that the browser knows that it is connected.
                emitter.send(SseEmitter.event().comment("live"));
                while (await()) {
                    Change change = next();
                    emitter.send(
                            change == null
                                    ? SseEmitter.event().comment("still here")
                                    : SseEmitter.event().name("changed").data(change, MediaType.APPLICATION_JSON));
                }
                emitter.complete();
            } catch (IOException | IllegalStateException gone) {
                // The reader has gone or the stream has ended: the container knows, there is nobody left to tell.
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        /** Waits for a note, but not beyond the next heartbeat; false once the stream has ended. */
        private boolean await() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long open = STREAM_ENDS_AFTER.toNanos() - (System.nanoTime() - opened);
                long left = Math.min(heartbeat.toNanos(), open);
                while (!ended && latest.isEmpty() && left > 0) {
                    left = noted.awaitNanos(left);
                }
                return !ended && open > 0;
            } finally {
                lock.unlock();
            }
        }

        private @Nullable Change next() {
            lock.lock();
            try {
                Iterator<Map.Entry<String, Long>> entries = latest.entrySet().iterator();
                if (!entries.hasNext()) {
                    return null;
                }
                Map.Entry<String, Long> first = entries.next();
                Change change = new Change(first.getKey(), first.getValue());
                entries.remove();
                return change;
            } finally {
                lock.unlock();
            }
        }
    }
}
