package medflip.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.LiveChanges;
import medflip.platform.view.LiveChanges.Change;
import org.jspecify.annotations.Nullable;
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

    /** The browser opens the next stream by itself, and its session is looked at again. */
    private static final Duration STREAM_ENDS_AFTER = Duration.ofMinutes(10);

    private final LiveChanges changes;
    private final Duration heartbeat;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();

    LiveApi(LiveChanges changes, @Value("${medflip.live.heartbeat:15s}") Duration heartbeat) {
        this.changes = changes;
        this.heartbeat = heartbeat;
    }

    /** A stream of {@code changed} events: a view of the business now shows everything up to the position. */
    @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter followChanges(Caller caller) {
        SseEmitter emitter = new SseEmitter(STREAM_ENDS_AFTER.toMillis());
        Reader reader = new Reader(emitter);
        LiveChanges.Subscription subscription = changes.subscribe(caller.tenant(), reader::note);
        readers.add(reader);
        Thread.ofVirtual().name("live").start(() -> {
            try (subscription) {
                reader.write();
            } finally {
                readers.remove(reader);
            }
        });
        return emitter;
    }

    /** Open streams would hold up an orderly stop. */
    @EventListener
    void stop(ContextClosedEvent closed) {
        readers.forEach(Reader::end);
    }

    private final class Reader {

        private final SseEmitter emitter;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition noted = lock.newCondition();
        private final Map<String, Long> latest = new LinkedHashMap<>();
        private boolean ended;

        Reader(SseEmitter emitter) {
            this.emitter = emitter;
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
                long left = heartbeat.toNanos();
                while (!ended && latest.isEmpty() && left > 0) {
                    left = noted.awaitNanos(left);
                }
                return !ended;
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
