package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a process tells those who collect figures. */
final class Figures {

    private static final Pattern FIGURE = Pattern.compile("(?m)^(medflip_\\w+)(?:\\{([^}]*)})? (\\S+)$");

    private Figures() {}

    /** @param label of the one that is meant, where there are several; it may be empty */
    static double of(ServiceProcess side, String name, String label) {
        List<Double> values = FIGURE.matcher(side.managed("/actuator/prometheus"))
                .results()
                .filter(found -> found.group(1).equals(name)
                        && Objects.requireNonNullElse(found.group(2), "").contains(label))
                .map(found -> Double.valueOf(found.group(3)))
                .toList();
        assertThat(values).as("the figure %s of %s", name, label).hasSize(1);
        return values.getFirst();
    }
}
