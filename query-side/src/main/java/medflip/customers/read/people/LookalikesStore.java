package medflip.customers.read.people;

import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import medflip.customers.read.people.Lookalikes.Likeness;
import medflip.customers.read.people.Lookalikes.Person;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.text.SearchText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people who are in the books twice, and those whom somebody who is being written down may be. */
@Component
class LookalikesStore {

    private static final int MOST = 50;
    private static final int HINTS_MOST = 5;

    /** Each pair once, with every reason; those who were found different, merged or put aside are no pair. */
    private static final String PAIRS = """
            WITH person AS (
                SELECT id, sort_name, phones, emails FROM customer
                WHERE {tenant} AND registered_at IS NOT NULL AND NOT erased AND merged_into IS NULL AND NOT archived),
            sign AS (
                SELECT id, 'SAME_PHONE' AS likeness, unnest(phones) AS value FROM person
                UNION ALL SELECT id, 'SAME_EMAIL', unnest(emails) FROM person
                UNION ALL SELECT id, 'SAME_NAME', (SELECT string_agg(word, ' ' ORDER BY word)
                                                   FROM regexp_split_to_table(sort_name, '[ ,.]+') AS word
                                                   WHERE word <> '') FROM person),
            pair AS (
                SELECT a.id AS one_id, b.id AS other_id, array_agg(DISTINCT a.likeness) AS because
                FROM sign a JOIN sign b ON b.likeness = a.likeness AND b.value = a.value AND a.id < b.id
                WHERE a.value <> '' AND a.value <> '[erased]'
                GROUP BY a.id, b.id)
            SELECT pair.because,
                   c.id AS one_id, c.name AS one_name, c.phones AS one_phones, c.emails AS one_emails,
                   c.deals AS one_deals, c.lead_source AS one_source,
                   o.id AS other_id, o.name AS other_name, o.phones AS other_phones, o.emails AS other_emails,
                   o.deals AS other_deals, o.lead_source AS other_source
            FROM pair
            JOIN customer c ON {c.tenant} AND c.id = pair.one_id
            JOIN customer o ON {o.tenant} AND o.id = pair.other_id
            WHERE NOT EXISTS (SELECT FROM customer_apart x
                              WHERE {x.tenant} AND x.one_id = pair.one_id AND x.other_id = pair.other_id)
            ORDER BY cardinality(pair.because) DESC, c.sort_name, c.id, o.id
            LIMIT\s""" + MOST;

    private final TenantJdbc tenants;

    LookalikesStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    List<Lookalikes> pairs(TenantId tenant) {
        return tenants.read(
                tenant,
                queries -> queries.query(PAIRS).query(LookalikesStore::pair).list());
    }

    /** Who in the books has this number, this address or this name already. */
    List<Person> like(TenantId tenant, @Nullable String name, @Nullable String phone, @Nullable String email) {
        return tenants.read(
                tenant,
                queries -> queries.query("""
                                SELECT id AS one_id, name AS one_name, phones AS one_phones, emails AS one_emails,
                                       deals AS one_deals, lead_source AS one_source
                                FROM customer
                                WHERE {tenant} AND registered_at IS NOT NULL AND NOT erased AND merged_into IS NULL
                                  AND (phones @> ARRAY[CAST(:phone AS text)] OR emails @> ARRAY[CAST(:email AS text)]
                                       OR sort_name = :name)
                                ORDER BY archived, deals DESC, id LIMIT\s""" + HINTS_MOST)
                        .param("phone", phone)
                        .param("email", email)
                        .param("name", name == null ? null : SearchText.fold(name))
                        .query((row, number) -> person(row, "one"))
                        .list());
    }

    private static Lookalikes pair(ResultSet row, int number) throws SQLException {
        Person one = person(row, "one");
        Person other = person(row, "other");
        List<Likeness> because =
                texts(row, "because").stream().map(Likeness::valueOf).toList();
        return one.deals() >= other.deals() ? new Lookalikes(one, other, because) : new Lookalikes(other, one, because);
    }

    private static Person person(ResultSet row, String which) throws SQLException {
        UUID id = id(row, which + "_id");
        return new Person(
                id,
                row.getString(which + "_name"),
                texts(row, which + "_phones"),
                texts(row, which + "_emails"),
                row.getInt(which + "_deals"),
                row.getString(which + "_source"));
    }
}
