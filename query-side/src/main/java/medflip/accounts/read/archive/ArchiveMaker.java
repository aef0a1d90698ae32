package medflip.accounts.read.archive;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import medflip.accounts.read.archive.DeliveryContent.Undeliverable;
import medflip.accounts.read.archive.DeliveryContent.Written;
import medflip.platform.export.ArchiveParts;
import medflip.platform.export.ExportStore;
import medflip.platform.export.ExportStore.Run;
import medflip.platform.export.SealedParts;
import medflip.platform.text.FaultLine;
import medflip.platform.work.Doorbell;
import medflip.platform.work.Heartbeat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Makes the archives that were asked for, and the lists that are to be delivered, one after the other. It looks at what
 * is to be made, not at who asked: after a crash, or on a second node, an archive that nobody makes is begun anew, and
 * one that isn't whole is given to nobody.
 */
@Component
class ArchiveMaker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ArchiveMaker.class);

    private final ExportStore store;
    private final ArchiveParts archives;
    private final ArchiveContent content;
    private final DeliveryContent deliveries;
    private final Doorbell doorbell = new Doorbell("archives", this::workOff);
    private volatile boolean closing;

    ArchiveMaker(ExportStore store, ArchiveParts archives, ArchiveContent content, DeliveryContent deliveries) {
        this.store = store;
        this.archives = archives;
        this.content = content;
        this.deliveries = deliveries;
        store.onChange(doorbell::ring);
    }

    private void workOff() {
        while (!closing) {
            Optional<Run> run = store.claim();
            if (run.isEmpty()) {
                return;
            }
            try (Heartbeat alive = new Heartbeat(() -> store.keep(run.get()))) {
                make(run.get());
            } catch (Undeliverable e) {
                store.fail(run.get(), e.failure());
            } catch (CancellationException e) {
                store.release(run.get());
            } catch (IOException | RuntimeException e) {
                // The lease is left to run out: that is the pause before the next attempt.
                log.error(
                        "Archive {} couldn't be made and will be tried again: {}",
                        run.get().id(),
                        FaultLine.of(e));
            }
        }
    }

    private void make(Run run) throws IOException, Undeliverable {
        SealedParts parts = new SealedParts(archives, run);
        if (run.wish() != null) {
            Written written = deliveries.write(run, run.wish(), parts);
            parts.close();
            store.finish(run, parts, written.position(), written.rows(), written.whole());
            return;
        }
        int[] told = {0};
        long position = content.write(run, parts, percent -> {
            if (closing) {
                throw new CancellationException("The service ends");
            }
            if (percent > told[0]) {
                told[0] = percent;
                store.progress(run, percent);
            }
        });
        parts.close();
        store.finish(run, parts, position);
    }

    @Override
    public void close() {
        closing = true;
        doorbell.close();
    }

    /** Looks again and again, whatever anybody rang. */
    @Configuration(proxyBeanMethods = false)
    static class Sweep {

        @Bean
        RecurringTask<Void> makeArchives(ArchiveMaker maker) {
            return Tasks.recurring("accounts.archives", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((task, context) -> maker.doorbell.ring());
        }
    }
}
