package medflip.platform.retention;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.ApplicationContext;

/** Lets a test sweep when it wants to, and see what is past its limit. */
public record WorkedSweep(ApplicationContext context) {

    public void sweep() {
        context.getBean(RetentionSweep.class).sweep();
    }

    /** How many things of each rule are past their limit then. */
    public Map<String, Long> late(Instant now) {
        Map<String, Long> late = new TreeMap<>();
        context.getBeansOfType(RetentionRule.class).values().forEach(rule -> late.put(rule.id(), rule.late(now)));
        return late;
    }
}
