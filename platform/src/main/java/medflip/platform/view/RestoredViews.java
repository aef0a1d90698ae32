package medflip.platform.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import medflip.platform.privacy.Restoration;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/**
 * Has all views of a system that came out of a backup begin anew, since none is in it: before any processor starts.
 * Processors of the write side go on from where they were, so that what was done at other services isn't done twice.
 */
public final class RestoredViews implements SmartInitializingSingleton {

    private final Restoration restoration;
    private final DataSource service;
    private final ApplicationContext context;

    public RestoredViews(Restoration restoration, DataSource service, ApplicationContext context) {
        this.restoration = restoration;
        this.service = service;
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!restoration.isFresh()) {
            return;
        }
        try (Connection connection = service.getConnection()) {
            connection.setAutoCommit(false);
            for (Object projection :
                    context.getBeansWithAnnotation(Projection.class).values()) {
                beginAnew(AopUtils.getTargetClass(projection).getAnnotation(Projection.class), connection);
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("The views of a restored system can't begin anew", e);
        }
    }

    private static void beginAnew(Projection view, Connection connection) throws SQLException {
        ProjectionReplay.clear(view, connection);
        for (String from : new String[] {
            "read.token_entry WHERE processor_name = ?", "write.dead_letter WHERE processing_group = ?"
        }) {
            try (PreparedStatement statement = connection.prepareStatement("DELETE FROM " + from)) {
                statement.setString(1, view.processingGroup());
                statement.executeUpdate();
            }
        }
    }
}
