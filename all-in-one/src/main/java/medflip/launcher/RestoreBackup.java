package medflip.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import medflip.kernel.TenantId;
import medflip.platform.backup.BackupMaker;
import medflip.platform.backup.BackupRefused;
import medflip.platform.backup.BackupRestorer;
import medflip.platform.backup.BackupRestorer.Restored;
import medflip.platform.backup.BackupShelf;
import medflip.platform.backup.ViewFigures;
import medflip.platform.backup.ViewFigures.Comparison;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.DatabaseConfiguration;
import medflip.platform.database.EmbeddedDatabase;
import medflip.platform.eventstore.EventTable;
import medflip.platform.privacy.ErasureLedger;
import medflip.platform.privacy.RestoredPeople;
import medflip.platform.privacy.RootKey;
import medflip.platform.view.Projection;
import medflip.platform.view.ViewProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.support.AopUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Puts a backup into an empty system, and shows that it works: the service starts on it, cut off from everybody, erases
 * again whom the ledger knows, fills its views from the log, and compares them with what people saw when the backup was
 * made. Then it stops. The same command is a drill and the real thing.
 */
public final class RestoreBackup {

    private static final Logger log = LoggerFactory.getLogger(RestoreBackup.class);

    /** Nobody reaches it, and it reaches nobody; no job runs. */
    private static final List<String> CUT_OFF = List.of(
            "--server.address=127.0.0.1",
            "--server.port=0",
            "--db-scheduler.enabled=false",
            "--medflip.outbox.paused=true",
            // Where a backup is put; see MoveEvents.
            "--medflip.events.store=postgresql");

    private static final int LOOKS = 100;

    private RestoreBackup() {}

    /**
     * How it went.
     *
     * @param erasedAgain of how many businesses somebody was erased again
     * @param left of how many of them something is still found
     * @param compared null where the views were behind the log when the backup was made
     */
    public record Report(
            String backup,
            Instant madeAt,
            long rows,
            int views,
            int erasedAgain,
            int left,
            @Nullable Comparison compared) {

        /** Whether nothing is left of who was erased, and all others see what they saw then. */
        public boolean isGood() {
            return left == 0 && (compared == null || compared.different().isEmpty());
        }
    }

    public static void main(String[] arguments) {
        try {
            Report report = restore(arguments);
            log.info(
                    "Backup {} of {} is restored: {} rows, {} views filled from the log, people of {} businesses erased"
                            + " again",
                    report.backup(),
                    report.madeAt(),
                    report.rows(),
                    report.views(),
                    report.erasedAgain());
            Comparison compared = report.compared();
            if (compared == null) {
                log.warn("Views were behind the log when it was made, so they aren't compared");
            } else {
                log.info("Views say the same as then to {} businesses", compared.equal());
                compared.different().forEach(business -> log.error("Views of business {} differ", business));
            }
            if (report.left() > 0) {
                log.error("Something of people of {} businesses is still found", report.left());
            }
            System.exit(report.isGood() ? 0 : 1);
        } catch (IllegalStateException | BackupRefused e) {
            log.error("Nothing is restored: {}", e.getMessage());
            System.exit(1);
        }
    }

    /**
     * Restores the one that {@code medflip.restore} names, or the newest.
     *
     * @throws BackupRefused if it can't be put back; nothing was changed then
     */
    public static Report restore(String... arguments) {
        Environment settings = CommandSettings.of(arguments);
        RootKey root = RootKey.existing(settings);
        Path ledger = ErasureLedger.place(settings);
        if (!Files.exists(ledger)) {
            throw new IllegalStateException("The ledger of erasures isn't at " + ledger
                    + ": who was erased since would be back. Put the newest copy there. Nothing was changed.");
        }
        BackupShelf shelf = BackupShelf.of(settings);
        List<String> names = shelf.names();
        String name = settings.getProperty("medflip.restore", names.isEmpty() ? "" : names.getLast());
        Restored restored = putBack(settings, shelf, root, name);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.removeIf(given -> CUT_OFF.stream().anyMatch(ours -> given.startsWith(nameOf(ours))));
        all.addAll(CUT_OFF);
        try (ConfigurableApplicationContext service =
                SpringApplication.run(MedFlipProfit.class, all.toArray(String[]::new))) {
            return show(restored, service);
        }
    }

    private static String nameOf(String argument) {
        return argument.substring(0, argument.indexOf('=') + 1);
    }

    private static Restored putBack(Environment settings, BackupShelf shelf, RootKey root, String name) {
        if (!settings.getProperty("spring.datasource.url", "").isBlank()) {
            return new BackupRestorer(DatabaseConfiguration.external(settings), shelf, root).restore(name);
        }
        Path folder = Path.of(settings.getProperty("medflip.data", "data"));
        if (EmbeddedDatabase.running(folder, "medflip", "medflip_keys").isPresent()) {
            throw new IllegalStateException("A service works in " + folder + ": a backup is put into an empty system.");
        }
        try (EmbeddedDatabase database =
                EmbeddedDatabase.start(folder, settings.getProperty("medflip.embedded.port", Integer.class, 54_329))) {
            DatabaseAccess access = database.access("medflip", "medflip_keys");
            return new BackupRestorer(access, shelf, root).restore(name);
        }
    }

    private static Report show(Restored restored, ConfigurableApplicationContext service) {
        List<String> groups = service.getBeansWithAnnotation(Projection.class).values().stream()
                .map(view -> AopUtils.getTargetClass(view)
                        .getAnnotation(Projection.class)
                        .processingGroup())
                .toList();
        ViewProgress progress = service.getBean(ViewProgress.class);
        EventTable events = service.getBean(EventTable.class);
        while (!progress.await(groups, events.head())) {
            log.info("Views are being filled");
        }
        RestoredPeople people = service.getBean(RestoredPeople.class);
        int left = people.look();
        for (int look = 1; left > 0 && look < LOOKS; look++) {
            // What was found was let go of: views follow, then it is looked for again.
            progress.await(groups, events.head());
            left = people.look();
        }
        Set<String> others =
                people.businesses().stream().map(TenantId::toString).collect(Collectors.toSet());
        others.add(TenantId.SERVICE.toString());
        ViewFigures then = restored.views();
        Comparison compared = then == null || then.behind() > 0
                ? null
                : then.compare(service.getBean(BackupMaker.class).figures(), others);
        return new Report(
                restored.backup(),
                restored.madeAt(),
                restored.rows(),
                groups.size(),
                people.businesses().size(),
                left,
                compared);
    }
}
