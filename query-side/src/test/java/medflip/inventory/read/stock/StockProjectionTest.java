package medflip.inventory.read.stock;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.catalog.events.Grade;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.LotId;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.sales.SalesViews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new StockProjection(), DealsViews.projection(), PeopleViews.projection(), SalesViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final StockStore store = new StockStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_stocked_lot_is_on_hand_at_its_landed_cost() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat), facts.stocked(deal));
        assertThat(lots(null, true))
                .containsExactly(new LotItem(
                        LotId.of(deal, 1).local(),
                        deal.local(),
                        "Pat Doe",
                        facts.product(Facts.VERIO).local(),
                        Facts.VERIO,
                        Facts.EXPIRY,
                        Grade.PERFECT,
                        3,
                        3,
                        usd("49.50"),
                        usd("49.50"),
                        day("2026-11-22"),
                        0));
    }

    @Test
    void what_is_sold_leaves_the_shelf_with_its_cost() {
        fixture.given(facts.stocked(deal), facts.sold(deal, 1, "28.00", "16.50"));
        LotItem lot = lots(null, true).getFirst();
        assertThat(lot.onHand()).isEqualTo(2);
        assertThat(lot.stocked()).isEqualTo(3);
        assertThat(lot.costOnHand()).isEqualTo(usd("33.00"));
        assertThat(lot.landedCost()).isEqualTo(usd("49.50"));
        assertThat(lot.version()).isEqualTo(1);
    }

    @Test
    void a_sold_out_lot_is_listed_only_where_it_is_asked_for() {
        fixture.given(facts.stocked(deal), facts.sold(deal, 3, "78.00", "49.50"));
        assertThat(lots(null, null)).isEmpty();
        assertThat(lots(null, true)).isEmpty();
        assertThat(lots(null, false)).extracting(LotItem::onHand).containsExactly(0);
    }

    @Test
    void a_lot_tells_its_sales() {
        fixture.given(
                facts.stocked(deal), facts.sold(deal, 1, "28.00", "16.50"), facts.sold(deal, 2, "50.00", "33.00"));
        Lot lot = store.lot(fixture.tenant(), LotId.of(deal, 1).local()).orElseThrow();
        assertThat(lot.sales()).extracting(Lot.LotSale::profit).containsExactlyInAnyOrder(usd("11.50"), usd("17.00"));
        assertThat(lot.version()).isEqualTo(2);
    }

    @Test
    void lots_are_found_by_item_and_by_the_person_they_came_from() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat), facts.stocked(deal));
        assertThat(lots("verio doe", true)).hasSize(1);
        assertThat(lots("verio roe", true)).isEmpty();
    }

    private List<LotItem> lots(@Nullable String search, @Nullable Boolean onHand) {
        return store.page(fixture.tenant(), new FindStock(search, onHand), new PageRequest(null, null, null))
                .items();
    }
}
