package medflip.platform.view;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import medflip.kernel.TenantId;

/** Tells who listens for a tenant that one of its views has moved on. It says which and how far, never what. */
public final class LiveChanges {

    /** A view of the tenant's now shows everything up to the position. */
    public record Change(String view, long position) {}

    /** Ends a subscription; calling it again does nothing. */
    @FunctionalInterface
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private final Map<TenantId, Set<Consumer<Change>>> listeners = new ConcurrentHashMap<>();

    /** @param listener called on the projection's thread: it must only note the change and return */
    public Subscription subscribe(TenantId tenant, Consumer<Change> listener) {
        listeners.compute(tenant, (t, present) -> {
            Set<Consumer<Change>> all = present == null ? new CopyOnWriteArraySet<>() : present;
            all.add(listener);
            return all;
        });
        return () -> listeners.computeIfPresent(tenant, (t, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    /** Whether anybody listens for the tenant. */
    boolean isFollowed(TenantId tenant) {
        return listeners.containsKey(tenant);
    }

    void publish(TenantId tenant, Change change) {
        listeners.getOrDefault(tenant, Set.of()).forEach(listener -> listener.accept(change));
    }
}
