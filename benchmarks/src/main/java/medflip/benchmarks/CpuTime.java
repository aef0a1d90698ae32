package medflip.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Processor time used so far, in microseconds. On a machine that does other things too it says more than the clock.
 *
 * @param jvm of this process
 * @param server of the database server's processes that still run
 */
record CpuTime(double jvm, double server) {

    /** The processes of the server that {@code connection} goes to, on this machine. */
    static ProcessHandle server(Connection connection) throws SQLException {
        try (ResultSet backend = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            backend.next();
            return ProcessHandle.of(backend.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        }
    }

    static CpuTime now(ProcessHandle server) {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        double ofServer = server.descendants()
                .mapToLong(child ->
                        child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
        return new CpuTime(process.getProcessCpuTime() / 1e3, ofServer / 1e3);
    }

    /** Microseconds a write since {@code earlier}. */
    CpuTime perWrite(CpuTime earlier, double writes) {
        return new CpuTime((jvm - earlier.jvm) / writes, (server - earlier.server) / writes);
    }
}
