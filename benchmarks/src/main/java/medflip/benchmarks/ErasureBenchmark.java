package medflip.benchmarks;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import medflip.kernel.TenantId;
import medflip.platform.eventstore.EventTable;
import medflip.platform.privacy.PlaintextScan;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long it takes to erase one person of a business with the sample ledger, from the first step to the certificate,
 * and how much of that is the search through everything: alone, and beside other businesses with as much.
 */
public final class ErasureBenchmark {

    private static final int PEOPLE = Integer.getInteger("people", 10);
    private static final int OTHERS = Integer.getInteger("others", 80);
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final MeasuredService service;
    private final RecurringTask<?> erasures;
    private final Client owner;
    private final TenantId tenant;
    private int erased;
    private int others;

    private ErasureBenchmark(MeasuredService service) throws Exception {
        this.service = service;
        this.erasures = service.context().getBean("goOnErasing", RecurringTask.class);
        this.owner = new Client(service.root());
        owner.importSampleLedger();
        this.tenant = new TenantId(owner.tenant());
    }

    public static void main(String[] arguments) throws Exception {
        // They go on when they are measured.
        try (MeasuredService service = MeasuredService.start("--medflip.privacy.look-for-erasures-every=30d")) {
            ErasureBenchmark benchmark = new ErasureBenchmark(service);
            Report.heading(
                    "Erasing a person, %d each, load average %.1f",
                    PEOPLE, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            Report.row("beside", "events", "erased, ms", "of it the search, ms", "all the rest, ms");
            Report.row("---", "---", "---", "---", "---");
            benchmark.erase("warm", 3);
            benchmark.measure("nobody");
            for (int others : List.of(OTHERS / 10, OTHERS)) {
                benchmark.haveOthers(others);
                benchmark.measure(others + " businesses");
            }
        }
    }

    /** Other businesses, each with the sample ledger: about 6,300 events. */
    private void haveOthers(int wanted) throws Exception {
        for (; others < wanted; others++) {
            new Client(service.root()).importSampleLedger();
        }
    }

    private void measure(String beside) throws Exception {
        List<List<Double>> times = erase(beside, PEOPLE);
        Report.row(
                beside,
                Long.toString(service.bean(EventTable.class).head()),
                Report.spread("%.0f", times.get(0)),
                Report.spread("%.0f", times.get(1)),
                Report.spread("%.0f", times.get(2)));
    }

    private List<List<Double>> erase(String beside, int people) throws Exception {
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int person = 0; person < people; person++) {
            String name = "Erasmus Benchmark %d of %s".formatted(person, beside);
            owner.orderErasure(name, "+1617555%04d".formatted(1_000 + erased++));
            await("SELECT count(*) = 1 FROM write.erasure WHERE tenant_id = ? AND step = 'PREPARE'");
            // Views have what is to be forgotten: a search that finds what a view is about to drop costs a second
            // round.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
            long begin = System.nanoTime();
            do {
                erasures.executeRecurringly(null, null);
            } while (!isDone());
            double whole = (System.nanoTime() - begin) / NANOS_A_MILLISECOND;
            begin = System.nanoTime();
            service.bean(PlaintextScan.class).scan(tenant, Set.of(name));
            double search = (System.nanoTime() - begin) / NANOS_A_MILLISECOND;
            times.get(0).add(whole);
            times.get(1).add(search);
            times.get(2).add(whole - search);
        }
        return times;
    }

    private boolean isDone() {
        JdbcClient jdbc = service.bean(JdbcClient.class);
        jdbc.sql("UPDATE write.erasure SET due_at = now() WHERE step <> 'DONE'").update();
        return says("SELECT count(*) = 0 FROM write.erasure WHERE tenant_id = ? AND step <> 'DONE'");
    }

    private void await(String condition) {
        while (!says(condition)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean says(String question) {
        return service.bean(JdbcClient.class)
                .sql(question)
                .param(tenant.value())
                .query(Boolean.class)
                .single();
    }
}
