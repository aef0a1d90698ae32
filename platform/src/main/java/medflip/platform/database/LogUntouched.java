package medflip.platform.database;

import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;

/** Refuses the start of a process that only reads the log, where its role at the database could add to it. */
public class LogUntouched implements InitializingBean {

    private final DataSource serviceDataSource;

    LogUntouched(DataSource serviceDataSource) {
        this.serviceDataSource = serviceDataSource;
    }

    @Override
    public void afterPropertiesSet() {
        StartupChecks.requireNoAppend(serviceDataSource);
    }
}
