package medflip.privacy.read.requests;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.constantOrNull;
import static medflip.platform.web.Columns.date;
import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import medflip.kernel.TenantId;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.tenancy.BusinessDay;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.view.Json;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.privacy.events.ExtensionReason;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import medflip.privacy.read.requests.PrivacyRequest.Extension;
import medflip.privacy.read.requests.PrivacyRequest.PrivateLink;
import medflip.privacy.read.requests.PrivacyRequest.ProposedCorrection;
import medflip.privacy.read.requests.PrivacyRequest.StillFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads requests; what is still found of somebody who is being erased, the work itself says. */
@Component
class PrivacyRequestsStore {

    private static final String FROM = """
            privacy_request r LEFT JOIN customer c ON {c.tenant} AND c.id = r.customer_id
            LEFT JOIN account_user u ON {u.tenant} AND u.id = r.member_id
            LEFT JOIN write.erasure e ON {e.tenant} AND e.request_id = r.id
            WHERE {r.tenant}""";

    private static final String COLUMNS =
            "r.*, coalesce(c.name, u.email, '') AS name, e.found::text AS found, coalesce(e.held, false) AS held";

    private final TenantJdbc tenants;
    private final Clock clock;

    PrivacyRequestsStore(TenantJdbc tenants, Clock clock) {
        this.tenants = tenants;
        this.clock = clock;
    }

    Page<PrivacyRequest> page(TenantId tenant, FindPrivacyRequests question, PageRequest request) {
        return tenants.read(tenant, queries -> list(queries).page(queries, filter(question), request));
    }

    /** Hands each request to the consumer, those that are due first first. */
    void forEach(TenantId tenant, FindPrivacyRequests question, Consumer<? super PrivacyRequest> each) {
        tenants.run(tenant, queries -> list(queries).forEach(queries, filter(question), null, each));
    }

    private static Filter filter(FindPrivacyRequests question) {
        return new Filter()
                .and("(r.ended_on IS NULL) = :open", "open", question.open())
                .and("r.customer_id = :customer", "customer", question.customerId())
                .and("r.member_id = :member", "member", question.memberId());
    }

    Optional<PrivacyRequest> find(TenantId tenant, UUID id) {
        return tenants.read(tenant, queries -> {
            LocalDate today = BusinessDay.today(queries, clock);
            return queries.query("SELECT " + COLUMNS + " FROM " + FROM + " AND r.id = :id")
                    .param("id", id)
                    .query((row, number) -> request(row, today))
                    .optional();
        });
    }

    Optional<Signed> certificate(TenantId tenant, UUID id) {
        return tenants.read(
                tenant,
                queries ->
                        queries.query("""
                                SELECT certificate AS text, signature, public_key FROM privacy_request
                                WHERE {tenant} AND id = :id AND certificate IS NOT NULL
                                """).param("id", id).query(Signed.class).optional());
    }

    /** Those that are due first come first. */
    private ListQuery<PrivacyRequest> list(TenantJdbc.Queries queries) {
        LocalDate today = BusinessDay.today(queries, clock);
        return ListQuery.of(COLUMNS, FROM, "r.id", (row, number) -> request(row, today))
                .sort("dueOn", "r.due_on")
                .sort("-endedOn", "r.ended_on");
    }

    private static PrivacyRequest request(ResultSet row, LocalDate today) throws SQLException {
        LocalDate dueOn = date(row, "due_on");
        LocalDate endedOn = dateOrNull(row, "ended_on");
        return new PrivacyRequest(
                id(row, "id"),
                constant(row, "kind", RequestKind.class),
                constant(row, "law", PrivacyLaw.class),
                idOrNull(row, "customer_id"),
                idOrNull(row, "member_id"),
                row.getString("name"),
                constant(row, "way", RequestWay.class),
                date(row, "received_on"),
                dueOn,
                endedOn == null ? (int) ChronoUnit.DAYS.between(today, dueOn) : null,
                constant(row, "state", RequestState.class),
                constantOrNull(row, "identity", IdentityCheck.class),
                dateOrNull(row, "identity_on"),
                extension(row),
                link(row, today),
                Json.valueOrNull(row.getString("correction"), ProposedCorrection.class),
                constantOrNull(row, "refused_for", RefusalReason.class),
                endedOn,
                found(row.getString("found")),
                row.getBoolean("held"),
                row.getString("certificate") != null,
                row.getLong("version"));
    }

    private static @Nullable Extension extension(ResultSet row) throws SQLException {
        LocalDate on = dateOrNull(row, "extended_on");
        return on == null
                ? null
                : new Extension(
                        constant(row, "extended_for", ExtensionReason.class),
                        constant(row, "extension_told", RequestWay.class),
                        on);
    }

    private static @Nullable PrivateLink link(ResultSet row, LocalDate today) throws SQLException {
        UUID link = idOrNull(row, "link_id");
        return link == null || today.isAfter(date(row, "link_good_until"))
                ? null
                : new PrivateLink(link, date(row, "link_made_on"), date(row, "link_good_until"));
    }

    private static List<StillFound> found(@Nullable String json) {
        Map<?, ?> found = json == null ? Map.of() : Json.value(json, Map.class);
        return found.entrySet().stream()
                .map(table -> new StillFound((String) table.getKey(), ((Number) table.getValue()).longValue()))
                .toList();
    }
}
