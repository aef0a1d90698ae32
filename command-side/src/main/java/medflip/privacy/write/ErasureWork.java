package medflip.privacy.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import medflip.customers.events.CustomerId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.Signer;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import medflip.platform.view.Remains;
import medflip.platform.view.Remains.Look;
import medflip.platform.view.SaidAbout;
import medflip.platform.view.SaidAbout.Said;
import medflip.privacy.events.PrivacyRequestEvent;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.write.ErasureCertificate.DestroyedKeys;
import medflip.privacy.write.ErasureStore.Prepared;
import medflip.privacy.write.ErasureStore.Standing;
import medflip.privacy.write.ErasureStore.Step;
import medflip.privacy.write.PrivacyRequestCommand.CertifyErasure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Forgets people, step by step (policy promises P7, P8): says of whom and what to let go, destroys the keys, has every
 * store let go, looks whether anything is left anywhere, and only then certifies it. Each step can be repeated, and is
 * on disk before the next begins: one that was cut off is done again, and whatever is left of somebody is found by
 * looking and not by remembering.
 */
@Component
class ErasureWork {

    private static final Logger log = LoggerFactory.getLogger(ErasureWork.class);

    /** Views follow within moments; what takes longer needs somebody who looks. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final ErasureStore store;
    private final List<Forgets> stores;
    private final Erasure erasure;
    private final SaidAbout said;
    private final Remains remains;
    private final Signer signer;
    private final Histories histories;
    private final Commands commands;
    private final BusinessCalendar calendar;
    private final Clock clock;

    ErasureWork(
            ErasureStore store,
            List<Forgets> stores,
            Erasure erasure,
            SaidAbout said,
            Remains remains,
            Signer signer,
            Histories histories,
            Commands commands,
            BusinessCalendar calendar,
            Clock clock) {
        this.store = store;
        this.stores = stores;
        this.erasure = erasure;
        this.said = said;
        this.remains = remains;
        this.signer = signer;
        this.histories = histories;
        this.commands = commands;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Goes on with all that can go on; what fails is tried again later, and holds up no other. */
    void workOff() {
        for (PrivacyRequestId request : store.due(clock.instant())) {
            try {
                while (step(request)) {
                    log.debug("A step of erasure {} is done", request.local());
                }
            } catch (RuntimeException e) {
                log.error("Erasure {} can't go on now: {}", request.local(), FaultLine.of(e));
                store.later(
                        request, clock.instant().plus(pause(standing(request).attempts())));
            }
        }
    }

    /** Does the next step; answers whether there is one after it that needn't wait. */
    boolean step(PrivacyRequestId request) {
        Standing standing = standing(request);
        switch (standing.step()) {
            case PREPARE -> store.prepared(request, preview(standing.customer()));
            case DESTROY -> {
                keys(standing);
                store.next(request, Step.FORGET);
            }
            case FORGET -> {
                forget(standing, false);
                store.next(request, Step.LOOK);
            }
            case LOOK -> {
                return look(standing);
            }
            case CERTIFY -> {
                erasure.eraseSubject(request.tenantId(), request);
                commands.send(
                        Caller.job(request.tenantId(), "erasure"),
                        new CertifyErasure(
                                request,
                                signer.sign(Objects.requireNonNull(standing.certificate())),
                                calendar.today(request.tenantId())));
                store.next(request, Step.DONE);
                return false;
            }
            case DONE -> {
                return false;
            }
        }
        return true;
    }

    /** What would go with a person. Changes nothing. */
    Prepared preview(CustomerId customer) {
        TenantId tenant = customer.tenantId();
        Set<String> subjects = subjects(customer);
        Said about = said.about(tenant, subjects);
        Forgotten who = new Forgotten(tenant, subjects, about.values());
        Map<String, Long> counts = new TreeMap<>();
        stores.forEach(each -> counts.merge(each.holds(), each.count(who), Long::sum));
        return new Prepared(about.events(), subjects, about.values(), counts);
    }

    /** All keys under which something is said about the person. */
    private Set<String> subjects(CustomerId customer) {
        Set<DataSubject> known = new HashSet<>();
        Deque<DataSubject> open = new ArrayDeque<>(List.of(customer));
        while (!open.isEmpty()) {
            DataSubject next = open.pop();
            if (known.add(next)) {
                stores.forEach(each -> open.addAll(each.alsoKnownAs(next)));
            }
        }
        return known.stream().map(Keyring::nameOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<DestroyedKeys> keys(Standing standing) {
        List<DestroyedKeys> keys = new ArrayList<>();
        for (String subject : prepared(standing).subjects()) {
            var erased = erasure.eraseSubject(standing.request().tenantId(), subject);
            keys.add(new DestroyedKeys(subject, erased.fencedAt(), erased.fingerprints()));
        }
        return keys;
    }

    private void forget(Standing standing, boolean copies) {
        Forgotten who = prepared(standing).forgotten(standing.request().tenantId());
        stores.stream().filter(each -> each.copiesViews() == copies).forEach(each -> each.forget(who));
    }

    private boolean look(Standing standing) {
        PrivacyRequestId request = standing.request();
        Set<String> values = prepared(standing).values().all();
        Look look = remains.look(request.tenantId(), values);
        if (!look.found().isEmpty()) {
            store.again(request, look.found(), clock.instant().plus(pause(standing.attempts())));
            return false;
        }
        forget(standing, true);
        store.clean(request, certificate(standing, values.size(), look.alsoOfOthers(), look.places()));
        return true;
    }

    private String certificate(Standing standing, int values, int ofOthers, int tables) {
        PrivacyRequestId request = standing.request();
        Prepared prepared = prepared(standing);
        Instant now = clock.instant();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<PrivacyRequestEvent> course =
                histories.of(request, PrivacyRequestEvent.class).toList();
        return new ErasureCertificate(
                        request.tenantId().toString(),
                        request.local().toString(),
                        standing.customer().local().toString(),
                        last(course, RequestReceived.class).way(),
                        last(course, RequestReceived.class).receivedOn(),
                        last(course, IdentityChecked.class).check(),
                        standing.orderedBy(),
                        standing.orderedAt(),
                        now,
                        keys(standing),
                        prepared.events(),
                        prepared.counts(),
                        new ErasureCertificate.Scan(tables, values, ofOthers, 0),
                        today.plusDays(ErasureCertificate.BACKUP_DAYS))
                .json();
    }

    private static <E extends PrivacyRequestEvent> E last(List<PrivacyRequestEvent> course, Class<E> type) {
        return course.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .reduce((former, later) -> later)
                .orElseThrow();
    }

    private Standing standing(PrivacyRequestId request) {
        return store.find(request).orElseThrow();
    }

    private static Prepared prepared(Standing standing) {
        return Objects.requireNonNull(standing.prepared());
    }

    private static Duration pause(int attempts) {
        Duration pause = Duration.ofSeconds(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
