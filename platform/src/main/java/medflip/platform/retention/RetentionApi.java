package medflip.platform.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import medflip.platform.retention.ClockGuard.ClockState;
import medflip.platform.retention.ClockGuard.Judgement;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an operator asks about what is kept for a limited time only. */
@RestController
@Requires(Permission.OPERATE)
class RetentionApi {

    private final List<RetentionRule> rules;
    private final RetentionSweep sweep;
    private final TickStore ticks;
    private final Clock clock;

    RetentionApi(List<RetentionRule> rules, RetentionSweep sweep, TickStore ticks, Clock clock) {
        this.rules = rules;
        this.sweep = sweep;
        this.ticks = ticks;
        this.clock = clock;
    }

    /**
     * How it stands at this moment.
     *
     * @param trustedFrom when the clock can be believed again, while it is watched
     * @param sweptAt of the newest evidence
     * @param late how many things are past their limits: 0 where every promise is kept
     */
    record RetentionStanding(
            ClockState clock,
            @Nullable Instant trustedFrom,
            @Nullable Instant sweptAt,
            long late,
            List<RuleStanding> rules) {}

    /**
     * @param promise of the privacy policy
     * @param due how many the next sweep destroys
     * @param late how many of them are past their limit
     */
    record RuleStanding(String id, String promise, String what, long due, long late) {}

    @GetMapping("/api/operator/retention")
    RetentionStanding findRetention() {
        Instant now = clock.instant();
        Judgement judgement = sweep.judge();
        Optional<Tick> last = ticks.last();
        List<RuleStanding> standings = rules.stream()
                .map(rule -> new RuleStanding(rule.id(), rule.promise(), rule.what(), rule.due(now), rule.late(now)))
                .toList();
        return new RetentionStanding(
                judgement.state(),
                judgement.state() == ClockState.SETTLING ? judgement.since().plus(ClockGuard.SETTLED_AFTER) : null,
                last.map(Tick::at).orElse(null),
                standings.stream().mapToLong(RuleStanding::late).sum(),
                standings);
    }
}
