package medflip.inventory.write;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.deals.events.DealId;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotId;
import medflip.platform.command.AggregateSpec;

/** Three boxes that cost $10.00 together: a sum that three can't share alike. */
abstract class LotSpec extends AggregateSpec<Lot> {

    static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    static final DealId DEAL = DealId.of(TENANT, new UUID(1, 1));
    static final LotId LOT = LotId.of(DEAL, 1);
    static final LotId PART = LotId.of(TENANT, new UUID(2, 2));
    static final ProductId VERIO = ProductId.named(TENANT, "Verio");
    static final YearMonth EXPIRY = YearMonth.of(2027, 6);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static LotStocked stocked() {
        return new LotStocked(
                LOT, DEAL, VERIO, "Verio", EXPIRY, Grade.PERFECT, 3, usd("10.00"), TODAY, "4719", null, null);
    }

    /** One of the three boxes, as a lot of its own. */
    static LotStocked part() {
        return new LotStocked(
                PART,
                DEAL,
                VERIO,
                "Verio",
                EXPIRY,
                Grade.SLIGHT_DAMAGE,
                1,
                usd("3.33"),
                TODAY,
                "4719",
                "Shelf A3",
                new SplitOff(LOT, LOT, TODAY.plusDays(2)));
    }
}
