package medflip.platform.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.platform.command.MessageMetadata;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Surrounds every handler of a {@link Projection}: opens the batch's {@link Rows}, sends them before the batch commits,
 * and tells {@link LiveChanges} after it has.
 *
 * <p>Normally all rows of a batch go together. Where that fails, the database can't say whose row it was: the batch is
 * rolled back and comes again, and then each event's rows are sent alone within a savepoint, so that the one at fault
 * goes to the dead-letter queue and all others pass.
 *
 * <p>Of a tenant that was erased no view has anything: its events change nothing, here as in a {@link Rebuild}.
 */
public final class ProjectionHandlers implements HandlerEnhancerDefinition {

    private final DataSource dataSource;
    private final LiveChanges live;
    private final Predicate<TenantId> erased;
    /** Views whose last batch failed as a whole, with the position up to which events are now taken one by one. */
    private final Map<String, Long> oneByOneUpTo = new ConcurrentHashMap<>();

    /** @param erased tenants of whom no view has anything any more */
    public ProjectionHandlers(DataSource dataSource, LiveChanges live, Predicate<TenantId> erased) {
        this.dataSource = dataSource;
        this.live = live;
        this.erased = erased;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        Projection projection = original.declaringClass().getAnnotation(Projection.class);
        return projection == null ? original : new Handler<>(original, projection.processingGroup());
    }

    /** What one batch has touched so far. */
    private static final class Batch {
        final Rows rows = new Rows();
        final Set<TenantId> tenants = new HashSet<>();
        long position;
    }

    private final class Handler<T> extends WrappedMessageHandlingMember<T> {

        private final String view;

        Handler(MessageHandlingMember<T> original, String view) {
            super(original);
            this.view = view;
        }

        @Override
        public @Nullable Object handle(Message<?> message, T target) throws Exception {
            TenantId tenant = MessageMetadata.tenant(message);
            if (erased.test(tenant)) {
                return null;
            }
            Batch batch = batch(CurrentUnitOfWork.get().root());
            long position = ViewParameters.position(message);
            try {
                Object result = super.handle(message, target);
                batch.rows.accept();
                if (position <= oneByOneUpTo.getOrDefault(view, -1L)) {
                    flushAlone(batch.rows);
                }
                return result;
            } finally {
                batch.rows.discard();
                batch.tenants.add(tenant);
                batch.position = Math.max(batch.position, position);
            }
        }

        private Batch batch(UnitOfWork<?> unitOfWork) {
            String name = Batch.class.getName() + view;
            Batch known = unitOfWork.getResource(name);
            if (known != null) {
                return known;
            }
            Batch batch = new Batch();
            unitOfWork.resources().put(name, batch);
            unitOfWork.resources().put(ViewParameters.ROWS, batch.rows);
            unitOfWork.onPrepareCommit(u -> flush(batch));
            unitOfWork.afterCommit(u -> batch.tenants.forEach(
                    tenant -> live.publish(tenant, new LiveChanges.Change(view, batch.position))));
            return batch;
        }

        private void flush(Batch batch) {
            try {
                batch.rows.flush(DataSourceUtils.getConnection(dataSource));
            } catch (SQLException e) {
                oneByOneUpTo.merge(view, batch.position, Math::max);
                throw new RowsRefused(view, e);
            }
        }

        private void flushAlone(Rows rows) throws SQLException {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            Savepoint savepoint = connection.setSavepoint();
            try {
                rows.flush(connection);
                connection.releaseSavepoint(savepoint);
            } catch (SQLException e) {
                connection.rollback(savepoint);
                throw new RowsRefused(view, e);
            }
        }
    }

    /** The database refused rows. Its own words may quote a person's data, so only the SQL state is passed on. */
    static final class RowsRefused extends RuntimeException {
        RowsRefused(String view, SQLException cause) {
            super("The rows of " + view + " were refused: SQL state " + cause.getSQLState());
        }
    }
}
