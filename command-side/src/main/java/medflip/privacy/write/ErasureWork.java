package medflip.privacy.write;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Forgets;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.ForgetsElsewhere;
import medflip.platform.privacy.ForgetsElsewhere.Elsewhere;
import medflip.platform.privacy.LegalHolds;
import medflip.platform.privacy.Signer;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import medflip.platform.view.Remains;
import medflip.platform.view.Remains.Look;
import medflip.platform.view.SaidAbout;
import medflip.platform.view.SaidAbout.Said;
import medflip.privacy.events.PrivacyRequestEvent;
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

    private static final Duration ANSWERS_COME_WITHIN = Duration.ofSeconds(2);

    private final ErasureStore store;
    private final List<Forgets> stores;
    private final List<ForgetsElsewhere> elsewhere;
    private final KeysOfPeople keys;
    private final LegalHolds holds;
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
            List<ForgetsElsewhere> elsewhere,
            KeysOfPeople keys,
            LegalHolds holds,
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
        this.elsewhere = elsewhere;
        this.keys = keys;
        this.holds = holds;
        this.erasure = erasure;
        this.said = said;
        this.remains = remains;
        this.signer = signer;
        this.histories = histories;
        this.commands = commands;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * Goes on with all that can go on; what fails is tried again later, and holds up no other. Those of a business that
     * have come as far as that are looked for together: a look reads all that the business has, for one as for many.
     */
    void workOff() {
        Map<TenantId, List<PrivacyRequestId>> looking = new HashMap<>();
        for (PrivacyRequestId request : store.due(clock.instant())) {
            attempt(request, () -> {
                goOn(request);
                if (standing(request).step() == Step.LOOK) {
                    looking.computeIfAbsent(request.tenantId(), unseen -> new ArrayList<>())
                            .add(request);
                }
            });
        }
        looking.values().forEach(this::look);
    }

    /** Up to where it is looked for, or to its end. */
    private void goOn(PrivacyRequestId request) {
        while (standing(request).step() != Step.LOOK && step(request)) {
            log.debug("A step of erasure {} is done", request.local());
        }
    }

    private void attempt(PrivacyRequestId request, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.error("Erasure {} can't go on now: {}", request.local(), FaultLine.of(e));
            store.later(request, clock.instant().plus(pause(standing(request).attempts())));
        }
    }

    /** Where something is found, or nothing can be read, halves are looked for, until it is known of whom it is. */
    private void look(List<PrivacyRequestId> requests) {
        if (requests.size() == 1) {
            PrivacyRequestId only = requests.getFirst();
            attempt(only, () -> settle(only, lookFor(requests)));
            return;
        }
        try {
            Look look = lookFor(requests);
            if (look.found().isEmpty()) {
                requests.forEach(request -> attempt(request, () -> settle(request, look)));
                return;
            }
        } catch (RuntimeException e) {
            log.debug("{} erasures are looked for by halves: {}", requests.size(), FaultLine.of(e));
        }
        int half = requests.size() / 2;
        look(requests.subList(0, half));
        look(requests.subList(half, requests.size()));
    }

    private Look lookFor(List<PrivacyRequestId> requests) {
        return remains.look(
                requests.getFirst().tenantId(),
                requests.stream()
                        .flatMap(request -> values(standing(request)).stream())
                        .collect(Collectors.toSet()));
    }

    /** Does the next step but for looking; answers whether there is one after it that needn't wait. */
    private boolean step(PrivacyRequestId request) {
        Standing standing = standing(request);
        switch (standing.step()) {
            case PREPARE -> {
                if (isHeld(request, keys.of(standing.whose()))) {
                    return false;
                }
                store.prepared(request, preview(standing.whose()));
            }
            case DESTROY -> {
                if (isHeld(request, prepared(standing).subjects())) {
                    return false;
                }
                destroyKeys(standing);
                store.next(request, Step.FORGET);
            }
            case FORGET -> {
                Forgotten who = prepared(standing).forgotten(request.tenantId());
                elsewhere.forEach(service -> service.ask(request, who));
                forget(standing, false);
                store.next(request, Step.LOOK);
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
            case LOOK, DONE -> {
                return false;
            }
        }
        return true;
    }

    /** What was ordered before the hold was placed waits for its end; what was destroyed already goes on. */
    private boolean isHeld(PrivacyRequestId request, Set<String> subjects) {
        boolean held = holds.holdAnyOf(request.tenantId(), subjects);
        if (held) {
            store.held(request, clock.instant().plus(LONGEST_PAUSE));
        }
        return held;
    }

    /** What would go with a person. Changes nothing. */
    Prepared preview(DataSubject whose) {
        TenantId tenant = whose.tenantId();
        Set<String> subjects = keys.of(whose);
        Said about = said.about(tenant, subjects);
        Forgotten who = new Forgotten(tenant, subjects, about.values());
        Map<String, Long> counts = new TreeMap<>();
        stores.forEach(each -> counts.merge(each.holds(), each.count(who), Long::sum));
        return new Prepared(about.events(), subjects, about.values(), counts);
    }

    private List<DestroyedKeys> destroyKeys(Standing standing) {
        List<DestroyedKeys> destroyed = new ArrayList<>();
        for (String subject : prepared(standing).subjects()) {
            var erased = erasure.eraseSubject(standing.request().tenantId(), subject);
            destroyed.add(new DestroyedKeys(subject, erased.fencedAt(), erased.fingerprints()));
        }
        return destroyed;
    }

    private void forget(Standing standing, boolean copies) {
        Forgotten who = prepared(standing).forgotten(standing.request().tenantId());
        stores.stream().filter(each -> each.copiesViews() == copies).forEach(each -> each.forget(who));
    }

    private static Set<String> values(Standing standing) {
        return prepared(standing).values().all();
    }

    /**
     * By what was found of somebody: all stores let go once more, or it is certified, once other services have
     * answered.
     *
     * @param look that may have been for others too
     */
    private void settle(PrivacyRequestId request, Look look) {
        Standing standing = standing(request);
        if (!look.found().isEmpty()) {
            store.again(request, look.found(), clock.instant().plus(pause(standing.attempts())));
            return;
        }
        Map<String, Long> waiting = new TreeMap<>();
        List<Elsewhere> answers =
                elsewhere.stream().map(service -> service.standing(request)).toList();
        answers.stream()
                .filter(answer -> answer.waiting() > 0)
                .forEach(answer -> waiting.put("at " + answer.service(), answer.waiting()));
        if (!waiting.isEmpty()) {
            store.waiting(request, waiting, clock.instant().plus(ANSWERS_COME_WITHIN));
            return;
        }
        forget(standing, true);
        Set<String> values = values(standing);
        int ofOthers =
                (int) values.stream().filter(look.alsoOfOthers()::contains).count();
        var scanned = new ErasureCertificate.Scan(look.places(), values.size(), ofOthers, 0);
        List<PrivacyRequestEvent> course =
                histories.of(request, PrivacyRequestEvent.class).toList();
        store.clean(
                request,
                ErasureCertificate.of(standing, course, destroyKeys(standing), scanned, answers, clock.instant())
                        .json());
        goOn(request);
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
