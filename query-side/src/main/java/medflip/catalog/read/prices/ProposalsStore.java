package medflip.catalog.read.prices;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.money;
import static medflip.platform.web.Columns.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.PriceBook.Bid;
import medflip.catalog.read.prices.PriceBook.KnownBuyer;
import medflip.catalog.read.prices.SaleProposal.ProposedLot;
import medflip.catalog.read.prices.SaleProposal.ProposedSale;
import medflip.catalog.read.prices.SaleProposal.Refused;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.web.Filter;
import org.springframework.stereotype.Component;

/**
 * Asks the price book what buyers would pay for what is on hand. What it says is advice: what is agreed stands in the
 * sale, and the lots themselves decide whether they may go.
 */
@Component
class ProposalsStore {

    private static final UUID NO_SALE = new UUID(0, 0);
    private static final int LOTS_MAX = 500;

    private static final String ON_HAND = """
            FROM (SELECT t.*, greatest(t.on_hand - t.set_aside + coalesce(a.boxes, 0), 0) AS free
                  FROM lot t LEFT JOIN boxes_set_aside a ON {a.tenant} AND a.lot_id = t.id AND a.sale_id = :sale
                  WHERE {t.tenant} AND t.on_hand > 0) c
            WHERE true""";

    /** Boxes that are alike have one price, however many lots they are. */
    private static final String ALIKE = """
            SELECT c.product_id, c.expiry, c.grade, c.hold IS NOT NULL AS held, c.free = 0 AS kept, c.currency,
                   count(*) AS lots, sum(CASE WHEN c.free = 0 THEN c.on_hand ELSE c.free END) AS boxes,
                   sum(round(c.cost_on_hand::numeric * c.free / c.on_hand))::bigint AS cost
            """;

    private static final String BY_KIND = " GROUP BY 1, 2, 3, 4, 5, 6";

    /** Boxes that are alike, of one lot or of many. */
    private record Boxes(
            UUID product, YearMonth expiry, Grade grade, boolean held, boolean kept, int lots, int boxes, Money cost) {}

    /** What the lists say on the day of the order, and on the day the boxes arrive. */
    private record Books(PriceBook today, PriceBook then, LocalDate shipOn) {

        /** Some buyers' price is that of the order, others' that of the receipt. */
        PriceBook of(KnownBuyer buyer) {
            return buyer.terms().priceFixed() == PriceFixed.ON_ORDER ? today : then;
        }

        List<KnownBuyer> buyers() {
            return Stream.concat(today.buyers().stream(), then.buyers().stream())
                    .distinct()
                    .filter(buyer -> of(buyer).buyers().contains(buyer))
                    .toList();
        }

        Bid bid(KnownBuyer buyer, UUID product, YearMonth expiry, Grade grade, boolean held, boolean kept) {
            if (held) {
                return Bid.none(BidObstacle.ON_HOLD);
            }
            return kept ? Bid.none(BidObstacle.SET_ASIDE) : of(buyer).bid(buyer, product, expiry, grade, shipOn);
        }
    }

    private final TenantJdbc tenants;
    private final PricesStore prices;

    ProposalsStore(TenantJdbc tenants, PricesStore prices) {
        this.tenants = tenants;
        this.prices = prices;
    }

    /** What each buyer would pay, the most first. */
    List<SaleProposal> proposals(TenantId tenant, FindProposals question) {
        PricingRules rules = prices.rules(tenant);
        LocalDate today = prices.today(tenant);
        return tenants.read(tenant, queries -> {
            Books books = books(queries, tenant, rules, today, question);
            List<Boxes> all = alike(queries, question);
            return books.buyers().stream()
                    .map(buyer -> proposal(books, asked(buyer, question), all))
                    .filter(proposal -> proposal.boxes() > 0 || question.lotIds() != null)
                    .sorted(Comparator.comparing(SaleProposal::value).reversed().thenComparing(SaleProposal::buyerName))
                    .toList();
        });
    }

    /** Empty where there is no such buyer that is sold to. */
    Optional<ProposedSale> proposal(TenantId tenant, UUID id, FindProposals question) {
        PricingRules rules = prices.rules(tenant);
        LocalDate today = prices.today(tenant);
        return tenants.read(tenant, queries -> {
            Books books = books(queries, tenant, rules, today, question);
            return PriceBookStore.buyer(queries, id).map(known -> {
                KnownBuyer buyer = asked(known, question);
                SaleProposal proposal = proposal(books, buyer, alike(queries, question));
                return new ProposedSale(proposal, books.shipOn(), lots(queries, question, books, buyer, rules));
            });
        });
    }

