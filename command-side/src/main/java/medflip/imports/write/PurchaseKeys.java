package medflip.imports.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import medflip.deals.events.DealId;
import medflip.imports.write.Kind.Touched;
import medflip.inventory.events.LotId;
import medflip.kernel.TenantId;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.sales.events.SaleId;

/**
 * Finds in the log what imports entered for a row of a ledger, by the keys under which they did: the row's own, and,
 * each time that it was taken back, the next one.
 */
record PurchaseKeys(PastAnswers pastAnswers, RowKeys keys, TenantId tenant) {

    /**
     * A purchase as it was entered once.
     *
     * @param version of the deal when it was
     * @param requestHash tells the figures from others
     */
    record Stand(String key, DealId deal, long version, String requestHash) {}

    /** All that were entered for the row, the last of which is there or was taken back like those before it. */
    List<Stand> stands(String rowKey) {
        List<Stand> stands = new ArrayList<>();
        String key = rowKey;
        for (Optional<PastAnswer> recorded = recorded(key); recorded.isPresent(); recorded = recorded(key)) {
            stands.add(new Stand(
                    key,
                    keys.deal(key),
                    recorded.get().accepted().version(),
                    recorded.get().requestHash()));
            key = RowKeys.next(key);
        }
        return stands;
    }

    Optional<PastAnswer> recorded(String key) {
        return pastAnswers.find(tenant, keys.recording(key));
    }

    boolean wasTakenBack(DealId deal) {
        return pastAnswers.find(tenant, TakingBack.key(deal)).isPresent();
    }

    /** What was made with it, in the order in which it was: the deal, its lot as stocked or as sold, and the sale. */
    List<Touched> made(String key, long dealVersion, boolean withItsSale) {
        DealId deal = keys.deal(key);
        LotId lot = LotId.of(deal, Bookkeeper.ONLY_LINE);
        Optional<Long> sold = withItsSale ? version(keys.selling(key)) : Optional.empty();
        List<Touched> made = new ArrayList<>();
        made.add(Touched.made(deal.value(), dealVersion));
        sold.or(() -> version(String.valueOf(keys.stocking(key).idempotencyKey())))
                .ifPresent(version -> made.add(Touched.made(lot.value(), version)));
        if (sold.isPresent()) {
            made.add(Touched.made(SaleId.of(tenant, keys.sale(key)).value(), 0));
        }
        return made;
    }

    private Optional<Long> version(String key) {
        return pastAnswers.find(tenant, key).map(past -> past.accepted().version());
    }
}
