package medflip.messaging.read.inbox;

import static medflip.platform.web.Columns.dateOrNull;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.idOrNull;
import static medflip.platform.web.Columns.instant;
import static medflip.platform.web.Columns.instantOrNull;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.OptOutWay;
import medflip.messaging.read.inbox.Conversation.Text;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import medflip.platform.web.ListQuery;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the inbox. Whose a number is, the people's own view says at that moment, merges included. */
@Component
class ConversationsStore {

    private static final int MOST_TEXTS = 300;

    private record Holder(UUID id, String name) {}

    /** Who left the business answers nobody. */
    private static final String WITH_ASSIGNEE = """
            conversation c
            LEFT JOIN account_member a ON {a.tenant} AND a.user_id = c.assigned_to AND NOT a.removed
            WHERE {c.tenant}""";

    private static final ListQuery<ConversationItem> LIST = ListQuery.of(
                    "c.*, a.user_id AS assignee",
                    WITH_ASSIGNEE + " AND c.number <> ''",
                    "c.id",
                    ConversationsStore::item)
            .sort("-lastAt", "c.last_at");

    /** Every text, the oldest first; whose a number is, is looked up for all at once. */
    private static final ListQuery<TextLine> TEXTS = ListQuery.of(
                    "t.*, c.number, h.name AS person_name", """
                    conversation_text t JOIN conversation c ON {c.tenant} AND c.id = t.conversation_id
                    LEFT JOIN (
                        SELECT phone, min(p.name) AS name
                        FROM customer k CROSS JOIN unnest(k.phones) AS phone
                        JOIN customer p ON {p.tenant} AND p.id = coalesce(k.merged_into, k.id)
                        WHERE {k.tenant} GROUP BY phone) h ON h.phone = c.number
                    WHERE {t.tenant}""", "t.id", ConversationsStore::line)
            .sort("position", "t.position");

    private final TenantJdbc tenants;

    ConversationsStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Page<ConversationItem> page(TenantId tenant, FindConversations question, PageRequest request) {
        return tenants.read(tenant, queries -> {
            Filter filter = new Filter();
            Boolean unseen = question.unseen();
            if (unseen != null) {
                // Written out, so that an index of those alone may be used.
                filter.and(unseen ? "c.unseen" : "NOT c.unseen");
            }
            if (Boolean.TRUE.equals(question.toReview())) {
                filter.and("c.to_review > :none", "none", 0);
            }
            filter.and("c.assigned_to = :assignee", "assignee", question.assignedTo());
            if (question.unassigned() != null) {
                filter.and("(a.user_id IS NULL) = :unassigned", "unassigned", question.unassigned());
            }
            if (question.customerId() != null) {
                filter.and("c.number = ANY (:numbers)", "numbers", numbers(queries, question.customerId()));
            }
            Page<ConversationItem> page = LIST.page(queries, filter, request);
            Map<String, Holder> holders = holders(
                    queries, page.items().stream().map(ConversationItem::number).toArray(String[]::new));
            return new Page<>(
                    page.items().stream()
                            .map(item -> named(item, holders.get(item.number())))
                            .toList(),
                    page.page(),
                    page.size(),
                    page.total());
        });
    }

    Optional<Conversation> find(TenantId tenant, UUID conversation) {
        return tenants.read(
                tenant,
                queries -> queries.query("SELECT c.*, a.user_id AS assignee FROM " + WITH_ASSIGNEE + " AND c.id = :id")
                        .param("id", conversation)
                        .query((row, number) -> conversation(queries, row))
                        .optional());
    }

    /** Hands every text to the consumer, the oldest first. */
    void forEachText(TenantId tenant, Consumer<? super TextLine> each) {
        tenants.run(tenant, queries -> TEXTS.forEach(queries, new Filter(), null, each));
    }

    private static TextLine line(ResultSet row, int number) throws SQLException {
        return new TextLine(
                id(row, "conversation_id"),
                id(row, "id"),
                instant(row, "at"),
                row.getString("number"),
                row.getString("person_name"),
                row.getBoolean("incoming"),
                row.getString("body"),
                row.getInt("pictures"),
                TextState.valueOf(row.getString("state")),
                reasons(row.getArray("blocked_for")),
                row.getObject("error_code", Integer.class),
                row.getObject("segments", Integer.class),
                idOrNull(row, "campaign_id"));
    }

