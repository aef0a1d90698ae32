package medflip.platform.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import medflip.platform.serialization.EventNames;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.aop.support.AopUtils;

/**
 * Fills a projection's tables from given events on a given connection, whose {@code search_path} says which tables
 * those are: a rebuild beside the live view, a view of the past, a test. The handlers are those of the live view.
 */
public final class ProjectionReplay {

    private final Projection view;
    private final AnnotationEventHandlerAdapter handlers;

    public ProjectionReplay(Object projection) {
        this.view = of(projection);
        this.handlers = new AnnotationEventHandlerAdapter(
                projection,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(projection.getClass()), new ViewParameters()));
    }

    /** What a projection says of itself. */
    static Projection of(Object projection) {
        return AopUtils.getTargetClass(projection).getAnnotation(Projection.class);
    }

    Projection view() {
        return view;
    }

    /** Stored names of the events that the projection is interested in. */
    List<String> types(EventNames names) {
        return names.all().stream()
                .filter(name -> takes(names.find(name).orElseThrow()))
                .toList();
    }

    /** Whether the projection is interested in events of a class. */
    boolean takes(Class<?> event) {
        return handlers.canHandleType(event);
    }

    /** Applies a batch in the connection's transaction; the caller commits. Events of no interest do nothing. */
    public void apply(List<? extends EventMessage<?>> batch, Connection connection) throws Exception {
        changes(batch).flush(connection);
    }

    /** What a batch changes, yet to be sent. */
    Rows changes(List<? extends EventMessage<?>> batch) throws Exception {
        Rows rows = new Rows();
        if (batch.isEmpty()) {
            return rows;
        }
        UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(batch.getFirst());
        try {
            unitOfWork.resources().put(ViewParameters.ROWS, rows);
            for (EventMessage<?> event : batch) {
                handlers.handle(event);
                rows.accept();
            }
        } finally {
            unitOfWork.rollback();
        }
        return rows;
    }

    /** Empties the tables of a projection. */
    public static void clear(Projection projection, Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String table : projection.tables()) {
                statement.addBatch("DELETE FROM " + table);
            }
            statement.executeBatch();
        }
    }
}
