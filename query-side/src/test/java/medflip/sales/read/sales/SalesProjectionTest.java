package medflip.sales.read.sales;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.LotId;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SalesProjectionTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(new SalesProjection(), DealsViews.projection(), PeopleViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final SalesStore store = new SalesStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_sale_knows_what_it_brought_and_whose_boxes_they_were() {
        UUID sale = Ids.next();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.sold(deal, sale, 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"));
        assertThat(sales(null, null, null, null))
                .containsExactly(new SaleItem(
                        sale,
                        LotId.of(deal, 1).local(),
                        deal.local(),
                        "Pat Doe",
                        facts.product(Facts.VERIO).local(),
                        Facts.VERIO,
                        "StripRescue LLC",
                        1,
                        usd("28.00"),
                        usd("16.50"),
                        usd("11.50"),
                        day("2026-11-24")));
    }

    @Test
    void a_sale_below_cost_is_a_loss() {
        fixture.given(facts.sold(deal, 1, "10.00", "16.50"));
        assertThat(sales(null, null, null, null)).extracting(SaleItem::profit).containsExactly(usd("-6.50"));
    }

    @Test
    void sales_filter_by_words_buyer_and_day() {
        fixture.given(
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"),
                facts.sold(deal, Ids.next(), 1, "27.00", "16.50", "Magrathea Wholesale", "2026-11-25"));
        assertThat(sales("magra verio", null, null, null)).hasSize(1);
        assertThat(sales("magra guide", null, null, null)).isEmpty();
        assertThat(sales(null, "StripRescue LLC", null, null)).hasSize(1);
        assertThat(sales(null, "StripRescue", null, null)).isEmpty();
        assertThat(sales(null, null, day("2026-11-25"), null)).hasSize(1);
        assertThat(sales(null, null, day("2026-11-24"), day("2026-11-25"))).hasSize(2);
        assertThat(sales(null, null, day("2026-11-26"), null)).isEmpty();
    }

    @Test
    void buyers_are_listed_once_each() {
        fixture.given(
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "StripRescue LLC", "2026-11-24"),
                facts.sold(deal, Ids.next(), 1, "27.00", "16.50", "Magrathea Wholesale", "2026-11-25"));
        assertThat(store.buyers(fixture.tenant())).containsExactly("Magrathea Wholesale", "StripRescue LLC");
    }

    private List<SaleItem> sales(
            @Nullable String search, @Nullable String buyer, @Nullable LocalDate from, @Nullable LocalDate to) {
        return store.page(fixture.tenant(), new FindSales(search, buyer, from, to), new PageRequest(null, null, null))
                .items();
    }
}
