package medflip.reports.read.search;

/** Where words stand: for each kind of thing the ids of those that have a word, and whether a row has one. */
final class WordPlaces {

    private WordPlaces() {}

    /** Who is called so, or reached by it. */
    private static final String SELLERS = """
            SELECT s.id FROM search_word s WHERE {s.tenant} AND s.kind = 'customer' AND {s.word}
            UNION ALL
            SELECT p.about_id FROM search_part p WHERE {p.tenant} AND p.kind = 'customer' AND {p.word}""";

    /** A person is found by what was noted of them, too. */
    static final String PERSONS = SELLERS + """

            UNION ALL
            SELECT n.about_id FROM search_part n WHERE {n.tenant} AND n.kind = 'note' AND {n.word}""";

    /** One look into an index a row: asked so, the database never looks for all that have the word instead. */
    private static final String IS_SELLER = """
            (SELECT true FROM search_word s
             WHERE {s.tenant} AND s.kind = 'customer' AND s.id = %1$s AND {s.holds} LIMIT 1)
            OR (SELECT true FROM search_part p
                WHERE {p.tenant} AND p.kind = 'customer' AND p.about_id = %1$s AND {p.holds} LIMIT 1)""";

    static final String IS_PERSON = "(" + IS_SELLER.formatted("c.id") + """

            OR (SELECT true FROM search_part n
                WHERE {n.tenant} AND n.kind = 'note' AND n.about_id = c.id AND {n.holds} LIMIT 1))""";

    /** A deal is found by whom it is with, what it is about, and its parcels. */
    static final String DEAL_IDS = """
            SELECT d.id FROM (""" + SELLERS + """
            ) w (id) CROSS JOIN LATERAL (
                SELECT e.id FROM deal e WHERE {e.tenant} AND e.customer_id = w.id OFFSET 0) d
            UNION ALL
            SELECT l.deal_id FROM deal_line l WHERE {l.tenant} AND l.product_id = ANY(:products)
            UNION ALL
            SELECT t.about_id FROM search_part t WHERE {t.tenant} AND t.kind = 'deal' AND {t.word}""";

    static final String IS_DEAL = "(" + IS_SELLER.formatted("d.customer_id") + """

            OR (SELECT true FROM deal_line l
                WHERE {l.tenant} AND l.deal_id = d.id AND l.product_id = ANY(:products) LIMIT 1)
            OR (SELECT true FROM search_part t
                WHERE {t.tenant} AND t.kind = 'deal' AND t.about_id = d.id AND {t.holds} LIMIT 1))""";

    static final String TEXT_IDS =
            "SELECT t.about_id, t.part_id FROM search_part t WHERE {t.tenant} AND t.kind = 'text' AND {t.word}";

    static final String IS_TEXT = """
            (SELECT true FROM search_part t
             WHERE {t.tenant} AND t.kind = 'text' AND t.about_id = x.conversation_id AND t.part_id = x.id AND {t.holds}
             LIMIT 1)""";
}
