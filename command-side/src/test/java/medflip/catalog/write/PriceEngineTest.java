package medflip.catalog.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.ExcludedGoods;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ListedProduct;
import medflip.catalog.events.ListedProduct.Answer;
import medflip.catalog.events.ListedProduct.Refusal;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.ChannelShare;
import medflip.catalog.events.Prices.GradeShare;
import medflip.catalog.events.Prices.TierPrice;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Price = variant × months × grade × channel × list version, and the refusals. */
class PriceEngineTest {

    private static final PriceListId LIST = PriceListId.own(new TenantId(new UUID(1, 1)));
    private static final YearMonth JUNE = YearMonth.of(2027, 6);

    @ParameterizedTest
    @CsvSource({"12, 22.00, 8", "8, 22.00, 8", "7, 15.00, 5", "5, 15.00, 5"})
    void a_box_has_the_price_of_the_tier_it_falls_into(int months, String price, int tier) {
        ListPrice listed = listed(null).price(Grade.PERFECT, months).price();
        assertThat(listed).isNotNull();
        assertThat(listed.price()).isEqualTo(Money.usd(price));
        assertThat(listed.fromMonths()).isEqualTo(tier);
        assertThat(listed.months()).isEqualTo(months);
        assertThat(listed.version()).isEqualTo(3);
    }

    @Test
    void below_the_last_tier_nothing_is_paid() {
        assertThat(listed(null).price(Grade.PERFECT, 4)).isEqualTo(new Answer(null, Refusal.TOO_FEW_MONTHS));
    }

    @Test
    void expired_boxes_have_no_price() {
        assertThat(listed(null).price(Grade.PERFECT, -1)).isEqualTo(new Answer(null, Refusal.EXPIRED));
    }

    @Test
    void slight_damage_leaves_its_share_rounded_half_even() {
        ListPrice price = listed(null).price(Grade.SLIGHT_DAMAGE, 5).price();
        assertThat(price).isNotNull();
        assertThat(price.price()).isEqualTo(Money.usd("7.50"));
        assertThat(price.gradePercent()).isEqualTo(50);
        assertThat(price.tierPrice()).isEqualTo(Money.usd("15.00"));
    }

    @Test
    void a_price_of_its_own_for_slight_damage_goes_before_the_share_and_needs_none() {
        List<TierPrice> tiers =
                List.of(new TierPrice(8, Money.usd("22.00"), Money.usd("9.00")), new TierPrice(5, Money.usd("15.00")));
        ListedProduct listed = new ListedProduct(LIST, 3, Prices.usual(List.of()), tiers, null);
        assertThat(listed.price(Grade.SLIGHT_DAMAGE, 8).price())
                .isEqualTo(new ListPrice(LIST, 3, 8, 8, Money.usd("9.00"), 100, 100, Money.usd("9.00")));
        assertThat(listed.price(Grade.PERFECT, 8).price())
                .isEqualTo(new ListPrice(LIST, 3, 8, 8, Money.usd("22.00"), 100, 100, Money.usd("22.00")));
        assertThat(listed.price(Grade.SLIGHT_DAMAGE, 5).price())
                .isEqualTo(new ListPrice(LIST, 3, 5, 5, Money.usd("15.00"), 50, 100, Money.usd("7.50")));
        Prices perfectOnly = new Prices(List.of(new GradeShare(Grade.PERFECT, 100)), List.of(), List.of());
        ListedProduct fixed = new ListedProduct(LIST, 3, perfectOnly, tiers, null);
        assertThat(fixed.price(Grade.SLIGHT_DAMAGE, 8).price()).isNotNull();
        assertThat(fixed.price(Grade.SLIGHT_DAMAGE, 5)).isEqualTo(new Answer(null, Refusal.GRADE_REFUSED));
    }

    @Test
    void a_grade_that_the_list_does_not_name_is_refused() {
        Prices perfectOnly = new Prices(List.of(new GradeShare(Grade.PERFECT, 100)), List.of(), List.of());
        ListedProduct listed = new ListedProduct(LIST, 1, perfectOnly, List.of(tier(8, "22.00")), null);
        assertThat(listed.price(Grade.SLIGHT_DAMAGE, 9)).isEqualTo(new Answer(null, Refusal.GRADE_REFUSED));
    }

