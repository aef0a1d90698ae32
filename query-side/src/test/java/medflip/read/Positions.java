package medflip.read;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import medflip.platform.view.ViewProgress;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;

/** How far each view says that it is. */
public final class Positions {

    private final Map<String, Long> positions = new ConcurrentHashMap<>();

    /** The view has now seen everything up to the position. */
    public void reached(String view, long position) {
        positions.put(view, position);
    }

    ViewProgress progress() {
        return new ViewProgress(view -> Optional.of(processor(view)), view -> -1, view -> false);
    }

    private StreamingEventProcessor processor(String view) {
        EventTrackerStatus status = answering(
                EventTrackerStatus.class,
                "getTrackingToken",
                new GlobalSequenceTrackingToken(positions.getOrDefault(view, 0L)));
        return answering(StreamingEventProcessor.class, "processingStatus", Map.of(0, status));
    }

    private static <T> T answering(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            if (called.getName().equals(method)) {
                return answer;
            }
            throw new UnsupportedOperationException(called.toString());
        }));
    }
}
