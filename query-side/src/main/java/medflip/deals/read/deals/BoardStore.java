package medflip.deals.read.deals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static medflip.platform.web.Columns.money;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import org.springframework.stereotype.Component;

/** Reads what is under way, by where it stands. */
@Component
class BoardStore {

    private static final int BOARD_MOST = 25;

    private record Card(DealItem deal, int total, Money worth) {}

    private final TenantJdbc tenants;

    BoardStore(TenantJdbc tenants) {
        this.tenants = tenants;
    }

    Board board(TenantId tenant, FindDeals question) {
        Filter filter = DealsStore.filter(question);
        Map<DealState, List<Card>> cards = tenants
                .read(
                        tenant,
                        queries -> filter.query(queries, board(filter))
                                .query((row, number) -> new Card(
                                        DealsStore.item(row, number), row.getInt("total"), money(row, "worth")))
                                .list())
                .stream()
                .collect(groupingBy(card -> card.deal().state(), TreeMap::new, toList()));
        return new Board(cards.entrySet().stream()
                .map(column -> new Board.Column(
                        column.getKey(),
                        column.getValue().getFirst().total(),
                        column.getValue().getFirst().worth(),
                        column.getValue().stream().map(Card::deal).toList()))
                .toList());
    }

    /** What is under way: neither given up nor paid. */
    private static String board(Filter filter) {
        return """
            SELECT * FROM (
                SELECT %s, count(*) OVER whole AS total, sum(d.at_stake) OVER whole AS worth,
                       row_number() OVER (PARTITION BY d.state ORDER BY d.state_since, d.id) AS place
                FROM %s AND d.state IN ('QUOTED', 'ACCEPTED', 'AWAITING_SHIPMENT', 'SCHEDULED', 'IN_TRANSIT', 'LOST',
                                        'RECEIVED', 'REQUOTED', 'AGREED', 'RETURNING')%s
                WINDOW whole AS (PARTITION BY d.state)) board
            WHERE place <= %d ORDER BY place
            """.formatted(DealsStore.COLUMNS, DealsStore.FROM, filter.sql(), BOARD_MOST);
    }
}
