package medflip.catalog.read.trade;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.catalog.read.products.ProductsViews;
import medflip.catalog.read.trade.ProductTrade.ProductBoxes;
import medflip.catalog.read.trade.ProductTrade.ProductPurchase;
import medflip.catalog.read.trade.ProductTrade.ProductSale;
import medflip.catalog.read.trade.ProductTrade.ProductSold;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.sales.SalesViews;
import org.junit.jupiter.api.Test;

class ProductTradeTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            WorkspaceViews.projection(),
            ProductsViews.projection(),
            PeopleViews.projection(),
            DealsViews.projection(),
            StockViews.projection(),
            SalesViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final TradeStore store = new TradeStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_product_tells_what_was_bought_what_is_left_and_what_it_brought() {
        UUID sale = Ids.next();
        fixture.given(
                facts.signedUp(),
                facts.added(Facts.VERIO),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.stocked(deal),
                facts.sold(deal, sale, 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"));
        assertThat(trade(Facts.VERIO).bought()).isEqualTo(new ProductBoxes(3, usd("49.50")));
        assertThat(trade(Facts.VERIO).onHand()).isEqualTo(new ProductBoxes(2, usd("33.00")));
        assertThat(trade(Facts.VERIO).sold()).isEqualTo(new ProductSold(1, usd("28.00"), usd("16.50"), usd("11.50")));
        assertThat(trade(Facts.VERIO).purchases())
                .containsExactly(new ProductPurchase(
                        LotId.of(deal, 1).local(),
                        deal.local(),
                        "Pat Doe",
                        day("2026-11-22"),
                        Facts.EXPIRY,
                        Grade.PERFECT,
                        3,
                        2,
                        usd("49.50")));
        assertThat(trade(Facts.VERIO).sales())
                .containsExactly(new ProductSale(
                        sale,
                        LotId.of(deal, 1).local(),
                        "StripRescue LLC",
                        day("2026-11-24"),
                        null,
                        1,
                        usd("28.00"),
                        usd("11.50")));
    }

    @Test
    void what_was_split_off_was_bought_once() {
        LotId part = LotId.of(fixture.tenant(), Ids.next());
        fixture.given(
                facts.signedUp(),
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.split(deal, part, "16.50"),
                facts.part(deal, part, "16.50"));
        assertThat(trade(Facts.VERIO).bought()).isEqualTo(new ProductBoxes(3, usd("49.50")));
        assertThat(trade(Facts.VERIO).onHand()).isEqualTo(new ProductBoxes(3, usd("49.50")));
        assertThat(trade(Facts.VERIO).purchases()).hasSize(1);
    }

    @Test
    void a_product_that_was_never_dealt_in_has_nothing_and_an_unknown_one_isnt_there() {
        fixture.given(facts.signedUp(), facts.added(Facts.GUIDE));
        assertThat(trade(Facts.GUIDE).bought()).isEqualTo(new ProductBoxes(0, usd("0")));
        assertThat(trade(Facts.GUIDE).sold().profit()).isEqualTo(usd("0"));
        assertThat(store.trade(fixture.tenant(), UUID.randomUUID())).isEmpty();
    }

    private ProductTrade trade(String product) {
        return store.trade(fixture.tenant(), facts.product(product).local()).orElseThrow();
    }
}