    @Test
    void a_box_that_nobody_has_graded_counts_as_a_perfect_one() {
        assertThat(listed(null).price(Grade.UNGRADED, 9)).isEqualTo(listed(null).price(Grade.PERFECT, 9));
    }

    @Test
    void a_non_retail_box_is_worth_its_share_of_the_retail_twin() {
        ListPrice price = listed(Channel.DME).price(Grade.PERFECT, 8).price();
        assertThat(price).isNotNull();
        assertThat(price.price()).isEqualTo(Money.usd("13.20"));
        assertThat(price.channelPercent()).isEqualTo(60);
    }

    @Test
    void a_channel_that_the_list_does_not_name_is_refused() {
        assertThat(listed(Channel.GOVERNMENT).price(Grade.PERFECT, 8))
                .isEqualTo(new Answer(null, Refusal.CHANNEL_REFUSED));
    }

    @ParameterizedTest
    @CsvSource({"2027-06-30, 0, 1", "2027-06-01, 0, 1", "2026-11-24, 7, 8", "2027-07-01, -1, -1"})
    void months_are_counted_with_the_current_one_or_without(LocalDate day, int without, int with) {
        assertThat(MonthCount.WITHOUT_CURRENT.left(day, JUNE)).isEqualTo(without);
        assertThat(MonthCount.WITH_CURRENT.left(day, JUNE)).isEqualTo(with);
    }

    @Test
    void a_buyer_takes_what_meets_all_its_terms_on_the_ship_date() {
        BuyerTerms terms =
                new BuyerTerms(7, List.of(Grade.PERFECT), List.of(Channel.RETAIL), 0, PriceFixed.ON_ORDER, 0);
        LocalDate november = LocalDate.of(2026, 11, 30);
        MonthCount count = MonthCount.WITHOUT_CURRENT;
        assertThat(terms.accept(JUNE, Grade.PERFECT, Channel.RETAIL, november, count))
                .isTrue();
        assertThat(terms.accept(JUNE, Grade.PERFECT, Channel.RETAIL, november.plusDays(1), count))
                .isFalse();
        assertThat(terms.accept(JUNE, Grade.SLIGHT_DAMAGE, Channel.RETAIL, november, count))
                .isFalse();
        assertThat(terms.accept(JUNE, Grade.PERFECT, Channel.DME, november, count))
                .isFalse();
    }

    @Test
    void the_margin_is_what_is_left_of_the_best_price() {
        PriceTrace trace = new PriceTrace(null, null, Money.usd("20.00"), 25, null);
        assertThat(trace.marginPercent(Money.usd("15.00"))).isEqualTo(25);
        assertThat(trace.marginPercent(Money.usd("20.01"))).isEqualTo(-1);
        assertThat(trace.isAgainstTheRules(Money.usd("15.00"))).isFalse();
        assertThat(trace.isAgainstTheRules(Money.usd("15.01"))).isTrue();
        assertThat(PriceTrace.BY_HAND.isAgainstTheRules(Money.usd("15.00"))).isFalse();
        assertThat(PriceTrace.BY_HAND.marginPercent(Money.usd("15.00"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Novolog FlexPen", "insulin glargine 10ml", "LANTUS", "Medicare strips", "Glucagon kit"})
    void drugs_and_what_medicare_paid_for_are_excluded(String item) {
        assertThat(ExcludedGoods.names(item)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OneTouch Verio 50ct", "Insulin pump cartridge", "BD insulin syringes", "Omnipod DASH 5ct"})
    void supplies_are_not_excluded(String item) {
        assertThat(ExcludedGoods.names(item)).isFalse();
    }

    private static ListedProduct listed(@Nullable Channel twinOf) {
        Prices rules =
                new Prices(Prices.usual(List.of()).grades(), List.of(new ChannelShare(Channel.DME, 60)), List.of());
        return new ListedProduct(LIST, 3, rules, List.of(tier(8, "22.00"), tier(5, "15.00")), twinOf);
    }

    private static TierPrice tier(int fromMonths, String price) {
        return new TierPrice(fromMonths, Money.usd(price));
    }
}
