package medflip.catalog.read.prices;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct.Refusal;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.read.buyers.BuyersViews;
import medflip.catalog.read.prices.PriceAnswer.BuyerOffer;
import medflip.catalog.read.prices.PriceList.ListVersion;
import medflip.catalog.read.prices.ProductPrices.BoxPrices;
import medflip.catalog.read.products.ProductsViews;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.read.stock.StockViews;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Today is 2026-11-24: boxes that expire in June have 7 months left. */
class PricesProjectionTest {

    private static final YearMonth JUNE = YearMonth.of(2027, 6);

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new PricesProjection(),
            ProductsViews.projection(),
            BuyersViews.projection(),
            StockViews.projection(),
            DealsViews.projection(),
            PeopleViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final PricesStore store =
            new PricesStore(ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private final TierDropsStore drops = new TierDropsStore(ReadDatabase.tenants(), store);
    private final PriceListId own = PriceListId.own(fixture.tenant());
    private final ProductId verio = facts.product(Facts.VERIO);
    private final BuyerId rescue = facts.newBuyer();
    private final BuyerId galaxy = facts.newBuyer();

    @Test
    void the_last_version_to_take_effect_is_in_force() {
        fixture.given(
                facts.added(Facts.VERIO),
                published(own, 1, "2026-10-01", tier(8, "20.00")),
                published(own, 2, "2026-11-24", tier(8, "21.00")),
                published(own, 3, "2026-12-01", tier(8, "22.00")),
                published(own, 4, "2026-10-15", tier(8, "19.00")));
        PriceList list = store.list(fixture.tenant(), own.local()).orElseThrow();
        assertThat(list.inForce()).isEqualTo(2);
        assertThat(list.latest()).isEqualTo(4);
        assertThat(list.version()).isEqualTo(3);
        assertThat(list.versions()).extracting(ListVersion::number).containsExactly(4, 3, 2, 1);
        assertThat(prices(null).lines().getFirst().tiers()).containsExactly(tier(8, "21.00"));
        assertThat(prices(3).lines().getFirst().item()).isEqualTo(Facts.VERIO);
    }

    @Test
    void a_withdrawn_version_holds_no_longer_and_stays_to_be_seen() {
        fixture.given(
                facts.added(Facts.VERIO),
                published(own, 1, "2026-10-01", tier(8, "20.00")),
                published(own, 2, "2026-11-24", tier(8, "21.00")),
                new PricesWithdrawn(own, 2));
        assertThat(store.list(fixture.tenant(), own.local()).orElseThrow().inForce())
                .isEqualTo(1);
        assertThat(prices(2).withdrawn()).isTrue();
        assertThat(prices(null).number()).isEqualTo(1);
    }

    @Test
    void the_own_list_is_there_before_its_first_version_and_one_of_nobody_is_not() {
        assertThat(store.list(fixture.tenant(), own.local()).orElseThrow().latest())
                .isZero();
        assertThat(store.list(fixture.tenant(), UUID.randomUUID())).isEmpty();
        assertThat(store.prices(fixture.tenant(), own.local(), null)).isEmpty();
    }

    @Test
    void a_price_says_why() {
        fixture.given(facts.added(Facts.VERIO), published(own, 1, "2026-10-01", tier(8, "20.00"), tier(5, "14.00")));
        PriceAnswer answer = answer(JUNE, Grade.SLIGHT_DAMAGE);
        assertThat(answer.months()).isEqualTo(7);
        assertThat(answer.listed()).isEqualTo(new PriceAnswer.Listed(1, 5, usd("14.00"), 50, 100, usd("7.00")));
        assertThat(answer.refusal()).isNull();
        assertThat(answer.minimumMargin()).isEqualTo(PricingRules.USUAL.minimumMargin());
    }

    @Test
    void a_refusal_says_why_and_a_product_without_a_price_has_neither() {
        fixture.given(
                facts.added(Facts.VERIO), facts.added(Facts.GUIDE), published(own, 1, "2026-10-01", tier(8, "20.00")));
        assertThat(answer(JUNE, Grade.PERFECT).refusal()).isEqualTo(Refusal.TOO_FEW_MONTHS);
        assertThat(answer(YearMonth.of(2026, 10), Grade.PERFECT).refusal()).isEqualTo(Refusal.EXPIRED);
        PriceAnswer unlisted = store.answer(
                        fixture.tenant(), facts.product(Facts.GUIDE).local(), JUNE, Grade.PERFECT)
                .orElseThrow();
        assertThat(unlisted.listed()).isNull();
        assertThat(unlisted.refusal()).isNull();
    }

    @Test
    void months_are_counted_as_the_business_says() {
        fixture.given(
                facts.added(Facts.VERIO),
                published(own, 1, "2026-10-01", tier(8, "20.00")),
                new PricingRulesSet(own, new PricingRules(MonthCount.WITH_CURRENT, 25)));
        PriceAnswer answer = answer(JUNE, Grade.PERFECT);
        assertThat(answer.months()).isEqualTo(8);
        assertThat(answer.listed()).isNotNull();
        assertThat(answer.minimumMargin()).isEqualTo(25);
    }

    @Test
    void the_best_buyer_comes_first_less_what_it_takes_off() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.buyerAdded(rescue, "StripRescue LLC", 0),
                facts.buyerAdded(galaxy, "Galaxy Supplies", 0),
                published(PriceListId.of(rescue), 1, "2026-10-01", tier(6, "30.00")),
                published(PriceListId.of(galaxy), 1, "2026-10-01", tier(6, "32.00")));
        assertThat(answer(JUNE, Grade.PERFECT).offers())
                .containsExactly(
                        new BuyerOffer(galaxy.local(), "Galaxy Supplies", usd("28.80"), 1),
                        new BuyerOffer(rescue.local(), "StripRescue LLC", usd("27.00"), 1));
    }

    @Test
    void a_buyer_that_wants_more_months_or_is_retired_offers_nothing() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.buyerAdded(rescue, "StripRescue LLC", 8),
                facts.buyerAdded(galaxy, "Galaxy Supplies", 0),
                published(PriceListId.of(rescue), 1, "2026-10-01", tier(6, "30.00")),
                published(PriceListId.of(galaxy), 1, "2026-10-01", tier(6, "32.00")),
                new BuyerRetired(galaxy));
        assertThat(answer(JUNE, Grade.PERFECT).offers()).isEmpty();
    }

    @Test
    void a_non_retail_product_is_worth_its_share_of_its_retail_twin_unless_it_has_a_price_itself() {
        ProductId dme = facts.product("Verio 50 DME");
        ProductVariant variant = new ProductVariant(
                "Verio 50 DME", "strips", "LifeScan", "OneTouch", "Verio", 50, null, null, Channel.DME);
        Prices prices = new Prices(
                Prices.usual(List.of()).grades(),
                List.of(new ChannelShare(Channel.DME, 60)),
                List.of(new PriceLine(verio, List.of(tier(6, "20.00")))));
        fixture.given(
                facts.added(Facts.VERIO),
                new ProductAdded(dme, variant, null),
                new PricesPublished(own, null, 1, day("2026-10-01"), prices));
        assertThat(store.answer(fixture.tenant(), dme.local(), JUNE, Grade.PERFECT)
                        .orElseThrow()
                        .listed())
                .isEqualTo(new PriceAnswer.Listed(1, 6, usd("20.00"), 100, 60, usd("12.00")));

        fixture.given(new PricesPublished(
                own,
                null,
                2,
                day("2026-11-01"),
                Prices.usual(List.of(
                        new PriceLine(verio, List.of(tier(6, "20.00"))),
                        new PriceLine(dme, List.of(tier(6, "9.00")))))));
        assertThat(store.answer(fixture.tenant(), dme.local(), JUNE, Grade.PERFECT)
                        .orElseThrow()
                        .listed())
                .isEqualTo(new PriceAnswer.Listed(2, 6, usd("9.00"), 100, 100, usd("9.00")));
    }

    @Test
    void boxes_lose_worth_on_the_day_their_tier_ends_and_the_next_best_buyer_counts() {
        var deal = facts.newDeal();
        fixture.given(
                facts.added(Facts.VERIO),
                facts.buyerAdded(rescue, "StripRescue LLC", 0),
                facts.buyerAdded(galaxy, "Galaxy Supplies", 0),
                // The boxes expire in September: 10 months left now, 9 from December on.
                published(PriceListId.of(rescue), 1, "2026-10-01", tier(10, "30.00"), tier(5, "20.00")),
                published(PriceListId.of(galaxy), 1, "2026-10-01", tier(8, "25.00")),
                facts.stocked(deal));
        assertThat(drops.tierDrops(fixture.tenant(), FindTierDrops.ALL))
                .singleElement()
                .satisfies(drop -> {
                    assertThat(drop.boxes()).isEqualTo(3);
                    assertThat(drop.buyerName()).isEqualTo("StripRescue LLC");
                    assertThat(drop.price()).isEqualTo(usd("27.00"));
                    assertThat(drop.dropsOn()).isEqualTo(day("2026-12-01"));
                    assertThat(drop.laterPrice()).isEqualTo(usd("22.50"));
                    assertThat(drop.lossPerBox()).isEqualTo(usd("4.50"));
                    assertThat(drop.loss()).isEqualTo(usd("13.50"));
                });
        assertThat(found(6, null)).isEmpty();
        assertThat(found(7, null)).hasSize(1);
        assertThat(found(null, verio.local())).hasSize(1);
        assertThat(found(null, facts.product(Facts.GUIDE).local())).isEmpty();
    }

    private List<TierDrop> found(@Nullable Integer withinDays, @Nullable UUID product) {
        return drops.tierDrops(fixture.tenant(), new FindTierDrops(withinDays, product));
    }

    @Test
    void a_product_has_the_prices_of_all_lists_less_what_a_buyer_usually_takes_off() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.buyerAdded(rescue, "StripRescue LLC", 0),
                published(own, 1, "2026-10-01", tier(8, "20.00")),
                published(
                        PriceListId.of(rescue),
                        1,
                        "2026-10-01",
                        new TierPrice(8, usd("30.00"), usd("10.00")),
                        tier(5, "20.00")),
                published(PriceListId.of(rescue), 2, "2027-10-01", tier(8, "99.00")));
        assertThat(store.pricesOf(fixture.tenant(), verio.local()).orElseThrow())
                .containsExactly(
                        new ProductPrices(null, null, 1, List.of(new BoxPrices(8, usd("20.00"), usd("10.00")))),
                        new ProductPrices(
                                rescue.local(),
                                "StripRescue LLC",
                                1,
                                List.of(
                                        new BoxPrices(8, usd("27.00"), usd("9.00")),
                                        new BoxPrices(5, usd("18.00"), usd("9.00")))));
        assertThat(store.pricesOf(fixture.tenant(), UUID.randomUUID())).isEmpty();
    }

    @Test
    void a_price_of_its_own_for_slight_damage_is_kept_and_counts() {
        TierPrice tier = new TierPrice(5, usd("14.00"), usd("3.00"));
        fixture.given(facts.added(Facts.VERIO), published(own, 1, "2026-10-01", tier));
        assertThat(prices(null).lines().getFirst().tiers()).containsExactly(tier);
        assertThat(answer(JUNE, Grade.SLIGHT_DAMAGE).listed())
                .isEqualTo(new PriceAnswer.Listed(1, 5, usd("3.00"), 100, 100, usd("3.00")));
        assertThat(answer(JUNE, Grade.PERFECT).listed())
                .isEqualTo(new PriceAnswer.Listed(1, 5, usd("14.00"), 100, 100, usd("14.00")));
    }

    @Test
    void boxes_that_nobody_buys_lose_nothing_and_sold_ones_neither() {
        var deal = facts.newDeal();
        fixture.given(facts.added(Facts.VERIO), facts.buyerAdded(rescue, "StripRescue LLC", 0), facts.stocked(deal));
        assertThat(drops.tierDrops(fixture.tenant(), FindTierDrops.ALL)).isEmpty();
        fixture.given(
                published(PriceListId.of(rescue), 1, "2026-10-01", tier(10, "30.00")),
                facts.sold(deal, 3, "90.00", "49.50"));
        assertThat(drops.tierDrops(fixture.tenant(), FindTierDrops.ALL)).isEmpty();
    }

    @Test
    void open_quotes_show_what_other_prices_would_make_of_them() {
        CustomerId pat = facts.newCustomer();
        DealId open = facts.newDeal();
        DealId accepted = facts.newDeal();
        fixture.given(
                facts.added(Facts.VERIO),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(open, pat),
                facts.quoted(accepted, pat),
                facts.accepted(accepted));
        assertThat(changes(tier(5, "12.00"))).singleElement().satisfies(change -> {
            assertThat(change.dealId()).isEqualTo(open.local());
            assertThat(change.customerName()).isEqualTo("Pat Doe");
            assertThat(change.quoted()).isEqualTo(usd("15.00"));
            assertThat(change.would()).isEqualTo(usd("12.00"));
            assertThat(change.difference()).isEqualTo(usd("-9.00"));
        });
        assertThat(changes(tier(5, "15.00"))).isEmpty();
        assertThat(changes(tier(12, "15.00"))).singleElement().satisfies(refused -> {
            assertThat(refused.would()).isNull();
            assertThat(refused.difference()).isEqualTo(usd("-45.00"));
        });
    }

    private List<QuoteChange> changes(TierPrice tier) {
        return new OpenQuotesStore(ReadDatabase.tenants())
                .changes(
                        fixture.tenant(),
                        Prices.usual(List.of()),
                        Map.of(verio.local(), List.of(tier)),
                        PricingRules.USUAL,
                        day("2026-11-24"));
    }

    private PricesPublished published(PriceListId list, int version, String from, TierPrice... tiers) {
        return new PricesPublished(
                list, null, version, day(from), Prices.usual(List.of(new PriceLine(verio, List.of(tiers)))));
    }

    private static TierPrice tier(int fromMonths, String price) {
        return new TierPrice(fromMonths, usd(price));
    }

    private ListedPrices prices(@Nullable Integer version) {
        return store.prices(fixture.tenant(), own.local(), version).orElseThrow();
    }

    private PriceAnswer answer(YearMonth expiry, Grade grade) {
        return store.answer(fixture.tenant(), verio.local(), expiry, grade).orElseThrow();
    }
}
