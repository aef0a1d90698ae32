package medflip.inventory.read.value;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.inventory.read.value.InventoryHistory.InventoryPoint;
import medflip.inventory.read.value.InventoryValue.ItemValue;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class InventoryValueTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(StockViews.projection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealId deal = facts.newDeal();
    private final ValueStore store =
            new ValueStore(ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

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
        assertThat(on("2026-11-24"))
                .isEqualTo(new InventoryValue(
                        day("2026-11-24"), 2, usd("33.00"), List.of(new ItemValue(Facts.VERIO, 2, usd("33.00")))));
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
    }

    @Test
    void the_history_tells_every_day_of_a_short_period() {
        fixture.given(
                facts.signedUp(),
                facts.stocked(deal),
                facts.sold(deal, Ids.next(), 1, "28.00", "16.50", "A", "2026-11-24"));
        assertThat(store.between(fixture.tenant(), day("2026-11-21"), day("2026-11-24"))
                        .orElseThrow()
                        .points())
                .extracting(InventoryPoint::on, InventoryPoint::boxes, InventoryPoint::cost)
                .containsExactly(
                        tuple(day("2026-11-21"), 0L, usd("0")),
                        tuple(day("2026-11-22"), 3L, usd("49.50")),
                        tuple(day("2026-11-23"), 3L, usd("49.50")),
                        tuple(day("2026-11-24"), 2L, usd("33.00")));
    }

    @Test
    void the_history_of_a_year_has_few_points_the_ends_among_them() {
        fixture.given(facts.signedUp(), facts.stocked(deal));
        var points = store.between(fixture.tenant(), null, null).orElseThrow().points();
        assertThat(points).hasSizeBetween(50, 62);
        assertThat(points.getFirst()).isEqualTo(new InventoryPoint(day("2025-11-24"), 0, usd("0")));
        assertThat(points.getLast()).isEqualTo(new InventoryPoint(day("2026-11-24"), 3, usd("49.50")));
        assertThat(points).extracting(InventoryPoint::on).doesNotHaveDuplicates();
    }

    private InventoryValue on(String day) {
        return store.on(fixture.tenant(), day(day)).orElseThrow();
    }
}
