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
     * @param alsoOfOthers how many of the values are said of others too
     * @param found how many rows or lines of a place say one of the rest; only of places where some do
     */
    public record Look(int places, int alsoOfOthers, Map<String, Long> found) {}

    /** @param values what had been said about them */
    public Look look(TenantId tenant, Set<String> values) {
        Findings findings = scan.scan(tenant, values);
        if (findings.found().isEmpty()) {
            return new Look(findings.places(), 0, Map.of());
        }
        Set<String> ofOthers = said.stillSaid(tenant, values);
        Set<String> own = new TreeSet<>(values);
        own.removeAll(ofOthers);
        return new Look(
                findings.places(), ofOthers.size(), scan.scan(tenant, own).found());
    }
}
