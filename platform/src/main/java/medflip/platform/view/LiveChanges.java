package medflip.platform.view;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.BiConsumer;
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
    private final List<BiConsumer<TenantId, Change>> outlets = new CopyOnWriteArrayList<>();

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

    /** Has {@code also} hear of everything that is published here; it must only note it and return. */
    void onPublish(BiConsumer<TenantId, Change> also) {
        outlets.add(also);
    }

    void publish(TenantId tenant, Change change) {
        deliver(tenant, change);
        outlets.forEach(outlet -> outlet.accept(tenant, change));
    }

    /** Tells who listens here, and nobody else. */
    void deliver(TenantId tenant, Change change) {
        listeners.getOrDefault(tenant, Set.of()).forEach(listener -> listener.accept(change));
    }

    /** Tells everybody who listens here. */
    void deliverToAll(Change change) {
        listeners.keySet().forEach(tenant -> deliver(tenant, change));
    }
}
