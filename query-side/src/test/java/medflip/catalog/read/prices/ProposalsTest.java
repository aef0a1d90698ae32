package medflip.catalog.read.prices;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.buyers.BuyersViews;
import medflip.catalog.read.prices.SaleProposal.ProposedLot;
import medflip.catalog.read.prices.SaleProposal.ProposedSale;
import medflip.catalog.read.prices.SaleProposal.Refused;
import medflip.catalog.read.products.ProductsViews;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Today is 2026-11-24. A deal's lot is three boxes of Verio that expire in September 2027 and cost $16.50 each. */
class ProposalsTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new PricesProjection(), ProductsViews.projection(), BuyersViews.projection(), StockViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final ProposalsStore store = new ProposalsStore(
            ReadDatabase.tenants(),
            new PricesStore(
                    ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC)));
    private final BuyerId rescue = facts.newBuyer();
    private final BuyerId galaxy = facts.newBuyer();
    private final DealId deal = facts.newDeal();
    private final DealId other = facts.newDeal();

    @Test
    void who_pays_most_stands_first_with_what_is_left_over() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.stocked(other),
                facts.buyerAdded(rescue, "StripRescue", 4),
                facts.buyerAdded(galaxy, "Galaxy", 4),
                published(rescue, "2026-10-01", 6, "30.00"),
                published(galaxy, "2026-10-01", 6, "32.00"));
        assertThat(proposals(question("2026-11-24")))
                .extracting(
                        SaleProposal::buyerName,
                        SaleProposal::lots,
                        SaleProposal::boxes,
                        SaleProposal::value,
                        SaleProposal::landedCost,
                        SaleProposal::margin)
                .as("ten percent below the list")
                .containsExactly(
                        tuple("Galaxy", 2, 6, usd("172.80"), usd("99.00"), usd("73.80")),
                        tuple("StripRescue", 2, 6, usd("162.00"), usd("99.00"), usd("63.00")));
    }

    @Test
    void only_the_chosen_lots_count_where_some_were_chosen() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.stocked(other),
                facts.buyerAdded(rescue, "StripRescue", 4),
                published(rescue, "2026-10-01", 6, "30.00"));
        FindProposals chosen =
                new FindProposals(null, null, null, List.of(LotId.of(other, 1).local()), null);
        assertThat(proposals(chosen)).extracting(SaleProposal::boxes).containsExactly(3);
        assertThat(proposal(rescue, chosen).lots())
                .extracting(ProposedLot::lotId)
                .containsExactly(LotId.of(other, 1).local());
    }

    @Test
    void each_lot_says_what_it_brings_or_why_it_does_not_qualify() {
        DealId held = facts.newDeal();
        DealId kept = facts.newDeal();
        UUID sale = Ids.next();
        fixture.given(
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.stocked(other),
                new LotRegraded(LotId.of(other, 1), other, Grade.PERFECT, Grade.SLIGHT_DAMAGE),
                facts.stocked(held),
                facts.held(held),
                facts.stocked(kept),
                new BoxesSetAside(LotId.of(kept, 1), kept, sale, 3),
                buyer(rescue, PriceFixed.ON_ORDER, Grade.PERFECT),
                published(rescue, "2026-10-01", 6, "30.00"));
        ProposedSale proposed = proposal(rescue, question("2026-11-24"));
        assertThat(proposed.lots())
                .extracting(ProposedLot::lotId, ProposedLot::unitPrice, ProposedLot::obstacle)
                .as("what qualifies stands in front")
                .startsWith(tuple(LotId.of(deal, 1).local(), usd("30.00"), null))
                .contains(
                        tuple(LotId.of(other, 1).local(), null, BidObstacle.GRADE_REFUSED),
                        tuple(LotId.of(held, 1).local(), null, BidObstacle.ON_HOLD),
                        tuple(LotId.of(kept, 1).local(), null, BidObstacle.SET_ASIDE));
        assertThat(proposed.proposal().refused())
                .containsExactlyInAnyOrder(
                        new Refused(BidObstacle.GRADE_REFUSED, 3),
                        new Refused(BidObstacle.ON_HOLD, 3),
                        new Refused(BidObstacle.SET_ASIDE, 3));
        assertThat(proposal(rescue, new FindProposals("verio", null, null, null, sale))
                        .lots())
                .as("a sale's own boxes are free for it")
                .filteredOn(lot -> lot.lotId().equals(LotId.of(kept, 1).local()))
                .extracting(ProposedLot::obstacle)
                .containsExactly((BidObstacle) null);
    }

    @Test
    void the_months_left_are_those_on_the_day_the_boxes_ship_as_the_business_counts_them() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.buyerAdded(rescue, "StripRescue", 10),
                published(rescue, "2026-10-01", 6, "30.00"));
        assertThat(obstacle(question("2026-11-24"))).isNull();
        assertThat(obstacle(question("2026-12-01"))).isEqualTo(BidObstacle.TOO_FEW_MONTHS);
        assertThat(obstacle(new FindProposals(null, day("2026-12-01"), 9, null, null)))
                .as("this buyer takes less this time")
                .isNull();
        fixture.given(
                new PricingRulesSet(PriceListId.own(fixture.tenant()), new PricingRules(MonthCount.WITH_CURRENT, 10)));
        assertThat(obstacle(question("2026-12-01"))).isNull();
    }

    @Test
    void a_buyer_whose_price_is_fixed_on_order_pays_todays_price_the_others_that_of_the_receipt() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                buyer(rescue, PriceFixed.ON_ORDER, Grade.PERFECT),
                buyer(galaxy, PriceFixed.ON_RECEIPT, Grade.PERFECT),
                published(rescue, "2026-10-01", 6, "30.00"),
                published(galaxy, "2026-10-01", 6, "30.00"),
                publishedAgain(rescue, "2026-12-01", "20.00"),
                publishedAgain(galaxy, "2026-12-01", "20.00"));
        assertThat(proposal(rescue, question("2026-12-02")).lots().getFirst().unitPrice())
                .isEqualTo(usd("30.00"));
        assertThat(proposal(galaxy, question("2026-12-02")).lots().getFirst().unitPrice())
                .isEqualTo(usd("20.00"));
    }

    @Test
    void a_buyer_without_a_price_for_it_and_one_that_is_retired_are_not_proposed() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.stocked(deal),
                facts.buyerAdded(rescue, "StripRescue", 4),
                facts.buyerAdded(galaxy, "Galaxy", 4),
                published(galaxy, "2026-10-01", 6, "32.00"),
                new BuyerRetired(galaxy));
        assertThat(proposals(question("2026-11-24"))).isEmpty();
        assertThat(proposal(rescue, question("2026-11-24")).lots().getFirst().obstacle())
                .isEqualTo(BidObstacle.NOT_LISTED);
        assertThat(store.proposal(fixture.tenant(), galaxy.local(), question("2026-11-24")))
                .isEmpty();
    }

    private List<SaleProposal> proposals(FindProposals question) {
        return store.proposals(fixture.tenant(), question);
    }

    private ProposedSale proposal(BuyerId buyer, FindProposals question) {
        return store.proposal(fixture.tenant(), buyer.local(), question).orElseThrow();
    }

    private @Nullable BidObstacle obstacle(FindProposals question) {
        return proposal(rescue, question).lots().getFirst().obstacle();
    }

    private static FindProposals question(String shipOn) {
        return new FindProposals(null, day(shipOn), null, null, null);
    }

    private static BuyerAdded buyer(BuyerId buyer, PriceFixed fixed, Grade... grades) {
        return new BuyerAdded(
                buyer,
                "Buyer " + fixed,
                null,
                null,
                null,
                null,
                new BuyerTerms(0, List.of(grades), List.of(Channel.RETAIL), 0, fixed, 14));
    }

    private PricesPublished published(BuyerId buyer, String from, int months, String price) {
        return prices(buyer, 1, from, months, price);
    }

    private PricesPublished publishedAgain(BuyerId buyer, String from, String price) {
        return prices(buyer, 2, from, 6, price);
    }

    private PricesPublished prices(BuyerId buyer, int version, String from, int months, String price) {
        return new PricesPublished(
                PriceListId.of(buyer),
                buyer,
                version,
                day(from),
                Prices.usual(List.of(
                        new PriceLine(facts.product(Facts.VERIO), List.of(new TierPrice(months, usd(price)))))));
    }
}
