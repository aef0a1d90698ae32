package medflip.reports.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.read.buyers.BuyersViews;
import medflip.catalog.read.products.ProductsViews;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.kernel.PersonName;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.events.SaleId;
import medflip.sales.read.sales.SalesViews;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            PeopleViews.projection(),
            DealsViews.projection(),
            StockViews.projection(),
            SalesViews.projection(),
            ProductsViews.projection(),
            BuyersViews.projection(),
            new SearchProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final SearchStore store = new SearchStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @BeforeEach
    void a_deal_with_a_lot_is_there() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.stocked(deal));
    }

    @Test
    void a_name_finds_the_person_and_their_deals() {
        assertThat(store.search(fixture.tenant(), "pat"))
                .containsExactly(
                        new Hit(Hit.Kind.customer, pat.local(), "Pat Doe", "+16175550155, pat.doe@example.com"),
                        new Hit(Hit.Kind.deal, deal.local(), "OneTouch Verio 50ct ×3", "Pat Doe, 2026-11-20, quoted"));
    }

    @Test
    void a_phone_number_finds_the_person_however_it_is_written() {
        assertThat(store.search(fixture.tenant(), "617-555-0155"))
                .extracting(Hit::id)
                .contains(pat.local());
    }

    @Test
    void an_item_finds_the_product_deals_and_lots() {
        assertThat(store.search(fixture.tenant(), "verio"))
                .containsExactly(
                        new Hit(
                                Hit.Kind.product,
                                facts.product(Facts.VERIO).local(),
                                "OneTouch Verio 50ct",
                                "53885-0271-50, LifeScan"),
                        new Hit(Hit.Kind.deal, deal.local(), "OneTouch Verio 50ct ×3", "Pat Doe, 2026-11-20, quoted"),
                        new Hit(
                                Hit.Kind.lot,
                                LotId.of(deal, 1).local(),
                                "OneTouch Verio 50ct",
                                "exp 2027-09, 3 on hand"));
    }

    @Test
    void the_beginning_of_a_lot_number_finds_the_lot_in_small_letters_too() {
        LotId lot = LotId.of(deal, 1);
        fixture.given(new LabelCorrected(lot, deal, "KX2207", YearMonth.of(2027, 9)));
        Hit hit = new Hit(Hit.Kind.lot, lot.local(), "OneTouch Verio 50ct", "exp 2027-09, 3 on hand");
        assertThat(store.search(fixture.tenant(), "kx22")).containsExactly(hit);
        assertThat(store.search(fixture.tenant(), "KX2207")).containsExactly(hit);
        assertThat(store.search(fixture.tenant(), "2207")).isEmpty();
    }

    @Test
    void part_of_a_buyers_name_finds_what_was_sold_to_it() {
        SaleId sale = facts.newSale();
        fixture.given(facts.drafted(sale, deal, 1, "29.00"));
        assertThat(store.search(fixture.tenant(), "rescue")).extracting(Hit::id).containsExactly(sale.local());
    }

    @Test
    void what_was_texted_finds_the_conversation_by_its_latest_text_that_says_so() {
        UUID conversation = Ids.next();
        ReadDatabase.service()
                .sql("""
                        INSERT INTO conversation (tenant_id, id, number, last_at, last_incoming, unseen, version)
                        VALUES (:tenant, :id, '+16175550100', now(), true, true, 2)
                        """)
                .param("tenant", fixture.tenant().value())
                .param("id", conversation)
                .update();
        for (int i = 1; i <= 3; i++) {
            ReadDatabase.service()
                    .sql("""
                            INSERT INTO conversation_text
                                (tenant_id, conversation_id, id, position, incoming, body, at, state)
                            VALUES (:tenant, :conversation, :id, :position, true, :body, now(), 'RECEIVED')
                            """)
                    .param("tenant", fixture.tenant().value())
                    .param("conversation", conversation)
                    .param("id", Ids.next())
                    .param("position", i)
                    .param("body", i == 3 ? "Thanks!" : "Sealed boxes, number " + i)
                    .update();
        }
        assertThat(store.search(fixture.tenant(), "boxes SEALED"))
                .containsExactly(
                        new Hit(Hit.Kind.conversation, conversation, "Sealed boxes, number 2", "+16175550100"));
        assertThat(store.search(new TenantId(Ids.next()), "sealed")).isEmpty();
    }

    @Test
    void a_tracking_number_finds_the_sale() {
        SaleId sale = facts.newSale();
        fixture.given(facts.drafted(sale, deal, 1, "29.00"), facts.shipped(sale, deal, 1, "29.00"));
        assertThat(store.search(fixture.tenant(), "1z999aa1"))
                .containsExactly(
                        new Hit(Hit.Kind.sale, sale.local(), "StripRescue LLC", "2026-11-30, shipped, 1Z999AA1"));
    }

    @Test
    void a_mistyped_name_finds_who_and_what_is_called_nearly_so() {
        CustomerId anderson = facts.newCustomer();
        fixture.given(facts.registered(anderson, "Marta Anderson"));
        for (String typed : List.of("andersen", "adnerson", "andreson", "ndersonn", "andeson", "marat andersson")) {
            assertThat(store.search(fixture.tenant(), typed))
                    .as(typed)
                    .extracting(Hit::id)
                    .isEqualTo(typed.equals("ndersonn") ? List.of() : List.of(anderson.local()));
        }
        assertThat(store.search(fixture.tenant(), "veroi"))
                .extracting(Hit::id)
                .containsExactly(facts.product(Facts.VERIO).local());
    }

    @Test
    void a_renamed_person_is_no_longer_near_the_old_name() {
        fixture.given(new CustomerRenamed(pat, new PersonName("Robin Quixworth")));
        assertThat(store.search(fixture.tenant(), "quixwort"))
                .extracting(Hit::id)
                .contains(pat.local());
        assertThat(store.search(fixture.tenant(), "qiuxworth"))
                .extracting(Hit::id)
                .containsExactly(pat.local());
        fixture.given(new CustomerRenamed(pat, new PersonName("Robin Doe")));
        assertThat(store.search(fixture.tenant(), "qiuxworth")).isEmpty();
    }

    @Test
    void nothing_finds_nothing() {
        assertThat(store.search(fixture.tenant(), "  ")).isEmpty();
        assertThat(store.search(fixture.tenant(), "zaphod")).isEmpty();
    }

    @Test
    void at_most_thirty_are_found() {
        for (int i = 0; i < 30; i++) {
            DealId each = facts.newDeal();
            fixture.givenAtOnce(
                    facts.registered(facts.newCustomer(), "Pat " + i), facts.quoted(each, pat), facts.stocked(each));
        }
        assertThat(store.search(fixture.tenant(), "p")).hasSizeLessThanOrEqualTo(30);
        assertThat(store.search(fixture.tenant(), "t")).hasSize(21);
    }
}