    private static Conversation conversation(TenantJdbc.Queries queries, ResultSet row) throws SQLException {
        UUID id = id(row, "id");
        String number = row.getString("number");
        Holder holder = holders(queries, number).get(number);
        String consent = row.getString("consent");
        String optedOut = row.getString("opted_out");
        return new Conversation(
                id,
                number,
                row.getBoolean("unseen"),
                consent == null ? null : ConsentBasis.valueOf(consent),
                optedOut == null ? null : OptOutWay.valueOf(optedOut),
                row.getObject("unusable_code", Integer.class),
                holder == null ? null : holder.id(),
                holder == null ? null : holder.name(),
                idOrNull(row, "assignee"),
                texts(queries, id),
                row.getLong("version"));
    }

    private static List<Text> texts(TenantJdbc.Queries queries, UUID conversation) {
        return queries.query("""
                        SELECT * FROM (
                            SELECT t.* FROM conversation_text t
                            WHERE {t.tenant} AND t.conversation_id = :conversation
                            ORDER BY t.position DESC LIMIT :most) latest
                        ORDER BY position
                        """)
                .param("conversation", conversation)
                .param("most", MOST_TEXTS)
                .query((row, number) -> new Text(
                        id(row, "id"),
                        row.getBoolean("incoming"),
                        row.getString("body"),
                        row.getInt("pictures"),
                        ids(row.getArray("picture_ids")),
                        instant(row, "at"),
                        row.getString("written_by"),
                        TextState.valueOf(row.getString("state")),
                        instantOrNull(row, "send_at"),
                        instantOrNull(row, "held_until"),
                        reasons(row.getArray("blocked_for")),
                        row.getObject("error_code", Integer.class),
                        idOrNull(row, "second_try_of"),
                        dateOrNull(row, "review_by")))
                .list();
    }

    private static List<UUID> ids(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    private static List<BlockReason> reasons(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Stream.of((String[]) array.getArray())
                        .map(BlockReason::valueOf)
                        .toList();
    }

    /** Numbers of a person, and of everybody who was merged into them. */
    private static String[] numbers(TenantJdbc.Queries queries, UUID person) {
        return queries.query("""
                        SELECT DISTINCT unnest(c.phones) FROM customer c
                        WHERE {c.tenant} AND (c.id = :person OR c.merged_into = :person)
                        """)
                .param("person", person)
                .query(String.class)
                .list()
                .toArray(String[]::new);
    }

    /** Who has these numbers; always the same where several share one. */
    private static Map<String, Holder> holders(TenantJdbc.Queries queries, String... numbers) {
        Map<String, Holder> holders = new HashMap<>();
        if (numbers.length > 0) {
            queries.query("""
                            SELECT phone, p.id, p.name
                            FROM customer c CROSS JOIN unnest(c.phones) AS phone
                            JOIN customer p ON {p.tenant} AND p.id = coalesce(c.merged_into, c.id)
                            WHERE {c.tenant} AND phone = ANY (:numbers)
                            ORDER BY p.id
                            """)
                    .param("numbers", numbers)
                    .query((row, number) -> holders.putIfAbsent(
                            row.getString("phone"), new Holder(id(row, "id"), row.getString("name"))))
                    .list();
        }
        return holders;
    }

    private static ConversationItem item(ResultSet row, int number) throws SQLException {
        return new ConversationItem(
                id(row, "id"),
                row.getString("number"),
                instant(row, "last_at"),
                row.getString("last_text"),
                row.getBoolean("last_incoming"),
                row.getBoolean("unseen"),
                row.getString("opted_out") != null,
                row.getInt("to_review"),
                idOrNull(row, "assignee"),
                null,
                null);
    }

    private static ConversationItem named(ConversationItem item, @Nullable Holder holder) {
        return holder == null
                ? item
                : new ConversationItem(
                        item.id(),
                        item.number(),
                        item.lastAt(),
                        item.lastText(),
                        item.lastIncoming(),
                        item.unseen(),
                        item.optedOut(),
                        item.toReview(),
                        item.assignedTo(),
                        holder.id(),
                        holder.name());
    }
}
