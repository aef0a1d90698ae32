package medflip.platform.view;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.text.FaultLine;
import medflip.platform.view.LiveChanges.Change;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where several query sides run, each view is filled by one of them, and people's screens hang at any: tells the others
 * by PostgreSQL's NOTIFY what moved on here, and people here what moved on there. What is told is as little as
 * anywhere: whose view, which, and how far. While the connection was gone something may have been missed, so all that
 * can have moved is told then.
 */
public final class LiveRelay implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LiveRelay.class);
    private static final String CHANNEL = "medflip_live";
    /** Between two looks at what there is to tell; what comes meanwhile of the same view goes as one. */
    private static final Duration BREATH = Duration.ofMillis(20);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE_MILLIS = 500;
    private static final int PARTS = 4;

    private record Told(TenantId tenant, String view) {}

    private final LiveChanges live;
    private final DatabaseAccess access;
    private final StoredPositions positions;
    private final String self = UUID.randomUUID().toString();
    private final Map<Told, Long> toTell = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread telling;
    private final Thread listening;

    /** Begins to tell and to listen. */
    public LiveRelay(LiveChanges live, DatabaseAccess access, StoredPositions positions) {
        this.live = live;
        this.access = access;
        this.positions = positions;
        live.onPublish((tenant, change) -> toTell.merge(new Told(tenant, change.view()), change.position(), Math::max));
        telling = Thread.ofVirtual().name("live-telling").start(() -> untilClosed(this::tell));
        listening = Thread.ofVirtual().name("live-listening").start(() -> untilClosed(this::listen));
    }

    @FunctionalInterface
    private interface Work {
        void with(Connection connection) throws SQLException, InterruptedException;
    }

    /** On a connection of its own; where that breaks, on another after a pause. */
    private void untilClosed(Work work) {
        try {
            do {
                try (Connection connection = DriverManager.getConnection(
                        access.url(), access.service().role(), access.service().password())) {
                    work.with(connection);
                } catch (SQLException e) {
                    log.warn("Other query sides can't be reached now: {}", FaultLine.of(e));
                }
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Connection connection) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        try (PreparedStatement notify = connection.prepareStatement("SELECT pg_notify('" + CHANNEL + "', ?)")) {
            while (!closing.await(BREATH.toMillis(), TimeUnit.MILLISECONDS)) {
                if (toTell.isEmpty()) {
                    continue;
                }
                for (Told told : List.copyOf(toTell.keySet())) {
                    Long position = toTell.remove(told);
                    if (position != null) {
                        notify.setString(
                                1, String.join(" ", self, told.tenant().toString(), told.view(), "" + position));
                        notify.execute();
                    }
                }
                connection.commit();
            }
        }
    }

    private void listen(Connection connection) throws SQLException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        positions.all().forEach(stored -> live.deliverToAll(new Change(stored.processor(), stored.position())));
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (!closing.await(0, TimeUnit.MILLISECONDS)) {
            PGNotification[] heard = notified.getNotifications(PATIENCE_MILLIS);
            for (PGNotification one : heard == null ? new PGNotification[0] : heard) {
                deliver(one.getParameter().split(" "));
            }
        }
    }

    private void deliver(String[] said) {
        if (said.length == PARTS && !said[0].equals(self)) {
            live.deliver(new TenantId(UUID.fromString(said[1])), new Change(said[2], Long.parseLong(said[3])));
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            telling.join();
            listening.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
