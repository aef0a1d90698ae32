package medflip.privacy.write;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import medflip.platform.policy.Promise;
import medflip.platform.policy.PromiseTests;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.retention.RetentionRule;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the policy in force, without a sign-in (policy promise P12), and to users how each of its promises is kept. */
@RestController
@Tag(name = "privacy")
class PolicyApi {

    private final String region;
    private final ObjectProvider<RetentionRule> rules;
    private final Clock clock;

    PolicyApi(@Value("${medflip.data-region}") String region, ObjectProvider<RetentionRule> rules, Clock clock) {
        this.region = region;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The policy.
     *
     * @param text the whole of it, as Markdown
     * @param dataRegion where this service stores what it keeps (policy promise P11)
     */
    record Policy(String version, LocalDate lastUpdated, String text, String dataRegion) {}

    /**
     * A promise and what keeps it.
     *
     * @param kept how the software keeps it, and what of it isn't built
     * @param limits what is kept for a limited time because of it, and how it stands at this moment
     * @param code names of classes that keep it
     * @param tests of each build that show it: a class and a sentence
     */
    record KeptPromise(
            String id, String says, String kept, List<KeptLimit> limits, List<String> code, List<String> tests) {}

    /**
     * @param what is destroyed and when
     * @param late how many are past their limit, of all businesses: 0 where the promise is kept
     */
    record KeptLimit(String what, long late) {}

    @GetMapping("/api/policy")
    @Requires(Permission.ANYBODY)
    Policy findPolicy() {
        return new Policy(PublishedPolicy.VERSION, PublishedPolicy.lastUpdated(), PublishedPolicy.text(), region);
    }

    @GetMapping("/api/policy/promises")
    List<KeptPromise> findPromises() {
        Instant now = clock.instant();
        return Stream.of(Promise.values())
                .map(promise -> new KeptPromise(
                        promise.id(),
                        promise.says(),
                        promise.kept(),
                        limits(promise, now),
                        promise.keepers(),
                        PromiseTests.of(promise)))
                .toList();
    }

    private List<KeptLimit> limits(Promise promise, Instant now) {
        return rules.orderedStream()
                .filter(rule -> rule.promise().equals(promise.id()))
                .map(rule -> new KeptLimit(rule.what(), rule.late(now)))
                .toList();
    }
}
