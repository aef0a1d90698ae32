package medflip.platform.view;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import medflip.kernel.TenantId;
import medflip.platform.privacy.PlaintextScan;
import medflip.platform.privacy.PlaintextScan.Findings;

/**
 * Looks whether anything is left of somebody whose keys are gone. What the log still says to whoever reads it now is
 * said of others (a namesake, a family's address) and isn't meant.
 */
public final class Remains {

    private final PlaintextScan scan;
    private final SaidAbout said;

    public Remains(PlaintextScan scan, SaidAbout said) {
        this.scan = scan;
        this.said = said;
    }

    /**
     * What was looked through, and what was found.
     *
     * @param places how many tables and kinds of files
     * @param alsoOfOthers which of the values are said of others too; none where nothing was found
     * @param found how many rows or lines of a place say one of the rest; only of places where some do
     */
    public record Look(int places, Set<String> alsoOfOthers, Map<String, Long> found) {

        /** Counts only, so that no log line ever holds a value. */
        @Override
        public String toString() {
            return "Look[" + places + ", " + alsoOfOthers.size() + ", " + found + "]";
        }
    }

    /** @param values what had been said about them */
    public Look look(TenantId tenant, Set<String> values) {
        Findings findings = scan.scan(tenant, values);
        if (findings.found().isEmpty()) {
            return new Look(findings.places(), Set.of(), Map.of());
        }
        Set<String> ofOthers = said.stillSaid(tenant, values);
        Set<String> own = new TreeSet<>(values);
        own.removeAll(ofOthers);
        return new Look(findings.places(), ofOthers, scan.scan(tenant, own).found());
    }
}
