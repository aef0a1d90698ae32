package medflip.sales.read.candidates;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PricingRules;
import medflip.catalog.read.prices.PricesViews;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.candidates.Candidate.Obstacle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(StockViews.projection(), WorkspaceViews.projection(), PricesViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealId deal = facts.newDeal();
    private final CandidatesStore store = new CandidatesStore(
            ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void those_that_expire_first_stand_in_front() {
        DealId sooner = facts.newDeal();
        fixture.given(facts.stocked(deal), facts.stocked(sooner), expires(sooner, "2027-03"));
        assertThat(asked("2026-11-24", 0, null))
                .extracting(Candidate::lotId, Candidate::monthsLeft, Candidate::unitCost, Candidate::obstacle)
                .containsExactly(
                        tuple(LotId.of(sooner, 1).local(), 4, usd("16.50"), null),
                        tuple(LotId.of(deal, 1).local(), 10, usd("16.50"), null));
    }

    @Test
    void whether_boxes_last_long_enough_is_told_by_the_day_they_ship() {
        fixture.given(facts.stocked(deal));
        assertThat(obstacle("2026-11-24", 10)).isNull();
        assertThat(obstacle("2026-12-01", 10)).isEqualTo(Obstacle.EXPIRES_TOO_SOON);
        assertThat(obstacle("2026-12-01", 9)).isNull();
        assertThat(obstacle("2027-09-30", 0)).isNull();
        assertThat(obstacle("2027-10-01", 0)).isEqualTo(Obstacle.EXPIRED);
    }

    @Test
    void months_are_counted_as_the_business_counts_them() {
        fixture.given(
                facts.stocked(deal),
                new PricingRulesSet(PriceListId.own(fixture.tenant()), new PricingRules(MonthCount.WITH_CURRENT, 10)));
        assertThat(obstacle("2026-12-01", 10)).isNull();
        assertThat(obstacle("2026-12-01", 11)).isEqualTo(Obstacle.EXPIRES_TOO_SOON);
        assertThat(asked("2026-12-01", 0, null).getFirst().monthsLeft()).isEqualTo(10);
    }

    @Test
    void boxes_on_hold_and_boxes_of_other_sales_say_so() {
        UUID sale = Ids.next();
        DealId held = facts.newDeal();
        fixture.given(
                facts.stocked(deal),
                new BoxesSetAside(LotId.of(deal, 1), deal, sale, 3),
                facts.stocked(held),
                facts.held(held));
        assertThat(asked("2026-11-24", 0, null))
                .extracting(Candidate::obstacle)
                .containsExactlyInAnyOrder(Obstacle.SET_ASIDE, Obstacle.ON_HOLD);
        assertThat(asked("2026-11-24", 0, sale))
                .as("a sale's own boxes are free for it")
                .filteredOn(each -> each.lotId().equals(LotId.of(deal, 1).local()))
                .extracting(Candidate::free, Candidate::obstacle)
                .containsExactly(tuple(3, null));
    }

    private @Nullable Obstacle obstacle(String shipOn, int months) {
        return asked(shipOn, months, null).getFirst().obstacle();
    }

    private List<Candidate> asked(String shipOn, int months, @Nullable UUID sale) {
        LocalDate day = day(shipOn);
        return store.page(
                        fixture.tenant(),
                        new FindCandidates("verio", day, months, sale),
                        new PageRequest(null, null, null))
                .items();
    }

    private static LabelCorrected expires(DealId deal, String month) {
        return new LabelCorrected(LotId.of(deal, 1), deal, null, YearMonth.parse(month));
    }
}
