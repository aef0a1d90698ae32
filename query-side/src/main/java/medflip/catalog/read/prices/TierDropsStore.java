package medflip.catalog.read.prices;

import static medflip.platform.web.Columns.constant;
import static medflip.platform.web.Columns.id;
import static medflip.platform.web.Columns.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.PriceBook.Offer;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.TenantJdbc;
import org.springframework.stereotype.Component;

/** Looks ahead at what the boxes on hand will be worth to the best buyer. */
@Component
class TierDropsStore {

    /** How far ahead boxes are looked at. */
    private static final int MONTHS_AHEAD = 12;

    private final TenantJdbc tenants;
    private final PricesStore prices;

    TierDropsStore(TenantJdbc tenants, PricesStore prices) {
        this.tenants = tenants;
        this.prices = prices;
    }

    /** When boxes on hand will lose worth within the next twelve months, the soonest first. */
    List<TierDrop> tierDrops(TenantId tenant, FindTierDrops question) {
        PricingRules rules = prices.rules(tenant);
        LocalDate today = prices.today(tenant);
        return tenants.read(tenant, queries -> {
            PriceBook book = PriceBookStore.open(queries, tenant, rules, today, question.productId());
            return queries
                    .query("""
                            SELECT t.product_id, coalesce(p.name, min(t.item)) AS item, t.expiry, t.grade,
                                sum(t.on_hand) AS boxes
                            FROM lot t LEFT JOIN product p ON {p.tenant} AND p.id = t.product_id
                            WHERE {t.tenant} AND t.on_hand > 0
                              AND (CAST(:product AS uuid) IS NULL OR t.product_id = :product)
                            GROUP BY t.product_id, p.name, t.expiry, t.grade
                            """)
                    .param("product", question.productId())
                    .query((row, number) -> drop(
                            book,
                            today,
                            id(row, "product_id"),
                            row.getString("item"),
                            month(row, "expiry"),
                            constant(row, "grade", Grade.class),
                            row.getInt("boxes")))
                    .list()
                    .stream()
                    .flatMap(Optional::stream)
                    .filter(drop -> question.withinDays() == null
                            || !drop.dropsOn().isAfter(today.plusDays(question.withinDays())))
                    .sorted(Comparator.comparing(TierDrop::dropsOn)
                            .thenComparing(TierDrop::loss, Comparator.reverseOrder())
                            .thenComparing(TierDrop::item)
                            .thenComparing(TierDrop::expiry))
                    .toList();
        });
    }

    /** Months begin on their first day, so that is when prices drop. */
    private static Optional<TierDrop> drop(
            PriceBook book, LocalDate today, UUID product, String item, YearMonth expiry, Grade grade, int boxes) {
        List<Offer> now = book.offers(product, expiry, grade, today);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        Offer best = now.getFirst();
        for (int ahead = 1; ahead <= MONTHS_AHEAD; ahead++) {
            LocalDate day = YearMonth.from(today).plusMonths(ahead).atDay(1);
            List<Offer> then = book.offers(product, expiry, grade, day);
            Money later = then.isEmpty() ? null : then.getFirst().price();
            Money loss = later == null ? best.price() : best.price().minus(later);
            if (loss.isPositive()) {
                return Optional.of(new TierDrop(
                        product,
                        item,
                        expiry,
                        grade,
                        boxes,
                        best.buyer().id(),
                        best.buyer().name(),
                        best.price(),
                        day,
                        later,
                        loss,
                        loss.times(boxes)));
            }
        }
        return Optional.empty();
    }
}
