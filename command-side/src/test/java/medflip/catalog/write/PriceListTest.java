package medflip.catalog.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductId;
import medflip.catalog.write.PriceListCommand.PublishPrices;
import medflip.catalog.write.PriceListCommand.SetPricingRules;
import medflip.catalog.write.PriceListCommand.WithdrawPrices;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class PriceListTest extends AggregateSpec<PriceList> {

    private static final BuyerId BUYER = BuyerId.of(TENANT, new UUID(7, 7));
    private static final PriceListId LIST = PriceListId.of(BUYER);
    private static final ProductId VERIO = ProductId.named(TENANT, "OneTouch Verio 50ct");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Prices PRICES = prices(line(tier(8, "22.00"), tier(5, "15.00")));

    @Test
    void the_first_prices_are_version_1() {
        when(publish(0, PRICES));
        then(published(1));
    }

    @Test
    void what_is_published_later_is_the_next_version() {
        given(published(1));
        when(publish(1, PRICES));
        then(published(2));
    }

    @Test
    void who_saw_an_older_version_does_not_overwrite_a_newer_one() {
        given(published(1), published(2));
        when(publish(1, PRICES));
        thenRejected(PriceListRejection.PRICES_MOVED);
    }

    @Test
    void a_list_without_a_price_is_none() {
        when(publish(0, prices()));
        thenRejected(PriceListRejection.NO_PRICES);
    }

    @Test
    void a_product_without_a_tier_has_no_price() {
        when(publish(0, prices(line())));
        thenRejected(PriceListRejection.NO_PRICES);
    }

    @Test
    void tiers_go_from_the_most_months_to_the_fewest() {
        when(publish(0, prices(line(tier(5, "15.00"), tier(8, "22.00")))));
        thenRejected(PriceListRejection.TIERS_DISORDERLY);
    }

    @Test
    void a_product_stands_in_a_list_once() {
        when(publish(0, prices(line(tier(8, "22.00")), line(tier(5, "15.00")))));
        thenRejected(PriceListRejection.PRODUCT_TWICE);
    }

    @Test
    void a_version_is_withdrawn_once() {
        given(published(1));
        when(new WithdrawPrices(LIST, 1));
        then(new PricesWithdrawn(LIST, 1));
    }

    @Test
    void a_version_that_was_withdrawn_is_none_to_withdraw() {
        given(published(1), new PricesWithdrawn(LIST, 1));
        when(new WithdrawPrices(LIST, 1));
        thenRejected(PriceListRejection.NO_SUCH_VERSION);
    }

    @Test
    void a_version_that_never_was_can_not_be_withdrawn() {
        given(published(1));
        when(new WithdrawPrices(LIST, 2));
        thenRejected(PriceListRejection.NO_SUCH_VERSION);
    }

    @Test
    void numbers_go_on_after_a_withdrawal() {
        given(published(1), new PricesWithdrawn(LIST, 1));
        when(publish(1, PRICES));
        then(published(2));
    }

    @Test
    void a_business_sets_how_it_prices_before_it_has_prices() {
        PriceListId own = PriceListId.own(TENANT);
        PricingRules rules = new PricingRules(MonthCount.WITH_CURRENT, 25);
        when(new SetPricingRules(own, rules));
        then(new PricingRulesSet(own, rules));
    }

    @Test
    void another_tenant_finds_no_list() {
        given(published(1));
        from(OTHER_TENANT);
        when(new WithdrawPrices(LIST, 1));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static PublishPrices publish(int basedOn, Prices prices) {
        return new PublishPrices(LIST, BUYER, basedOn, TODAY, prices);
    }

    private static PricesPublished published(int version) {
        return new PricesPublished(LIST, BUYER, version, TODAY, PRICES);
    }

    private static Prices prices(PriceLine... lines) {
        return Prices.usual(List.of(lines));
    }

    private static PriceLine line(TierPrice... tiers) {
        return new PriceLine(VERIO, List.of(tiers));
    }

    private static TierPrice tier(int fromMonths, String price) {
        return new TierPrice(fromMonths, usd(price));
    }
}
