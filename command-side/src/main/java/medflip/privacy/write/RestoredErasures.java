package medflip.privacy.write;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.PersonalValues;
import medflip.platform.privacy.Restoration;
import medflip.platform.privacy.RestoredPeople;
import medflip.platform.privacy.TenantRows;
import medflip.platform.view.Remains;
import medflip.platform.view.SaidAbout;
import medflip.privacy.write.RestoredErasureStore.Standing;
import medflip.privacy.write.RestoredErasureStore.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Erases again whom the ledger knows to be erased and these databases don't, since older copies of them were put in
 * their place: keys before anything starts, so that nobody reads a value, and every store before the first request is
 * taken. Afterwards it looks whether anything is left, until nothing is. Nothing is certified anew: that was done.
 */
@Component
class RestoredErasures implements RestoredPeople, SmartInitializingSingleton, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RestoredErasures.class);

    /** After Axon, which starts 3,072 before the end, and before the doors, which open 2,048 before it. */
    private static final int BEFORE_THE_DOORS = SmartLifecycle.DEFAULT_PHASE - 2_560;

    /** Views follow within moments; what takes longer needs somebody who looks. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final RestoredErasureStore store;
    private final Restoration restoration;
    private final Erasure erasure;
    private final SaidAbout said;
    private final List<Forgets> stores;
    private final TenantRows rows;
    private final Remains remains;
    private final Clock clock;
    private final Set<TenantId> businesses = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    RestoredErasures(
            RestoredErasureStore store,
            Restoration restoration,
            Erasure erasure,
            SaidAbout said,
            List<Forgets> stores,
            TenantRows rows,
            Remains remains,
            Clock clock) {
        this.store = store;
        this.restoration = restoration;
        this.erasure = erasure;
        this.said = said;
        this.stores = stores;
        this.rows = rows;
        this.remains = remains;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        erasure.undone().forEach((tenant, subjects) -> {
            log.warn("{} erasures of business {} are done again: an older copy was put back", subjects.size(), tenant);
            businesses.add(tenant);
            boolean everybody = subjects.stream().anyMatch(Erasure::isEverybody);
            Set<String> here = everybody ? subjects : known(tenant, subjects);
            PersonalValues values = everybody
                    ? new PersonalValues(Set.of(), Set.of())
                    : said.about(tenant, here).values();
            if (!here.isEmpty()) {
                store.prepared(tenant, here, values);
            }
            subjects.forEach(subject -> erasure.again(tenant, subject));
        });
    }

    /** Who came after the backup isn't here. */
    private Set<String> known(TenantId tenant, Set<String> subjects) {
        return subjects.stream()
                .filter(subject -> said.about(tenant, Set.of(subject)).events() > 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void start() {
        store.all().stream().filter(each -> each.step() == Step.FORGET).forEach(each -> {
            forget(each);
            store.forgotten(each.tenant());
        });
        restoration.serve();
        running = true;
    }

    private void forget(Standing standing) {
        if (standing.subjects().stream().anyMatch(Erasure::isEverybody)) {
            rows.delete(standing.tenant());
        } else {
            stores.forEach(each -> each.forget(standing.forgotten()));
        }
    }

    @Override
    public Set<TenantId> businesses() {
        return Set.copyOf(businesses);
    }

    @Override
    public int look() {
        return look(store.all());
    }

    /** The same, of those that weren't looked for a moment ago. */
    void lookAgain() {
        look(store.dueBy(clock.instant()));
    }

    private int look(List<Standing> open) {
        for (Standing standing : open) {
            Map<String, Long> found =
                    remains.look(standing.tenant(), standing.values().all()).found();
            if (found.isEmpty()) {
                store.done(standing.tenant());
            } else {
                store.found(standing.tenant(), found, clock.instant().plus(PAUSE));
                forget(standing);
            }
        }
        return open.size();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_DOORS;
    }
}
