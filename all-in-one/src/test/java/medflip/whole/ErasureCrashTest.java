package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import medflip.accounts.events.AccountId;
import medflip.accounts.write.ClosureCommand.BeginAccountErasure;
import medflip.accounts.write.ClosureCommand.CloseAccount;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.privacy.PlaintextScan;
import medflip.platform.privacy.TenantRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Policy promises P7 and P8: whoever erases may die between any two of its writes. It is done again from what is on
 * disk, ends as if nothing had happened, and nothing is certified before it is done.
 */
class ErasureCrashTest {

    /** Whoever catches it can write nothing any more either; a connection that they hold they may give back. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Counts what a thread writes into either database, and ends it before the one that was named. */
    private static final class Plug {

        private static final Pattern WRITES =
                Pattern.compile("(?is)^\\s*(INSERT|UPDATE|DELETE|WITH)\\b.*|.*keyring\\.(raise_fence|destroy_keys).*");
        /** A business has rows in a hundred tables: one of them stands for all. */
        private static final Pattern ONE_OF_MANY = Pattern.compile("DELETE FROM \\S+ WHERE tenant_id = \\S+");

        /** In a class of its own: threads of the service ask for it while the test's own class still starts it. */
        private static final Plug PLUG = new Plug();

        private static final String CANARY = "Canarius Unlogged";

        private static final ThreadLocal<int[]> LEFT = new ThreadLocal<>();
        private static final ThreadLocal<Boolean> FAULTY = new ThreadLocal<>();

        /** Whether the work got to that write. */
        boolean pulledAt(int write, Runnable work) {
            int[] count = {write, 0};
            LEFT.set(count);
            try {
                work.run();
            } catch (Killed killed) {
                assertThat(count[0]).isLessThanOrEqualTo(0);
            } finally {
                LEFT.remove();
            }
            return count[0] <= 0;
        }

        /** Has the work's next write refused by a fault that says what was to be written. */
        void refused(Runnable work) {
            FAULTY.set(true);
            try {
                work.run();
            } finally {
                FAULTY.remove();
            }
        }

        void before(String sql) throws SQLException {
            if (!WRITES.matcher(sql).matches()) {
                return;
            }
            if (Boolean.TRUE.equals(FAULTY.get())) {
                FAULTY.set(false);
                throw new SQLException("Key (name)=(" + CANARY + ") already exists", "23505");
            }
            int[] count = LEFT.get();
            if (count != null && (!ONE_OF_MANY.matcher(sql.strip()).matches() || count[1]++ == 0)) {
                // Whoever is dead writes nothing any more.
                if (--count[0] <= 0) {
                    throw new Killed();
                }
            }
        }
    }

    /** Puts the plug between the service and its databases. */
    @Configuration(proxyBeanMethods = false)
    static class Plugged {