    private static Books books(
            TenantJdbc.Queries queries, TenantId tenant, PricingRules rules, LocalDate today, FindProposals question) {
        LocalDate shipOn = Objects.requireNonNullElse(question.shipOn(), today);
        PriceBook now = PriceBookStore.open(queries, tenant, rules, today, null);
        return new Books(
                now, shipOn.equals(today) ? now : PriceBookStore.open(queries, tenant, rules, shipOn, null), shipOn);
    }

    /** The buyer, on the terms that were asked for. */
    private static KnownBuyer asked(KnownBuyer buyer, FindProposals question) {
        Integer months = question.minimumMonths();
        return months == null
                ? buyer
                : new KnownBuyer(buyer.id(), buyer.name(), buyer.terms().lasting(months));
    }

    private static SaleProposal proposal(Books books, KnownBuyer buyer, List<Boxes> all) {
        int lots = 0;
        int boxes = 0;
        Money value = Money.zero("USD");
        Money cost = Money.zero("USD");
        Map<BidObstacle, Integer> refused = new EnumMap<>(BidObstacle.class);
        for (Boxes some : all) {
            Bid bid = books.bid(buyer, some.product(), some.expiry(), some.grade(), some.held(), some.kept());
            if (bid.price() == null) {
                refused.merge(Objects.requireNonNull(bid.obstacle()), some.boxes(), Integer::sum);
            } else {
                lots += some.lots();
                boxes += some.boxes();
                value = value.plus(bid.price().times(some.boxes()));
                cost = cost.plus(some.cost());
            }
        }
        return new SaleProposal(
                buyer.id(),
                buyer.name(),
                buyer.terms().minimumMonths(),
                buyer.terms().deduction(),
                buyer.terms().paymentDays(),
                lots,
                boxes,
                value,
                cost,
                value.minus(cost),
                refused.entrySet().stream()
                        .map(reason -> new Refused(reason.getKey(), reason.getValue()))
                        .toList());
    }

    private static List<Boxes> alike(TenantJdbc.Queries queries, FindProposals question) {
        Filter filter = filter(question);
        return filter.query(queries, ALIKE + ON_HAND + filter.sql() + BY_KIND)
                .query((row, number) -> new Boxes(
                        id(row, "product_id"),
                        month(row, "expiry"),
                        constant(row, "grade", Grade.class),
                        row.getBoolean("held"),
                        row.getBoolean("kept"),
                        row.getInt("lots"),
                        row.getInt("boxes"),
                        money(row, "cost")))
                .list();
    }

    /** What the buyer takes stands in front, and so is never cut off by what it doesn't. */
    private static List<ProposedLot> lots(
            TenantJdbc.Queries queries, FindProposals question, Books books, KnownBuyer buyer, PricingRules rules) {
        Filter filter = filter(question);
        List<ProposedLot> taken = new ArrayList<>();
        List<ProposedLot> refused = new ArrayList<>();
        try (Stream<ProposedLot> lots = filter
                .query(
                        queries,
                        "SELECT c.*, round(c.cost_on_hand::numeric / c.on_hand)::bigint AS unit_cost " + ON_HAND
                                + filter.sql() + " ORDER BY c.expiry, c.id")
                .withFetchSize(LOTS_MAX)
                .query((row, number) -> lot(row, books, buyer, rules))
                .stream()) {
            lots.takeWhile(lot -> taken.size() < LOTS_MAX).forEach(lot -> {
                if (lot.obstacle() == null) {
                    taken.add(lot);
                } else if (refused.size() < LOTS_MAX) {
                    refused.add(lot);
                }
            });
        }
        taken.addAll(refused.subList(0, Math.min(refused.size(), LOTS_MAX - taken.size())));
        return taken;
    }

    private static ProposedLot lot(ResultSet row, Books books, KnownBuyer buyer, PricingRules rules)
            throws SQLException {
        YearMonth expiry = month(row, "expiry");
        Grade grade = constant(row, "grade", Grade.class);
        int free = row.getInt("free");
        Bid bid = books.bid(buyer, id(row, "product_id"), expiry, grade, row.getString("hold") != null, free == 0);
        return new ProposedLot(
                id(row, "id"),
                row.getString("item"),
                expiry,
                grade,
                row.getString("location"),
                free,
                rules.monthCount().left(books.shipOn(), expiry),
                money(row, "unit_cost"),
                bid.price(),
                bid.obstacle());
    }

    private static Filter filter(FindProposals question) {
        Filter filter = new Filter()
                .with("sale", Objects.requireNonNullElse(question.saleId(), NO_SALE))
                .words(question.search(), "c.search");
        return question.lotIds() == null
                ? filter
                : filter.and("c.id = ANY(:lots)", "lots", question.lotIds().toArray(UUID[]::new));
    }
}
