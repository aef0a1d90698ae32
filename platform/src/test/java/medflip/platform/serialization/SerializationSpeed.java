package medflip.platform.serialization;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.Executors;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.RootKey;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.text.Ids;
import org.axonframework.serialization.SerializedObject;

/**
 * Prints what an event costs to be written and read, keys known: processor time of the whole process, which a busy
 * machine distorts less than the clock's, best of five rounds.
 */
final class SerializationSpeed {

    private static final int EVENTS = 20_000;
    private static final int WRITERS = 64;
    private static final int PEOPLE_A_WRITER = 500;

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private SerializationSpeed() {}

    public static void main(String[] args) throws InterruptedException {
        HikariDataSource keys = new HikariDataSource();
        DatabaseAccess access = TestDatabase.create();
        keys.setJdbcUrl(access.keysUrl());
        keys.setUsername(access.keys().role());
        keys.setPassword(access.keys().password());
        Keyring keyring = Keyring.open(keys, RootKey.parse(TestKeyring.ROOT));
        EventSerializer serializer = new EventSerializer(EventNames.scan(), keyring);
        TenantId tenant = new TenantId(UUID.randomUUID());
        measure(serializer, EventSerializerTest.registered(CustomerId.of(tenant, UUID.randomUUID())));
        measure(
                serializer,
                new LotStocked(
                        LotId.of(tenant, UUID.randomUUID()),
                        DealId.of(tenant, UUID.randomUUID()),
                        ProductId.named(tenant, "OneTouch Verio 50ct"),
                        "OneTouch Verio 50ct",
                        YearMonth.of(2027, 3),
                        Grade.PERFECT,
                        3,
                        Money.usd("93.40"),
                        LocalDate.of(2026, 11, 24),
                        null,
                        null,
                        null));
        for (int round = 0; round < 3; round++) {
            measureNewPeople(serializer, tenant);
        }
        keyring.close();
        keys.close();
    }

    /** Each event waits until its person's key is durable; writers at once share a commit. */
    private static void measureNewPeople(EventSerializer serializer, TenantId tenant) {
        long start = System.nanoTime();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                writers.execute(() -> {
                    for (int i = 0; i < PEOPLE_A_WRITER; i++) {
                        serializer.serialize(
                                EventSerializerTest.registered(CustomerId.of(tenant, Ids.next())), byte[].class);
                    }
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d writers, each about new people: %.0f events a second%n",
                WRITERS, WRITERS * PEOPLE_A_WRITER / seconds);
    }

    private static void measure(EventSerializer serializer, DomainEvent event) throws InterruptedException {
        SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
        double write = best(() -> serializer.serialize(event, byte[].class));
        double read = best(() -> serializer.deserialize(stored));
        double writeOnNewThread = best(() -> inNewThread(() -> serializer.serialize(event, byte[].class)));
        double nothingOnNewThread = best(() -> inNewThread(() -> {}));
        System.out.printf(
                "%s (%d bytes): write %.1f µs, read %.1f µs, write on a new virtual thread %.1f µs%n",
                stored.getType().getName(),
                stored.getData().length,
                write,
                read,
                writeOnNewThread - nothingOnNewThread);
    }

    private static void inNewThread(Runnable work) {
        try {
            Thread.startVirtualThread(work).join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double best(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = PROCESS.getProcessCpuTime();
            for (int i = 0; i < EVENTS; i++) {
                work.run();
            }
            best = Math.min(best, (PROCESS.getProcessCpuTime() - start) / 1_000.0 / EVENTS);
        }
        return best;
    }
}
