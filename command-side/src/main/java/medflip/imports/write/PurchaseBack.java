package medflip.imports.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealId;
import medflip.deals.write.CourseCommand.RecordPastDeal;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.Kind.Touched;
import medflip.imports.write.Purchase.Resale;
import medflip.imports.write.PurchaseKeys.Stand;
import medflip.imports.write.TakingBack.Step;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.kernel.AggregateId;
import medflip.platform.command.Conditions;
import medflip.platform.command.Histories;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.write.SaleCommand.RecordSale;
import org.jspecify.annotations.Nullable;

/**
 * What undoing an import does to the purchase of one row. What the import entered is taken back; a purchase that it
 * changed, or sold, is then entered again as it was before, under the row's next key. It counts as brought by the
 * import that brought it first: undoing that one takes it back, too.
 *
 * @param touched what is to be taken back, in the order in which it happened
 * @param again what is to be entered then; entering it twice makes it once
 * @param kept why nothing may be done; null if it may
 */
record PurchaseBack(
        List<Touched> touched, List<Step> again, @Nullable String kept) {

    private static final String ERASED = "Its person was erased since, so it was left as it is.";
    private static final String CHANGED_OF_OLD =
            "The import changed a purchase that was there. Bring the earlier file in again to change it back.";

    static PurchaseBack of(Entered row, PurchaseKeys purchases, Histories histories, ImportId importId) {
        String key = row.key();
        return key == null
                ? withoutKey(row)
                : new Finding(row, purchases, histories, importId).back(purchases.stands(key));
    }

    /** A row of another subject, or of a time when rows' keys weren't kept. */
    private static PurchaseBack withoutKey(Entered row) {
        return row.touched().stream().anyMatch(one -> isOfPurchase(one) && one.before() >= 0)
                ? kept(CHANGED_OF_OLD)
                : new PurchaseBack(row.touched(), List.of(), null);
    }

    private static PurchaseBack kept(String reason) {
        return new PurchaseBack(List.of(), List.of(), reason);
    }

    /** Whether it is of the purchase itself, not of its person or its item. */
    static boolean isOfPurchase(Touched one) {
        AggregateId id = TakingBack.id(one.id());
        return id instanceof DealId || id instanceof LotId || id instanceof SaleId;
    }

    /** A purchase as it was before the row. */
    private record Was(
            Stand stand,
            PastDealRecorded deal,
            LotStocked stocked,
            @Nullable LotSold sold) {}

    private record Finding(Entered row, PurchaseKeys purchases, Histories histories, ImportId importId) {

        PurchaseBack back(List<Stand> stands) {
            if (stands.isEmpty()) {
                return new PurchaseBack(row.touched(), List.of(), null);
            }
            Was was = was(stands);
            if (was != null && isErased(was)) {
                return kept(ERASED);
            }
            Stand last = stands.getLast();
            String next = RowKeys.next(last.key());
            boolean isThere = !purchases.wasTakenBack(last.deal());
            if (!isThere || isRows(last, was)) {
                return new PurchaseBack(touched(was), again(was, next), null);
            }
            PastDealRecorded there = recorded(last);
            if (there.importId().equals(importId)) {
                // The row's purchase was changed by a later import, and entered again when that one was undone.
                return new PurchaseBack(entered(last), again(was, next), null);
            }
            return was != null && there.importId().equals(was.deal().importId()) && !isSoldBeyond(was, last)
                    ? new PurchaseBack(others().toList(), again(was, last.key()), null)
                    : kept(TakingBack.CHANGED_SINCE);
        }

        /** What the row changed: a purchase that was taken back for it, or one whose boxes it sold. */
        private @Nullable Was was(List<Stand> stands) {
            for (Stand stand : stands) {
                String deal = stand.deal().value();
                String lot = lot(stand).value();
                boolean replaced = row.touched().stream()
                        .anyMatch(one -> one.before() >= 0 && one.id().equals(deal));
                boolean soldOn = row.touched().stream()
                        .anyMatch(one -> one.before() >= 0 && one.id().equals(lot));
                if (replaced || soldOn) {
                    return new Was(
                            stand,
                            recorded(stand),
                            histories
                                    .of(lot(stand), LotStocked.class)
                                    .findFirst()
                                    .orElseThrow(),
                            soldOn ? null : sold(stand).orElse(null));
                }
            }
            return null;
        }

        private boolean isErased(Was was) {
            return histories
                    .of(was.deal().customerId(), CustomerErased.class)
                    .findAny()
                    .isPresent();
        }

        /** Whether it is what the row itself made, or sold. */
        private boolean isRows(Stand stand, @Nullable Was was) {
            return was != null && was.stand().equals(stand)
                    || row.touched().stream()
                            .anyMatch(one -> one.id().equals(stand.deal().value()));
        }

        /** Whether boxes of the one are sold that the other had on the shelf. */
        private boolean isSoldBeyond(Was was, Stand stand) {
            return was.sold() == null && sold(stand).isPresent();
        }

        /** What the row did itself; a purchase whose boxes it sold goes with them. */
        private List<Touched> touched(@Nullable Was was) {
            Stream<Touched> own = row.touched().stream()
                    .filter(one ->
                            was == null || !one.id().equals(was.stand().deal().value()))
                    .map(one -> isOfPurchase(one) ? Touched.made(one.id(), one.after()) : one);
            boolean sold = was != null
                    && row.touched().stream()
                            .anyMatch(one -> one.id().equals(lot(was.stand()).value()));
            return was != null && sold
                    ? Stream.concat(
                                    Stream.of(Touched.made(
                                            was.stand().deal().value(),
                                            was.stand().version())),
                                    own)
                            .toList()
                    : own.toList();
        }

        /** The same of what stands in its place. */
        private List<Touched> entered(Stand stand) {
            boolean withItsSale = row.touched().stream().anyMatch(one -> TakingBack.id(one.id()) instanceof SaleId);
            return Stream.concat(others(), purchases.made(stand.key(), stand.version(), withItsSale).stream())
                    .toList();
        }

        private Stream<Touched> others() {
            return row.touched().stream().filter(one -> !isOfPurchase(one));
        }

        private PastDealRecorded recorded(Stand stand) {
            return histories
                    .of(stand.deal(), PastDealRecorded.class)
                    .findFirst()
                    .orElseThrow();
        }

        private Optional<LotSold> sold(Stand stand) {
            return histories.of(lot(stand), LotSold.class).findFirst();
        }

        private static LotId lot(Stand stand) {
            return LotId.of(stand.deal(), Bookkeeper.ONLY_LINE);
        }

        private List<Step> again(@Nullable Was was, String key) {
            if (was == null) {
                return List.of();
            }
            RowKeys keys = purchases.keys();
            DealId deal = keys.deal(key);
            LotId lot = LotId.of(deal, Bookkeeper.ONLY_LINE);
            PastDealRecorded past = was.deal();
            LotStocked stocked = was.stocked();
            List<Step> steps = new ArrayList<>();
            steps.add(new Step(
                    new RecordPastDeal(
                            deal,
                            past.customerId(),
                            past.importId(),
                            past.boughtOn(),
                            past.lines(),
                            keys.payout(key),
                            past.paid(),
                            past.method(),
                            past.reference(),
                            past.note()),
                    Conditions.key(keys.recording(key), was.stand().requestHash())));
            steps.add(new Step(
                    new StockLot(
                            lot,
                            deal,
                            stocked.productId(),
                            stocked.item(),
                            stocked.expiry(),
                            stocked.grade(),
                            stocked.quantity(),
                            stocked.landedCost(),
                            stocked.stockedOn(),
                            stocked.lotNumber(),
                            stocked.location(),
                            stocked.splitOff()),
                    keys.stocking(key)));
            LotSold sold = was.sold();
            if (sold != null) {
                SaleId sale = SaleId.of(purchases.tenant(), keys.sale(key));
                steps.add(new Step(
                        new SellLot(lot, sale.local(), sold.buyer(), sold.quantity(), sold.proceeds(), sold.soldOn()),
                        keys.selling(key, new Resale(sold.buyer(), sold.soldOn(), sold.proceeds()))));
                steps.add(new Step(
                        new RecordSale(
                                sale, sold.buyer(), new SaleLine(lot, sold.quantity(), sold.proceeds()), sold.soldOn()),
                        Conditions.NONE));
            }
            return steps;
        }
    }
}