        @Bean
        static BeanPostProcessor plug() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return Set.of("serviceDataSource", "keysDataSource").contains(name)
                            ? wrapped(DataSource.class, bean)
                            : bean;
                }
            };
        }

        private static Object wrapped(Class<?> type, Object inner) {
            return wrapped(type, inner, null);
        }

        private static Object wrapped(Class<?> type, Object inner, @Nullable String sql) {
            return Proxy.newProxyInstance(
                    Plug.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (sql != null && method.getName().startsWith("execute")) {
                            Plug.PLUG.before(sql);
                        }
                        Object answer;
                        try {
                            answer = method.invoke(inner, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                        if (answer instanceof PreparedStatement
                                && method.getName().equals("prepareStatement")) {
                            return wrapped(PreparedStatement.class, answer, (String) arguments[0]);
                        }
                        return answer instanceof Connection && method.getName().equals("getConnection")
                                ? wrapped(Connection.class, answer)
                                : answer;
                    });
        }
    }

    /** Erasures go on when a test says so, and never beside it. */
    private static final RunningService SERVICE = RunningService.start(
            List.of("--medflip.privacy.look-for-erasures-every=30d", "--medflip.retention.sweep-every=30d"),
            Plugged.class);

    private final Browser owner = SERVICE.browser().signUp("Crashes");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void P8_erasing_a_person_that_dies_before_any_of_its_writes_ends_as_if_it_had_not() {
        Texting.connect(owner);
        int write = 0;
        boolean pulled;
        do {
            write++;
            String name = "Erasmus Crash " + write;
            String person = owner.post(
                            "/api/customers",
                            Map.of("name", name, "phones", List.of("+1617555%04d".formatted(2_000 + write))))
                    .expect(201)
                    .id();
            String request = ordered(person);

            pulled = Plug.PLUG.pulledAt(write, ErasureCrashTest::goOn);

            if (owner.get(request).expect(200).json().get("certified").asBoolean()) {
                assertThat(found(owner, name))
                        .as("certified before write %d", write)
                        .isEmpty();
            }
            Eventually.of(
                    () -> {
                        due(request);
                        goOn();
                        return owner.get(request)
                                .expect(200)
                                .json()
                                .get("certified")
                                .asBoolean();
                    },
                    is -> is);
            assertThat(found(owner, name)).as("write %d", write).isEmpty();
            assertThat(certificates(request)).as("write %d", write).isEqualTo(1);
            assertThat(owner.get("/api/customers/" + person)
                            .expect(200)
                            .json()
                            .get("erased")
                            .asBoolean())
                    .isTrue();
        } while (pulled);
        assertThat(write).as("writes that it has").isGreaterThan(10);
    }

    @Test
    void P7_erasing_a_business_that_dies_before_any_of_its_writes_ends_as_if_it_had_not() {
        int write = 0;
        boolean pulled;
        do {
            write++;
            Browser leaver = SERVICE.browser().signUp("Leaving Crash " + write);
            TenantId tenant = business(leaver);
            left(tenant);
            RetentionRule rule = SERVICE.bean("closedAccounts", RetentionRule.class);

            pulled = Plug.PLUG.pulledAt(write, () -> rule.destroy(Instant.now(), 10));

            if (erasedOn(tenant) == null) {
                assertThat(count("certificate IS NOT NULL", tenant)).isZero();
                Eventually.of(
                        () -> {
                            rule.destroy(Instant.now(), 10);
                            return erasedOn(tenant);
                        },
                        on -> on != null);
            }
            assertThat(SERVICE.bean(TenantRows.class).count(tenant))
                    .as("write %d", write)
                    .isEmpty();
            assertThat(count("certificate IS NOT NULL AND prepared IS NULL", tenant))
                    .isEqualTo(1);
            assertThat(SERVICE.bean(PlaintextScan.class)
                            .scan(tenant, Set.of("Leaving Crash " + write, leaver.email()))
                            .found())
                    .isEmpty();
        } while (pulled);
        assertThat(write).as("writes that it has").isGreaterThan(5);
    }

    @Test
    void P5_a_fault_in_the_midst_of_an_erasure_is_logged_without_what_it_was_about() {
        String person = owner.post("/api/customers", Map.of("name", Plug.CANARY))
                .expect(201)
                .id();
        String request = ordered(person);
        Queue<String> lines = new ConcurrentLinkedQueue<>();
        AppenderBase<ILoggingEvent> log = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                lines.add(event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())));
            }
        };
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            Plug.PLUG.refused(ErasureCrashTest::goOn);
        } finally {
            root.detachAppender(log);
        }
        assertThat(lines).anyMatch(line -> line.contains("can't go on now") && line.contains("SQLException 23505"));
        assertThat(lines).noneMatch(line -> line.contains(Plug.CANARY));
        Eventually.of(
                () -> {
                    due(request);
                    goOn();
                    return owner.get(request)
                            .expect(200)
                            .json()
                            .get("certified")
                            .asBoolean();
                },
                is -> is);
    }

    private static void goOn() {
        ((RecurringTask<?>) SERVICE.context().getBean("goOnErasing")).executeRecurringly(null, null);
    }

    private String ordered(String person) {
        String request = Books.orderErasure(owner, person);
        Eventually.of(
                () -> SERVICE.bean(JdbcClient.class)
                        .sql("SELECT count(*) FROM write.erasure WHERE request_id = ?::uuid")
                        .param(local(request))
                        .query(Integer.class)
                        .single(),
                rows -> rows == 1);
        return request;
    }

    private static void due(String request) {
        SERVICE.bean(JdbcClient.class)
                .sql("UPDATE write.erasure SET due_at = now() WHERE request_id = ?::uuid")
                .param(local(request))
                .update();
    }

    private static String local(String request) {
        return request.substring(request.lastIndexOf('/') + 1);
    }

    private static long certificates(String request) {
        return SERVICE.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM events.domain_event WHERE payload_type = 'privacy.ErasureCertified'"
                        + " AND aggregate_identifier LIKE '%' || ?")
                .param(local(request))
                .query(Long.class)
                .single();
    }

    private static Map<String, Long> found(Browser owner, String name) {
        return SERVICE.bean(PlaintextScan.class)
                .scan(business(owner), Set.of(name))
                .found();
    }

    private static TenantId business(Browser browser) {
        return TenantId.of(browser.get("/api/session")
                .expect(200)
                .json()
                .at("/business/id")
                .asString());
    }

    /** It left long ago, and its owners were told. */
    private static void left(TenantId tenant) {
        AccountId account = AccountId.of(tenant, tenant.value());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Caller job = Caller.job(tenant, "test");
        SERVICE.bean(Commands.class).send(job, new CloseAccount(account, null, today.minusDays(88)));
        SERVICE.bean(Commands.class).send(job, new BeginAccountErasure(account, today.minusDays(2)));
        Eventually.of(() -> count("true", tenant), rows -> rows == 1);
        // What it said is counted by then: elsewhere months lie between.
        Eventually.of(
                () -> SERVICE.bean(JdbcClient.class)
                        .sql("""
                                SELECT (SELECT max(counted_up_to) FROM write.tenant_size)
                                    >= (SELECT max(global_index) FROM events.domain_event WHERE tenant_id = ?)
                                """)
                        .param(tenant.value())
                        .query(Boolean.class)
                        .single(),
                counted -> counted);
    }

    private static int count(String condition, TenantId tenant) {
        return SERVICE.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM write.closed_account WHERE tenant_id = ? AND " + condition)
                .param(tenant.value())
                .query(Integer.class)
                .single();
    }

    private static @Nullable LocalDate erasedOn(TenantId tenant) {
        List<LocalDate> on = new ArrayList<>();
        SERVICE.bean(JdbcClient.class)
                .sql("SELECT erased_on FROM write.closed_account WHERE tenant_id = ? AND erased_on IS NOT NULL")
                .param(tenant.value())
                .query(row -> {
                    on.add(row.getObject(1, LocalDate.class));
                });
        return on.isEmpty() ? null : on.getFirst();
    }
}
