package medflip.inventory.read.stock;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.catalog.events.Grade;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.HoldReleased;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotMoved;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.FindStock.StockState;
import medflip.inventory.read.stock.Lot.Movement;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.sales.SalesViews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StockProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new StockProjection(),
            DealsViews.projection(),
            PeopleViews.projection(),
            SalesViews.projection(),
            WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final StockStore store =
            new StockStore(ReadDatabase.tenants(), Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC));
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_stocked_lot_is_on_hand_at_its_landed_cost() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat), facts.stocked(deal));
        assertThat(lots(null, true))
                .containsExactly(new LotItem(
                        LotId.of(deal, 1).local(),
                        deal.local(),
                        pat.local(),
                        "Pat Doe",
                        facts.product(Facts.VERIO).local(),
                        Facts.VERIO,
                        null,
                        null,
                        Facts.EXPIRY,
                        Grade.PERFECT,
                        null,
                        3,
                        3,
                        0,
                        0,
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

    @Test
    void a_part_stands_beside_its_lot_and_both_know_their_cost() {
        LotId part = LotId.of(fixture.tenant(), Ids.next());
        fixture.given(facts.stocked(deal), facts.split(deal, part, "16.50"), facts.part(deal, part, "16.50"));
        assertThat(lots(null, true))
                .extracting(LotItem::id, LotItem::onHand, LotItem::costOnHand, LotItem::grade)
                .containsExactlyInAnyOrder(
                        tuple(LotId.of(deal, 1).local(), 2, usd("33.00"), Grade.PERFECT),
                        tuple(part.local(), 1, usd("16.50"), Grade.SLIGHT_DAMAGE));
        assertThat(store.lot(fixture.tenant(), part.local()).orElseThrow().splitOff())
                .isEqualTo(LotId.of(deal, 1).local());
    }

    @Test
    void a_split_that_was_undone_leaves_the_lot_as_it_was() {
        LotId part = LotId.of(fixture.tenant(), Ids.next());
        fixture.given(
                facts.stocked(deal),
                facts.split(deal, part, "16.50"),
                facts.part(deal, part, "16.50"),
                new PartRejoined(part, deal, LotId.of(deal, 1), 1, usd("16.50"), day("2026-11-24")),
                new PartTakenBack(LotId.of(deal, 1), deal, part, 1, usd("16.50"), day("2026-11-24")));
        assertThat(lots(null, true)).singleElement().satisfies(lot -> {
            assertThat(lot.onHand()).isEqualTo(3);
            assertThat(lot.costOnHand()).isEqualTo(usd("49.50"));
        });
    }

    @Test
    void what_is_printed_where_it_stands_and_how_it_looks_follow_the_facts() {
        LotId lot = LotId.of(deal, 1);
        fixture.given(
                facts.stocked(deal),
                new LotMoved(lot, deal, null, "Shelf A3"),
                new LotRegraded(lot, deal, Grade.PERFECT, Grade.SLIGHT_DAMAGE),
                new LabelCorrected(lot, deal, "4719082A", YearMonth.of(2027, 3)));
        assertThat(lots("shelf 4719082a", true)).singleElement().satisfies(item -> {
            assertThat(item.location()).isEqualTo("Shelf A3");
            assertThat(item.grade()).isEqualTo(Grade.SLIGHT_DAMAGE);
            assertThat(item.lotNumber()).isEqualTo("4719082A");
            assertThat(item.expiry()).isEqualTo(YearMonth.of(2027, 3));
            assertThat(item.version()).isEqualTo(3);
        });
        assertThat(store.locations(fixture.tenant())).containsExactly("Shelf A3");
    }

    @Test
    void write_offs_and_counts_stand_in_the_lots_book_with_reason_and_note() {
        LotId lot = LotId.of(deal, 1);
        UUID writeOff = Ids.next();
        fixture.given(
                facts.stocked(deal),
                facts.writtenOff(deal, writeOff, "16.50"),
                new LotCounted(
                        lot,
                        deal,
                        1,
                        -1,
                        usd("-16.50"),
                        CountReason.LOST,
                        facts.signedUp().accountId(),
                        null,
                        day("2026-11-24")));
        Lot read = store.lot(fixture.tenant(), lot.local()).orElseThrow();
        assertThat(read.item().onHand()).isEqualTo(1);
        assertThat(read.item().costOnHand()).isEqualTo(usd("16.50"));
        assertThat(read.movements())
                .extracting(Movement::kind, Movement::boxes, Movement::cost, Movement::reason, Movement::note)
                .containsExactly(
                        tuple(MovementKind.STOCKED, 3, usd("49.50"), null, null),
                        tuple(MovementKind.WRITTEN_OFF, -1, usd("-16.50"), "DAMAGED", "Marvin sat on it"),
                        tuple(MovementKind.COUNTED, -1, usd("-16.50"), "LOST", null));
        fixture.given(new WriteOffUndone(lot, deal, writeOff, 1, usd("16.50"), day("2026-11-24")));
        assertThat(lots(null, true)).extracting(LotItem::onHand).containsExactly(2);
        assertThat(store.lot(fixture.tenant(), lot.local()).orElseThrow().movements())
                .extracting(Movement::undone)
                .containsExactly(false, true, false, false);
    }

    @Test
    void held_and_expired_boxes_are_kept_apart_from_those_that_can_be_sold() {
        DealId expired = facts.newDeal();
        DealId held = facts.newDeal();
        fixture.given(
                facts.signedUp(),
                facts.stocked(deal),
                facts.stocked(expired),
                new LabelCorrected(LotId.of(expired, 1), expired, null, YearMonth.of(2026, 10)),
                facts.stocked(held),
                facts.held(held));
        assertThat(in(StockState.SELLABLE)).containsExactly(LotId.of(deal, 1).local());
        assertThat(in(StockState.EXPIRED)).containsExactly(LotId.of(expired, 1).local());
        assertThat(in(StockState.ON_HOLD)).containsExactly(LotId.of(held, 1).local());
        StockSummary summary = store.summary(fixture.tenant()).orElseThrow();
        assertThat(summary.all().boxes()).isEqualTo(9);
        assertThat(summary.sellable().cost()).isEqualTo(usd("49.50"));
        assertThat(summary.expired().boxes()).isEqualTo(3);
        assertThat(summary.onHold().boxes()).isEqualTo(3);
        StockItem item = items().getFirst();
        assertThat(item.boxes()).isEqualTo(9);
        assertThat(item.sellable()).isEqualTo(3);
        assertThat(item.nextExpiry()).isEqualTo(Facts.EXPIRY);
        assertThat(item.monthsLeft()).hasSize(13);
        assertThat(item.monthsLeft().get(10)).isEqualTo(6);
        fixture.given(new HoldReleased(LotId.of(held, 1), held));
        assertThat(in(StockState.ON_HOLD)).isEmpty();
    }

    @Test
    void boxes_expire_within_so_many_days_if_their_month_ends_by_then() {
        fixture.given(
                facts.signedUp(),
                facts.stocked(deal),
                new LabelCorrected(LotId.of(deal, 1), deal, null, YearMonth.of(2026, 12)));
        assertThat(expiringWithin(36)).isEmpty();
        assertThat(expiringWithin(37)).hasSize(1);
        assertThat(store.summary(fixture.tenant()).orElseThrow().expiring())
                .extracting(StockSummary.ExpiringStock::boxes)
                .containsExactly(0L, 3L, 3L, 3L);
    }

    @Test
    void what_is_kept_for_sales_stands_beside_what_is_there() {
        LotId lot = LotId.of(deal, 1);
        UUID sale = Ids.next();
        UUID other = Ids.next();
        fixture.given(
                facts.stocked(deal),
                new BoxesSetAside(lot, deal, sale, 1),
                new BoxesSetAside(lot, deal, sale, 2),
                new BoxesSetAside(lot, deal, other, 1));
        assertThat(lots(null, true)).extracting(LotItem::setAside).containsExactly(3);
        fixture.given(new BoxesReleased(lot, deal, other, 1));
        assertThat(lots(null, true)).extracting(LotItem::setAside).containsExactly(2);
        fixture.given(facts.sold(deal, sale, 2, "58.00", "33.00", "A", "2026-11-30"));
        assertThat(lots(null, true))
                .extracting(LotItem::setAside, LotItem::onHand)
                .containsExactly(tuple(0, 1));
    }

    @Test
    void rejected_boxes_are_on_the_shelf_again_and_sold_no_more() {
        UUID sale = Ids.next();
        fixture.given(
                facts.stocked(deal),
                facts.sold(deal, sale, 2, "58.00", "33.00", "A", "2026-11-30"),
                facts.adjusted(deal, sale, 1, "29.00", "16.50"));
        assertThat(lots(null, true))
                .extracting(LotItem::onHand, LotItem::sold, LotItem::costOnHand)
                .containsExactly(tuple(2, 1, usd("33.00")));
        Lot lot = store.lot(fixture.tenant(), LotId.of(deal, 1).local()).orElseThrow();
        assertThat(lot.sales()).extracting(Lot.LotSale::profit).containsExactly(usd("12.50"));
        assertThat(lot.movements()).extracting(Movement::kind).endsWith(MovementKind.RETURNED);
    }

    @Test
    void a_lot_of_more_words_than_an_index_takes_is_found_by_each() {
        fixture.given(facts.stocked(deal));
        ReadDatabase.service()
                .sql("UPDATE lot SET location = repeat('Shelf ', 400) || 'Attic' WHERE tenant_id = :tenant")
                .param("tenant", fixture.tenant().value())
                .update();
        assertThat(lots("attic", null)).hasSize(1);
        assertThat(lots("cellar", null)).isEmpty();
    }

    private List<StockItem> items() {
        return store.items(fixture.tenant(), "verio", new PageRequest(null, null, null))
                .items();
    }

    private List<UUID> in(StockState state) {
        return found(new FindStock(null, null, state, null, null, null, null, null));
    }

    private List<UUID> expiringWithin(int days) {
        return found(new FindStock(null, null, null, days, null, null, null, null));
    }

    private List<UUID> found(FindStock question) {
        return store.page(fixture.tenant(), question, new PageRequest(null, null, null)).items().stream()
                .map(LotItem::id)
                .toList();
    }

    private List<LotItem> lots(@Nullable String search, @Nullable Boolean onHand) {
        return store.page(
                        fixture.tenant(),
                        new FindStock(search, onHand, null, null, null, null, null, null),
                        new PageRequest(null, null, null))
                .items();
    }
}
