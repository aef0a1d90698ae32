package medflip.platform.operation;

import java.time.Instant;
import medflip.platform.retention.RetainedRows;
import medflip.platform.retention.RetentionRule;
import medflip.platform.view.PastViews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has views of past moments let go of that nobody looks at any more. */
@Configuration(proxyBeanMethods = false)
class PastRetention {

    /** Long after that something is wrong with the sweep. */
    private static final int LATE = 12;

    /** So what an erasure in another process may have overlooked goes as well. */
    @Bean
    RetentionRule unusedPast(PastViews past) {
        return new RetentionRule(
                "past-views",
                "P7",
                "Views of a past moment, two hours after somebody last asked for it",
                PastViews.KEPT,
                PastViews.KEPT.multipliedBy(LATE),
                new RetainedRows() {
                    @Override
                    public long count(Instant before) {
                        return past.unused(before);
                    }

                    @Override
                    public int destroy(Instant before, int most) {
                        return past.dropUnused(before, most);
                    }
                });
    }
}
