package medflip.messaging.read.campaigns;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.instantOrNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.SkipReason;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads campaigns. What became of their texts, the inbox's own rows say. */
@Component
class CampaignsStore {

    private static final CampaignCounts NONE = CampaignCounts.of(Map.of(), 0);

    private static final ListQuery<Campaign> LIST = ListQuery.of(
                    "c.*", "campaign c WHERE {c.tenant}", "c.id", CampaignsStore::campaign)
            .sort("-startedAt", "c.started_at");

    /**
     * Recipients {@code r} with their text {@code t}, which is the second try where there is one, as what becomes of
     * that became of the recipient; then the first one is {@code f}.
     */
    static final String TEXTS = """
            campaign_recipient r
            LEFT JOIN conversation_text s ON {s.tenant} AND s.second_try_of = r.text_id
            LEFT JOIN conversation_text t ON {t.tenant} AND t.id = coalesce(s.id, r.text_id)
            LEFT JOIN conversation_text f ON {f.tenant} AND s.id IS NOT NULL AND f.id = r.text_id
            """;

    private static final ListQuery<CampaignRecipient> RECIPIENTS = ListQuery.of(
                    "r.customer_id, r.skipped, p.name, t.conversation_id, t.held_until, t.blocked_for, t.error_code, "
                            + RecipientResult.SQL + " AS result",
                    TEXTS + " LEFT JOIN customer p ON {p.tenant} AND p.id = r.customer_id WHERE {r.tenant}",
                    "r.customer_id",
                    CampaignsStore::recipient)
            .sort("place", "r.place");

    private record Counted(Map<RecipientResult, Integer> results, int[] parts) {}

    private final TenantJdbc tenants;

    CampaignsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<Campaign> page(TenantId tenant, PageRequest request) {
        return tenants.read(tenant, queries -> {
            Page<Campaign> page = LIST.page(queries, new Filter(), request);
            Map<UUID, CampaignCounts> counts =
                    counts(queries, page.items().stream().map(Campaign::id).toArray(UUID[]::new));
            return new Page<>(
                    page.items().stream()
                            .map(campaign -> counted(campaign, counts))
                            .toList(),
                    page.page(),
                    page.size(),
                    page.total());
        });
    }

    /** Hands each campaign to the consumer, the latest first. */
    void forEach(TenantId tenant, Consumer<? super Campaign> each) {
        tenants.run(tenant, queries -> {
            List<Campaign> all = new ArrayList<>();
            LIST.forEach(queries, new Filter(), null, all::add);
            Map<UUID, CampaignCounts> counts =
                    counts(queries, all.stream().map(Campaign::id).toArray(UUID[]::new));
            all.forEach(campaign -> each.accept(counted(campaign, counts)));
        });
    }

    Optional<Campaign> find(TenantId tenant, UUID campaign) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT * FROM campaign WHERE {tenant} AND id = :id")
                        .param("id", campaign)
                        .query(CampaignsStore::campaign)
                        .optional()
                        .map(found -> counted(found, counts(queries, campaign))));
    }

    Page<CampaignRecipient> recipients(TenantId tenant, UUID campaign, FindRecipients question, PageRequest request) {
        return tenants.read(tenant, queries -> RECIPIENTS.page(queries, filter(campaign, question), request));
    }

    /** Hands everybody of a campaign to the consumer, in the order in which they were chosen. */
    void forEachRecipient(
            TenantId tenant, UUID campaign, FindRecipients question, Consumer<? super CampaignRecipient> each) {
        tenants.run(tenant, queries -> RECIPIENTS.forEach(queries, filter(campaign, question), null, each));
    }

    private static Filter filter(UUID campaign, FindRecipients question) {
        return new Filter()
                .and("r.campaign_id = :campaign", "campaign", campaign)
                .and(RecipientResult.SQL + " = :result", "result", question.result());
    }

    private static Map<UUID, CampaignCounts> counts(TenantJdbc.Queries queries, UUID... campaigns) {
        Map<UUID, Counted> counted = new HashMap<>();
        queries.query("SELECT r.campaign_id, " + RecipientResult.SQL
                        + " AS result, count(*) AS people, coalesce(sum(t.segments), 0) + coalesce(sum(f.segments), 0) AS parts"
                        + " FROM " + TEXTS + " WHERE {r.tenant} AND r.campaign_id = ANY (:campaigns) GROUP BY 1, 2")
                .param("campaigns", campaigns)
                .query((row, number) -> {
                    Counted of = counted.computeIfAbsent(
                            id(row, "campaign_id"),
                            campaign -> new Counted(new EnumMap<>(RecipientResult.class), new int[1]));
                    of.parts()[0] += row.getInt("parts");
                    return of.results().put(RecipientResult.valueOf(row.getString("result")), row.getInt("people"));
                })
                .list();
        Map<UUID, CampaignCounts> counts = new HashMap<>();
        counted.forEach((campaign, of) -> counts.put(campaign, CampaignCounts.of(of.results(), of.parts()[0])));
        return counts;
    }

    private static Campaign counted(Campaign campaign, Map<UUID, CampaignCounts> counts) {
        return new Campaign(
                campaign.id(),
                campaign.name(),
                campaign.body(),
                campaign.perMinute(),
                campaign.state(),
                campaign.errorCode(),
                campaign.startedAt(),
                campaign.startedBy(),
                campaign.endedAt(),
                counts.getOrDefault(campaign.id(), NONE),
                campaign.version());
    }

    private static Campaign campaign(ResultSet row, int number) throws SQLException {
        return new Campaign(
                id(row, "id"),
                row.getString("name"),
                row.getString("body"),
                row.getInt("per_minute"),
                CampaignState.valueOf(row.getString("state")),
                row.getObject("error_code", Integer.class),
                instant(row, "started_at"),
                row.getString("started_by"),
                instantOrNull(row, "ended_at"),
                NONE,
                row.getLong("version"));
    }

    private static CampaignRecipient recipient(ResultSet row, int number) throws SQLException {
        String skipped = row.getString("skipped");
        return new CampaignRecipient(
                id(row, "customer_id"),
                row.getString("name"),
                RecipientResult.valueOf(row.getString("result")),
                row.getObject("conversation_id", UUID.class),
                instantOrNull(row, "held_until"),
                reasons(row.getArray("blocked_for")),
                row.getObject("error_code", Integer.class),
                skipped == null ? null : SkipReason.valueOf(skipped));
    }

    private static List<BlockReason> reasons(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Stream.of((String[]) array.getArray())
                        .map(BlockReason::valueOf)
                        .toList();
    }
}
