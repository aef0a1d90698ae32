package medflip.sales.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotEvent;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.PartTakenBack;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.inventory.write.LotCommand.CountLot;
import medflip.inventory.write.LotCommand.HoldLot;
import medflip.inventory.write.LotCommand.RejoinPart;
import medflip.inventory.write.LotCommand.ReleaseHold;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.SplitLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.inventory.write.LotCommand.UndoWriteOff;
import medflip.inventory.write.LotCommand.WriteOffBoxes;
import medflip.kernel.Money;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleTerms;
import medflip.sales.write.SaleCommand.CancelSale;
import medflip.sales.write.SaleCommand.ConfirmSale;
import medflip.sales.write.SaleCommand.DraftSale;
import medflip.sales.write.SaleCommand.RecordInspection;
import medflip.sales.write.SaleCommand.ReopenSale;
import medflip.sales.write.SaleCommand.ReviseSale;
import medflip.sales.write.SaleCommand.ShipSale;
import org.junit.jupiter.api.Test;

/**
 * Random lives of lots and sales, with all policies at work. However they go, every box that came in is on hand, sold,
 * written off or missing, and every cent it cost is with it.
 */
class ConservationTest {

    private static final int HISTORIES = 250;
    private static final int STEPS = 60;
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void every_box_and_every_cent_is_found_again() {
        long seed = System.nanoTime();
        int granted = 0;
        for (int i = 0; i < HISTORIES; i++) {
            History history = new History(seed + i);
            history.live();
            history.assertBalanced();
            history.sellOut();
            history.assertBalanced();
            granted += history.granted;
        }
        assertThat(granted).as("steps that were granted").isGreaterThan(HISTORIES * STEPS / 4);
    }

    /** Boxes and what they cost; where they are. */
    private static final class Account {
        long boxes;
        long cost;

        void add(long more, Money worth) {
            boxes += more;
            cost += worth.minor();
        }
    }

    private static final class History {

        private final long seed;
        private final Random random;
        private final Trade trade = new Trade();
        private final List<LotId> lots = new ArrayList<>();
        private final List<SaleId> sales = new ArrayList<>();
        private final Map<SaleId, List<SaleLine>> lines = new HashMap<>();
        private final Map<UUID, LotId> writeOffs = new HashMap<>();
        private int granted;

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void live() {
            for (int step = 0; step < STEPS; step++) {
                Command command = lots.isEmpty() ? stock() : any();
                try {
                    trade.send(command);
                    granted++;
                } catch (CommandRejected refused) {
                    // A wish that can't be granted changes nothing: that is what the balance shows.
                }
            }
        }

        private Command any() {
            return switch (random.nextInt(16)) {
                case 0 -> stock();
                case 1 -> {
                    LotId part = newLot();
                    yield new SplitLot(lot(), part, boxes(), Grade.SLIGHT_DAMAGE, null, DAY);
                }
                case 2 -> new RejoinPart(lot(), DAY);
                case 3 -> new CountLot(lot(), random.nextInt(9), CountReason.OTHER, null, DAY);
                case 4 -> {
                    UUID writeOff = id();
                    LotId lot = lot();
                    writeOffs.put(writeOff, lot);
                    yield new WriteOffBoxes(lot, writeOff, boxes(), WriteOffReason.LOST, null, DAY);
                }
                case 5 ->
                    writeOffs.isEmpty()
                            ? stock()
                            : writeOffs.entrySet().stream()
                                    .skip(random.nextInt(writeOffs.size()))
                                    .findFirst()
                                    .map(each -> new UndoWriteOff(each.getValue(), each.getKey(), DAY))
                                    .orElseThrow();
                case 6 -> new HoldLot(lot(), HoldReason.QUALITY, null);
                case 7, 8 -> new ReleaseHold(lot());
                case 9 -> new SellLot(lot(), id(), "Counter", boxes(), cents(), DAY);
                case 10, 11 -> draft();
                default -> sales.isEmpty() ? draft() : saleStep(sales.get(random.nextInt(sales.size())));
            };
        }

        private Command saleStep(SaleId sale) {
            return switch (random.nextInt(9)) {
                case 0, 1, 2 -> new ConfirmSale(sale, DAY);
                case 3 -> new ReopenSale(sale);
                case 4 -> new ReviseSale(sale, terms(), chosen(sale));
                case 5 -> new CancelSale(sale, DAY);
                case 6 ->
                    new RecordInspection(
                            sale,
                            lines.getOrDefault(sale, List.of()).stream()
                                    .map(this::found)
                                    .toList(),
                            DAY);
                default -> new ShipSale(sale, null, null, DAY);
            };
        }

        private InspectedLine found(SaleLine line) {
            int rejected = random.nextInt(line.quantity() + 1);
            return new InspectedLine(
                    line.lotId(),
                    rejected,
                    random.nextBoolean() ? RejectedBoxes.RETURNED : RejectedBoxes.WRITTEN_OFF,
                    line.price().share(rejected, line.quantity()));
        }

