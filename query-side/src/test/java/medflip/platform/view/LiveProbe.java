package medflip.platform.view;

import medflip.kernel.TenantId;

/** Lets a test publish a change as a projection's batch does. */
public final class LiveProbe {

    private LiveProbe() {}

    public static void publish(LiveChanges changes, TenantId tenant, String view, long position) {
        changes.publish(tenant, new LiveChanges.Change(view, position));
    }

    public static boolean isFollowed(LiveChanges changes, TenantId tenant) {
        return changes.isFollowed(tenant);
    }
}
