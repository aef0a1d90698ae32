package medflip.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import medflip.kernel.TenantId;
import medflip.launcher.TwilioSimulator;
import medflip.platform.text.Ids;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Texts that people write to a business, from Twilio's call until the inbox shows them. */
final class TextsIn {

    private static final int FIRST_NUMBER = 2_000_000;
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final TwilioSimulator twilio;
    private final TwilioVault vault;
    private final JdbcClient database;
    private final TenantId tenant;
    private final TwilioAccount account;
    private final AtomicInteger people = new AtomicInteger(FIRST_NUMBER);

    /** @param tenant of a business that signed up */
    TextsIn(ApplicationContext service, TenantId tenant) {
        this.tenant = tenant;
        this.account = TwilioSimulator.account(tenant);
        this.twilio = service.getBean(TwilioSimulator.class);
        this.vault = service.getBean(TwilioVault.class);
        this.database = JdbcClient.create(service.getBean("serviceDataSource", DataSource.class));
        vault.keep(tenant, Ids.next(), account);
    }

    /** Milliseconds from when each text was due until its conversation is in the inbox, however late others are. */
    List<Double> visibleAfter(int aSecond, long seconds) throws InterruptedException {
        String webhook = vault.messagesUrl(tenant);
        Map<String, Long> due = new ConcurrentHashMap<>();
        List<Double> milliseconds = new ArrayList<>();
        Thread looking = Thread.ofPlatform().start(() -> {
            while (milliseconds.size() < aSecond * seconds) {
                long now = System.nanoTime();
                for (String number : database.sql("SELECT number FROM read.conversation WHERE tenant_id = ?"
                                + " AND last_at > now() - interval '20 seconds'")
                        .param(tenant.value())
                        .query(String.class)
                        .list()) {
                    Long since = due.remove(number);
                    if (since != null) {
                        milliseconds.add((now - since) / NANOS_A_MILLISECOND);
                    }
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        });
        OpenLoop.run(aSecond, seconds, (nth, at) -> {
            String number = "+1617" + people.incrementAndGet();
            due.put(number, at);
            twilio.reply(webhook, account, number, "what do you pay?");
        });
        looking.join();
        return milliseconds;
    }
}
