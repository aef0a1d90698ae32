package medflip.billing.read.subscription;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.instantOrNull;
import static medflip.platform.web.Columns.moneyOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.billing.events.Access;
import medflip.billing.events.InvoiceStatus;
import medflip.billing.events.PlanInterval;
import medflip.billing.events.Standing;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how businesses stand with the service. What they may do follows by the same rule as on the write side. */
@Component
class SubscriptionStore {

    private static final int MOST = 500;

    private record Account(@Nullable Instant trialEndsAt, boolean customer, boolean disputed) {}

    private final TenantJdbc tenants;
    private final JdbcClient jdbc;
    private final Clock clock;

    SubscriptionStore(TenantJdbc tenants, JdbcClient jdbc, Clock clock) {
        this.tenants = tenants;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SubscriptionState state(TenantId tenant) {
        return tenants.read(tenant, queries -> {
            Account account = queries.query("SELECT * FROM billing_account WHERE {tenant}")
                    .query((row, number) -> new Account(
                            instantOrNull(row, "trial_ends_at"),
                            row.getBoolean("customer"),
                            row.getBoolean("disputed")))
                    .optional()
                    .orElse(new Account(null, false, false));
            Map<String, Standing.Subscribed> subscribed = new LinkedHashMap<>();
            queries.query("SELECT * FROM subscribed WHERE {tenant}")
                    .query(SubscriptionStore::subscribed)
                    .list()
                    .forEach(each -> subscribed.put(each.terms().stripeId(), each));
            return state(account, new Standing(account.trialEndsAt(), null, subscribed), clock.instant());
        });
    }

    private static SubscriptionState state(Account account, Standing standing, Instant now) {
        Access access = standing.accessAt(now);
        return new SubscriptionState(
                access,
                standing.isOnTrialAt(now),
                account.trialEndsAt(),
                account.customer(),
                standing.current(now).map(each -> shown(each.terms())).orElse(null),
                access.mayWrite() ? readOnlyFrom(standing, now) : null,
                account.disputed());
    }

    private static SubscriptionState.Subscribed shown(Terms terms) {
        return new SubscriptionState.Subscribed(
                terms.status(),
                terms.status().isLive(),
                terms.plan(),
                terms.price(),
                terms.interval(),
                terms.trialEndsAt(),
                terms.periodEndsAt(),
                terms.cancelsAt(),
                terms.endedAt(),
                terms.nextPlan(),
                terms.collectionPaused());
    }

    /** The last of the times at which something ends that is known to end, if it takes the access with it. */
    private static @Nullable Instant readOnlyFrom(Standing standing, Instant now) {
        List<Instant> ends = new ArrayList<>();
        if (standing.trialEndsAt() != null) {
            ends.add(standing.trialEndsAt());
        }
        standing.live().stream()
                .flatMap(each -> Stream.ofNullable(each.pastDueSince()))
                .forEach(since -> ends.add(since.plus(Standing.GRACE)));
        return ends.stream()
                .filter(end -> end.isAfter(now) && !standing.accessAt(end).mayWrite())
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static Standing.Subscribed subscribed(ResultSet row, int number) throws SQLException {
        return new Standing.Subscribed(
                new Terms(
                        row.getString("stripe_id"),
                        constant(row, "status", SubscriptionStatus.class),
                        row.getString("plan"),
                        new Money(row.getLong("price"), row.getString("currency")),
                        constant(row, "plan_interval", PlanInterval.class),
                        instantOrNull(row, "trial_ends_at"),
                        instantOrNull(row, "period_ends_at"),
                        instantOrNull(row, "cancels_at"),
                        instantOrNull(row, "ended_at"),
                        row.getString("next_plan"),
                        row.getBoolean("collection_paused")),
                instantOrNull(row, "past_due_since"));
    }

    /** The newest first. */
    List<SubscriptionInvoice> invoices(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                    SELECT * FROM billing_invoice WHERE {tenant} AND status NOT IN ('DRAFT', 'DELETED')
                    ORDER BY created_at DESC, stripe_id DESC
                    """)
                        .query((row, number) -> new SubscriptionInvoice(
                                row.getString("stripe_id"),
                                row.getString("number"),
                                constant(row, "status", InvoiceStatus.class),
                                new Money(row.getLong("total"), row.getString("currency")),
                                new Money(row.getLong("paid"), row.getString("currency")),
                                instant(row, "created_at"),
                                instantOrNull(row, "next_attempt_at"),
                                moneyOrNull(row, "discount"),
                                moneyOrNull(row, "tax")))
                        .list());
    }

    /** The newest first. */
    List<BillingEntry> history(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query(
                                "SELECT * FROM billing_entry WHERE {tenant} ORDER BY position DESC LIMIT " + MOST)
                        .query((row, number) -> new BillingEntry(
                                row.getLong("position"),
                                instant(row, "recorded_at"),
                                row.getString("actor"),
                                row.getString("event"),
                                row.getString("word"),
                                row.getString("plan"),
                                row.getString("currency") == null
                                        ? null
                                        : new Money(row.getLong("amount"), row.getString("currency")),
                                instantOrNull(row, "until")))
                        .list());
    }

    /**
     * Over all businesses: those first of whom a payment is in doubt, an invoice can't be finished, or a payment is
     * missing. An invoice counts as stuck until it is finished, or a later one of the same subscription is.
     */
    List<BillingOverview> all() {
        Map<UUID, Map<String, Standing.Subscribed>> subscribed = new HashMap<>();
        jdbc.sql("SELECT * FROM read.subscribed").query(row -> {
            Standing.Subscribed each = subscribed(row, 0);
            subscribed
                    .computeIfAbsent(row.getObject("tenant_id", UUID.class), tenant -> new LinkedHashMap<>())
                    .put(each.terms().stripeId(), each);
        });
        Instant now = clock.instant();
        return jdbc.sql("""
            SELECT a.tenant_id, a.name, b.trial_ends_at, coalesce(b.disputed, false) AS disputed,
                   b.doubled_at, o.owed, o.currency, s.tenant_id IS NOT NULL AS stuck
            FROM read.account a
            LEFT JOIN read.billing_account b ON b.tenant_id = a.tenant_id
            LEFT JOIN (SELECT tenant_id, sum(total - paid) AS owed, min(currency) AS currency
                       FROM read.billing_invoice WHERE status = 'OPEN' GROUP BY tenant_id) o
                ON o.tenant_id = a.tenant_id
            LEFT JOIN (SELECT DISTINCT i.tenant_id FROM read.billing_invoice i
                       WHERE i.stuck AND i.status = 'DRAFT' AND NOT EXISTS (
                           SELECT 1 FROM read.billing_invoice j
                           WHERE j.tenant_id = i.tenant_id AND j.subscription IS NOT DISTINCT FROM i.subscription
                               AND j.created_at > i.created_at AND j.status IN ('OPEN', 'PAID'))) s
                ON s.tenant_id = a.tenant_id
            ORDER BY coalesce(b.disputed, false) DESC, stuck DESC, o.owed DESC NULLS LAST, a.name, a.tenant_id
            LIMIT :most
            """)
                .param("most", MOST)
                .query((row, number) -> overview(row, subscribed, now))
                .list();
    }

    private static BillingOverview overview(
            ResultSet row, Map<UUID, Map<String, Standing.Subscribed>> subscribed, Instant now) throws SQLException {
        UUID tenant = id(row, "tenant_id");
        Standing standing =
                new Standing(instantOrNull(row, "trial_ends_at"), null, subscribed.getOrDefault(tenant, Map.of()));
        Terms terms = standing.current(now).map(Standing.Subscribed::terms).orElse(null);
        String currency = row.getString("currency");
        return new BillingOverview(
                tenant,
                row.getString("name"),
                standing.accessAt(now),
                terms == null ? null : terms.status(),
                terms == null ? null : terms.plan(),
                terms == null ? null : terms.price(),
                standing.trialEndsAt(),
                terms == null ? null : terms.periodEndsAt(),
                terms == null ? null : terms.cancelsAt(),
                currency == null ? null : new Money(row.getLong("owed"), currency),
                row.getBoolean("disputed"),
                row.getBoolean("stuck"),
                instantOrNull(row, "doubled_at"));
    }
}
