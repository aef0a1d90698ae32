package medflip.catalog.read.prices;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.read.buyers.BuyersViews;
import medflip.catalog.read.prices.StockValue.ItemValue;
import medflip.catalog.read.products.ProductsViews;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

/**
 * Today is 2026-11-24. A deal's lot is three boxes of Verio that came on 22 November, expire in September 2027 and cost
 * $16.50 each: ten months are left. Buyers take ten percent off their lists.
 */
class StockValueTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new PricesProjection(),
            ProductsViews.projection(),
            BuyersViews.projection(),
            StockViews.projection(),
            WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealId deal = facts.newDeal();
    private final BuyerId rescue = facts.newBuyer();
    private final BuyerId galaxy = facts.newBuyer();
    private final StockValueStore store = new StockValueStore(
            ReadDatabase.tenants(),
            new PricesStore(
                    ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC)));

    @Test
    void a_day_counts_what_came_until_its_end_and_not_what_went_later() {
        fixture.given(
                facts.signedUp(),
                facts.stocked(deal),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "A", "2026-11-24"));
        assertThat(on("2026-11-21").boxes()).isZero();
        assertThat(on("2026-11-21").cost()).isEqualTo(usd("0"));
        assertThat(on("2026-11-22").cost()).isEqualTo(usd("49.50"));
        assertThat(on("2026-11-23").boxes()).isEqualTo(3);
        assertThat(on("2026-11-24").items())
                .containsExactly(new ItemValue(Facts.VERIO, 2, 0, usd("33.00"), usd("0.00")));
    }

    @Test
    void what_is_written_down_late_counts_on_the_day_it_happened() {
        fixture.given(facts.signedUp(), facts.stocked(deal));
        assertThat(on("2026-11-23").cost()).isEqualTo(usd("49.50"));
        fixture.given(facts.writtenOff(deal, Ids.next(), "16.50"));
        assertThat(on("2026-11-23").cost()).isEqualTo(usd("33.00"));
        assertThat(on("2026-11-22").cost()).isEqualTo(usd("49.50"));
    }

    @Test
    void a_split_moves_cost_and_makes_none() {
        LotId part = LotId.of(fixture.tenant(), Ids.next());
        fixture.given(
                facts.signedUp(),
                facts.stocked(deal),
                facts.split(deal, part, "16.50"),
                facts.part(deal, part, "16.50"));
        assertThat(on("2026-11-23").boxes()).isEqualTo(3);
        assertThat(on("2026-11-23").cost()).isEqualTo(usd("49.50"));
    }

    @Test
    void what_left_the_shelf_wholly_is_no_line_of_it() {
        fixture.given(
                facts.signedUp(),
                facts.stocked(deal),
                facts.sold(deal, Ids.next(), 3, "78.00", "49.50", "A", "2026-11-24"));
        assertThat(on("2026-11-24").items()).isEmpty();
        fixture.given(new LotTakenBack(LotId.of(deal, 1), deal));
        assertThat(on("2026-11-23").items()).isEmpty();
    }

    @Test
    void the_best_buyers_price_of_that_day_is_what_the_boxes_would_have_brought() {
        fixture.given(
                facts.signedUp(),
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.buyerAdded(rescue, "StripRescue", 4),
                facts.buyerAdded(galaxy, "Galaxy", 4),
                prices(rescue, 1, "2026-10-01", new TierPrice(10, usd("30.00")), new TierPrice(6, usd("20.00"))),
                prices(galaxy, 1, "2026-11-24", new TierPrice(6, usd("32.00"))));
        assertThat(on("2026-11-23").expected()).as("27 dollars a box").isEqualTo(usd("81.00"));
        assertThat(on("2026-11-24").expected())
                .as("Galaxy pays more from then on")
                .isEqualTo(usd("86.40"));
        assertThat(on("2026-11-24").items().getFirst().expectedProfit()).isEqualTo(usd("36.90"));
        fixture.given(new PricesWithdrawn(PriceListId.of(galaxy), 1));
        assertThat(on("2026-12-01").expected()).as("nine months are left").isEqualTo(usd("54.00"));
        assertThat(on("2027-06-01").items())
                .as("three months are too few for every buyer")
                .containsExactly(new ItemValue(Facts.VERIO, 3, 0, usd("49.50"), usd("0.00")));
        fixture.given(new BuyerRetired(rescue));
        assertThat(on("2026-11-23").expected()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_grade_or_an_expiry_that_is_corrected_was_always_so() {
        LotId lot = LotId.of(deal, 1);
        fixture.given(
                facts.signedUp(),
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.buyerAdded(rescue, "StripRescue", 4),
                prices(rescue, 1, "2026-10-01", new TierPrice(10, usd("30.00")), new TierPrice(6, usd("20.00"))),
                new LotRegraded(lot, deal, Grade.PERFECT, Grade.SLIGHT_DAMAGE));
        assertThat(on("2026-11-22").expected()).as("half of 27 dollars a box").isEqualTo(usd("40.50"));
        fixture.given(
                new LabelCorrected(lot, deal, null, YearMonth.of(2027, 6)),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "A", "2026-11-24"));
        assertThat(on("2026-11-22").expected()).as("half of 18 dollars a box").isEqualTo(usd("27.00"));
        assertThat(on("2026-11-22").boxes()).isEqualTo(3);
        assertThat(on("2026-11-24").expected()).isEqualTo(usd("18.00"));
        assertThat(on("2026-11-24").cost()).isEqualTo(usd("33.00"));
    }

    @Test
    void the_value_of_a_day_is_a_file_as_well() {
        fixture.given(
                facts.signedUp(),
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.buyerAdded(rescue, "StripRescue", 4),
                prices(rescue, 1, "2026-10-01", new TierPrice(10, usd("30.00"))));
        assertThat(QuerySide.of(fixture.tenant())
                        .get("/api/reports/inventory-value.csv?on=2026-11-23")
                        .body())
                .isEqualTo("Item,Boxes,Cost,Boxes that a buyer takes,Expected sale,Expected profit,Currency\r\n"
                        + Facts.VERIO + ",3,49.50,3,81.00,31.50,USD\r\n");
    }

    private StockValue on(String day) {
        return store.on(fixture.tenant(), day(day)).orElseThrow();
    }

    private PricesPublished prices(BuyerId buyer, int version, String from, TierPrice... tiers) {
        return new PricesPublished(
                PriceListId.of(buyer),
                buyer,
                version,
                day(from),
                Prices.usual(List.of(new PriceLine(facts.product(Facts.VERIO), List.of(tiers)))));
    }
}
