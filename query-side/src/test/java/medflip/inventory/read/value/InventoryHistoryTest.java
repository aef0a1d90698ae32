package medflip.inventory.read.value;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.deals.events.DealId;
import medflip.inventory.read.stock.StockViews;
import medflip.inventory.read.value.InventoryHistory.InventoryPoint;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class InventoryHistoryTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(StockViews.projection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealId deal = facts.newDeal();
    private final HistoryStore store = new HistoryStore(
            ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));

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
    void the_history_begins_with_the_first_boxes_and_without_any_is_today_alone() {
        fixture.given(facts.signedUp());
        assertThat(store.between(fixture.tenant(), null, null).orElseThrow().points())
                .containsExactly(new InventoryPoint(day("2026-11-24"), 0, usd("0")));
        fixture.given(facts.stocked(deal));
        assertThat(store.between(fixture.tenant(), null, null).orElseThrow().points())
                .extracting(InventoryPoint::on)
                .containsExactly(day("2026-11-22"), day("2026-11-23"), day("2026-11-24"));
    }

    @Test
    void the_history_of_a_year_has_few_points_the_ends_among_them() {
        fixture.given(facts.signedUp(), facts.stocked(deal));
        var points = store.between(fixture.tenant(), day("2025-11-24"), null)
                .orElseThrow()
                .points();
        assertThat(points).hasSizeBetween(50, 62);
        assertThat(points.getFirst()).isEqualTo(new InventoryPoint(day("2025-11-24"), 0, usd("0")));
        assertThat(points.getLast()).isEqualTo(new InventoryPoint(day("2026-11-24"), 3, usd("49.50")));
        assertThat(points).extracting(InventoryPoint::on).doesNotHaveDuplicates();
    }
}