        private Command stock() {
            DealId deal = DealId.of(Trade.TENANT, id());
            return new StockLot(
                    newLot(),
                    deal,
                    ProductId.named(Trade.TENANT, "Verio"),
                    "Verio",
                    YearMonth.from(DAY).plusMonths(random.nextInt(6)),
                    Grade.PERFECT,
                    1 + random.nextInt(12),
                    cents(),
                    DAY,
                    null,
                    null,
                    null);
        }

        private Command draft() {
            SaleId sale = SaleId.of(Trade.TENANT, id());
            sales.add(sale);
            return new DraftSale(sale, terms(), chosen(sale));
        }

        private SaleTerms terms() {
            return new SaleTerms(null, "Buyer", DAY, random.nextInt(3), MonthCount.WITHOUT_CURRENT, 14);
        }

        private List<SaleLine> chosen(SaleId sale) {
            List<SaleLine> chosen = lots.stream()
                    .filter(lot -> random.nextInt(lots.size()) < 2)
                    .map(lot -> new SaleLine(lot, boxes(), cents()))
                    .toList();
            lines.put(sale, chosen);
            return chosen;
        }

        /** What the books say is there can really be written off, and not one box more. */
        void sellOut() {
            Map<LotId, Account> onHand = onHand();
            Map<LotId, Integer> kept = trade.kept();
            onHand.forEach((lot, there) -> {
                int free = (int) there.boxes - kept.getOrDefault(lot, 0);
                assertThat(free).as("free boxes of %s, seed %d", lot, seed).isNotNegative();
                assertThat(refuses(new WriteOffBoxes(lot, id(), free + 1, WriteOffReason.LOST, null, DAY)))
                        .as("one box too many of %s, seed %d", lot, seed)
                        .isTrue();
                if (free > 0) {
                    trade.send(new WriteOffBoxes(lot, id(), free, WriteOffReason.LOST, null, DAY));
                }
            });
        }

        private boolean refuses(Command command) {
            try {
                trade.send(command);
                return false;
            } catch (CommandRejected refused) {
                return true;
            }
        }

        private Map<LotId, Account> onHand() {
            Map<LotId, Account> onHand = new HashMap<>();
            for (LotEvent event : trade.lotEvents()) {
                Account there = onHand.computeIfAbsent(event.lotId(), lot -> new Account());
                switch (event) {
                    case LotStocked in -> there.add(in.quantity(), in.landedCost());
                    case LotSplit out ->
                        there.add(-out.quantity(), out.landedCost().times(-1));
                    case PartRejoined out ->
                        there.add(-out.quantity(), out.landedCost().times(-1));
                    case PartTakenBack in -> there.add(in.quantity(), in.landedCost());
                    case LotCounted counted -> there.add(counted.difference(), counted.landedCost());
                    case LotWrittenOff out ->
                        there.add(-out.quantity(), out.landedCost().times(-1));
                    case WriteOffUndone in -> there.add(in.quantity(), in.landedCost());
                    case LotSold out ->
                        there.add(-out.quantity(), out.landedCost().times(-1));
                    case SoldBoxesAdjusted in -> there.add(in.returned(), in.landedCost());
                    default -> {}
                }
            }
            return onHand;
        }

        void assertBalanced() {
            Account cameIn = new Account();
            Account sold = new Account();
            Account lost = new Account();
            for (LotEvent event : trade.lotEvents()) {
                switch (event) {
                    case LotStocked in when in.splitOff() == null -> cameIn.add(in.quantity(), in.landedCost());
                    case LotCounted counted ->
                        lost.add(-counted.difference(), counted.landedCost().times(-1));
                    case LotWrittenOff out -> lost.add(out.quantity(), out.landedCost());
                    case WriteOffUndone in ->
                        lost.add(-in.quantity(), in.landedCost().times(-1));
                    case LotSold out -> sold.add(out.quantity(), out.landedCost());
                    case SoldBoxesAdjusted in ->
                        sold.add(-in.returned(), in.landedCost().times(-1));
                    default -> {}
                }
            }
            Map<LotId, Account> onHand = onHand();
            assertThat(onHand.values())
                    .as("no lot has fewer than no boxes, or a cost without boxes; seed %d", seed)
                    .allMatch(there -> there.boxes > 0 && there.cost >= 0 || there.boxes == 0 && there.cost == 0);
            assertThat(onHand.values().stream().mapToLong(there -> there.boxes).sum() + sold.boxes + lost.boxes)
                    .as("boxes, seed %d", seed)
                    .isEqualTo(cameIn.boxes);
            assertThat(onHand.values().stream().mapToLong(there -> there.cost).sum() + sold.cost + lost.cost)
                    .as("cents, seed %d", seed)
                    .isEqualTo(cameIn.cost);
            assertThat(trade.kept().values()).as("kept boxes, seed %d", seed).allMatch(boxes -> boxes >= 0);
        }

        private LotId newLot() {
            LotId lot = LotId.of(Trade.TENANT, id());
            lots.add(lot);
            return lot;
        }

        private LotId lot() {
            return lots.get(random.nextInt(lots.size()));
        }

        private int boxes() {
            return 1 + random.nextInt(4);
        }

        private Money cents() {
            return new Money(random.nextInt(10_000), "USD");
        }

        private UUID id() {
            return new UUID(random.nextLong(), random.nextLong());
        }
    }
}
