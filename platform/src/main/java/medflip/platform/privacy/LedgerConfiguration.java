package medflip.platform.privacy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import medflip.platform.privacy.ErasureLedger.Erased;
import medflip.platform.privacy.Keyring.Fence;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The ledger of erasures, without which a system that came out of a backup doesn't start. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    ErasureLedger erasureLedger(RootKey root, Keyring keyring, Restoration restoration, Environment settings) {
        return atStart(root, keyring, restoration, ErasureLedger.place(settings));
    }

    @Bean
    KeptInFiles linesOfLogs(
            @Value("${logging.file.name:}") String file, @Value("${logging.file.path:}") String folder) {
        return new LogFiles(file, folder);
    }

    @Bean
    KeptInFiles linesOfTheLedger(ErasureLedger ledger) {
        return ledger;
    }

    /**
     * The ledger, with everybody who is erased here. Those whom it alone knows are erased before anything else happens:
     * see {@link Erasure#undone}.
     *
     * @throws IllegalStateException if this system came out of a backup and isn't whole, or its ledger isn't there, or
     *     is older than the backup
     */
    static ErasureLedger atStart(RootKey root, Keyring keyring, Restoration restoration, Path file) {
        if (restoration.state().filter(Restoration.State.LOADING::equals).isPresent()) {
            throw new IllegalStateException(
                    "A backup was put back by half: the one who did so was stopped. Restore it again, then start.");
        }
        boolean fresh = restoration.isFresh();
        if (fresh && !Files.exists(file)) {
            throw new IllegalStateException("This system came out of a backup, and the ledger of erasures isn't at "
                    + file + ": who was erased since would be back. Put the newest copy there, or name its place by"
                    + " medflip.backup.ledger, then start again.");
        }
        ErasureLedger ledger = ErasureLedger.open(file, root);
        if (fresh) {
            Set<Erased> fences = keyring.fences().stream().map(Fence::whose).collect(Collectors.toSet());
            if (!ledger.erased().containsAll(fences)) {
                throw new IllegalStateException("The ledger of erasures at " + file + " is older than the backup that"
                        + " was put back: it lacks somebody who had been erased by then. Put the newest copy there,"
                        + " then start again.");
            }
        }
        keyring.fences().forEach(fence -> ledger.add(fence.tenant(), fence.subject(), fence.fencedAt()));
        return ledger;
    }
}
