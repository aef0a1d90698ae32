package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.accounts.write.AccountErasureStore.Prepared;
import medflip.accounts.write.ClosureCommand.BeginAccountErasure;
import medflip.accounts.write.ClosureCommand.CertifyAccountErasure;
import medflip.kernel.TenantId;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Erasure.Erased;
import medflip.platform.privacy.ForgetsElsewhere;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.LegalHolds;
import medflip.platform.privacy.Signer;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.privacy.TenantRows;
import medflip.platform.retention.RetainedRows;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.FaultLine;
import medflip.platform.view.Remains;
import medflip.platform.view.Remains.Look;
import medflip.platform.view.SaidAbout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Erases businesses that left (policy promise P7). It looks at what is there: a run that was cut off is done again from
 * its start, and each of its steps finds out what is left to do. On the first day the owners are told, on the next the
 * keys are destroyed and all rows go, and only where nothing is found any more it is certified, and told once more. The
 * log stays: amounts, days and ids of nobody.
 */
@Component
class AccountErasure implements RetainedRows {

    /** The last day of the policy's 90 belongs to it: what is there on the day after is late. */
    static final int LIMIT_DAYS = 89;

    /** The policy's own (promise P7). */
    private static final int BACKUP_DAYS = 30;

    private static final Logger log = LoggerFactory.getLogger(AccountErasure.class);

    private final AccountErasureStore store;
    private final SignInStore signIns;
    private final Acquaintance acquaintance;
    private final LastMails lastMails;
    private final Erasure erasure;
    private final TenantRows rows;
    private final SaidAbout said;
    private final Remains remains;
    private final Signer signer;
    private final LegalHolds holds;
    private final List<ForgetsElsewhere> elsewhere;
    private final Histories histories;
    private final Commands commands;
    private final BusinessCalendar calendar;
    private final Clock clock;

    AccountErasure(
            AccountErasureStore store,
            SignInStore signIns,
            Acquaintance acquaintance,
            LastMails lastMails,
            Erasure erasure,
            TenantRows rows,
            SaidAbout said,
            Remains remains,
            Signer signer,
            LegalHolds holds,
            List<ForgetsElsewhere> elsewhere,
            Histories histories,
            Commands commands,
            BusinessCalendar calendar,
            Clock clock) {
        this.store = store;
        this.signIns = signIns;
        this.acquaintance = acquaintance;
        this.lastMails = lastMails;
        this.erasure = erasure;
        this.rows = rows;
        this.said = said;
        this.remains = remains;
        this.signer = signer;
        this.holds = holds;
        this.elsewhere = elsewhere;
        this.histories = histories;
        this.commands = commands;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public long count(Instant before) {
        return store.count(before);
    }

    @Override
    public int destroy(Instant before, int most) {
        lastMails.forget();
        int destroyed = 0;
        for (TenantId tenant : store.due(before, most)) {
            try {
                destroyed += erase(tenant) ? 1 : 0;
            } catch (RuntimeException e) {
                // The others are seen to; this one counts as late before long.
                log.error("Business {} can't be erased now: {}", tenant, FaultLine.of(e));
            }
        }
        return destroyed;
    }

    private boolean erase(TenantId tenant) {
        AccountId account = AccountId.of(tenant, tenant.value());
        if (holds.holdAnythingOf(tenant)) {
            return false;
        }
        Caller job = Caller.job(tenant, "retention");
        LocalDate today = calendar.today(tenant);
        commands.send(job, new BeginAccountErasure(account, today));
        Optional<LocalDate> begun = histories
                .of(account, AccountErasureBegun.class)
                .map(AccountErasureBegun::begunOn)
                .findFirst();
        if (begun.isEmpty() || !begun.get().isBefore(today)) {
            return false;
        }
        Optional<Prepared> known = store.prepared(tenant);
        if (known.isEmpty() && waitsElsewhere(tenant, today)) {
            return false;
        }
        Prepared prepared = known.orElseGet(() -> prepare(account));
        store.endSessions(tenant);
        Erased erased = erasure.eraseTenant(tenant);
        rows.delete(tenant);
        // A business may be called like what it buys.
        Look look = remains.look(tenant, prepared.values());
        Map<String, Long> left = new TreeMap<>(look.found());
        rows.count(tenant).forEach((table, count) -> left.merge(table, count, Long::sum));
        if (!left.isEmpty()) {
            store.found(tenant, left);
            return false;
        }
        Signed certificate = signer.sign(new AccountErasureCertificate(
                        tenant.toString(),
                        store.closedOn(tenant),
                        begun.get(),
                        clock.instant(),
                        erased.fencedAt(),
                        erased.destroyedKeys(),
                        digest(erased.fingerprints()),
                        prepared.rows(),
                        new AccountErasureCertificate.Scan(
                                look.places(),
                                prepared.values().size(),
                                look.alsoOfOthers().size(),
                                0),
                        prepared.elsewhere(),
                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(BACKUP_DAYS))
                .json());
        commands.send(job, new CertifyAccountErasure(account, certificate, today));
        lastMails.send(tenant, prepared.owners());
        store.erased(tenant, today, certificate, !prepared.owners().isEmpty());
        return true;
    }

    /**
     * Whether another service hasn't answered yet. What it is asked goes with the business's keys, so these wait for
     * it, but not past the last day.
     */
    private boolean waitsElsewhere(TenantId tenant, LocalDate today) {
        Map<String, Long> waiting = new TreeMap<>();
        elsewhere.stream()
                .map(service -> service.ofBusiness(tenant))
                .filter(answer -> answer.waiting() > 0)
                .forEach(answer -> waiting.put("at " + answer.service(), answer.waiting()));
        if (waiting.isEmpty() || !today.isBefore(store.closedOn(tenant).plusDays(LIMIT_DAYS))) {
            return false;
        }
        store.found(tenant, waiting);
        return true;
    }

    /**
     * What is looked for is what was said about the business itself and its people; there is no end to its customers.
     */
    private Prepared prepare(AccountId account) {
        TenantId tenant = account.tenantId();
        Set<String> subjects = Stream.concat(Stream.of(account), store.users(tenant).stream())
                .map(Keyring::nameOf)
                .collect(Collectors.toSet());
        Prepared prepared = new Prepared(
                said.about(tenant, subjects).values().all(),
                rows.count(tenant),
                elsewhere.stream().map(service -> service.ofBusiness(tenant)).toList(),
                signIns.owners(tenant).stream()
                        .map(owner -> acquaintance.email(owner).value())
                        .collect(Collectors.toSet()));
        store.prepared(tenant, prepared);
        return prepared;
    }

    /** SHA-256, in hex, over all fingerprints in their order, each on a line. */
    private static String digest(Collection<String> fingerprints) {
        String lines = fingerprints.stream().sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
