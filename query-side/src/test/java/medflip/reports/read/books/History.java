package medflip.reports.read.books;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.ReceivedLine;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.imports.events.ImportId;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;

/**
 * A random history of deals, lots, payouts, sales and expenses, and beside it the plainest possible account of the
 * money that moved: one number for each way in or out, added up as it happens.
 */
final class History {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    final List<DomainEvent> events = new ArrayList<>();
    long paidOut;
    long handling;
    long received;
    long receivable;
    long writtenOff;
    long spent;
    long owed;
    /** What of the handling was for deals of which nothing was bought. */
    long forNothing;
    /** Fees that were paid, less those that are part of boxes' cost, of deals that aren't paid in full. */
    long feesDue;

    long stock;
    int boxes;

    private final TenantId tenant;
    private final Random random;
    private final List<Owed> debts = new ArrayList<>();
    private final List<Shelf> shelf = new ArrayList<>();
    private final List<ReceiptRecorded> outstanding = new ArrayList<>();

    /** What is owed for a deal, and what its payouts cost beyond the estimate, as far as it isn't booked. */
    private static final class Owed {
        private final DealId deal;
        private final CustomerId customer;
        private long left;
        private long fees;

        Owed(DealId deal, CustomerId customer, long left, long estimated) {
            this.deal = deal;
            this.customer = customer;
            this.left = left;
            this.fees = -estimated;
        }
    }

    /** Boxes of a lot that are left, and what they cost. */
    private static final class Shelf {
        private final LotStocked lot;
        private int left;
        private Money cost;

        Shelf(LotStocked lot) {
            this.lot = lot;
            this.left = lot.quantity();
            this.cost = lot.landedCost();
        }
    }

    private History(TenantId tenant, long seed) {
        this.tenant = tenant;
        this.random = new Random(seed);
    }

    static History of(TenantId tenant, long seed) {
        History history = new History(tenant, seed);
        int steps = 5 + history.random.nextInt(40);
        for (int i = 0; i < steps; i++) {
            switch (history.random.nextInt(11)) {
                case 0, 1 -> history.buy();
                case 2 -> history.pay(false);
                case 3, 4 -> history.sell(false);
                case 5 -> history.writeOff();
                case 6 -> history.receive();
                case 7 -> history.tryToBuy();
                case 8 -> history.count();
                case 9 -> history.split();
                default -> history.spend();
            }
        }
        return history;
    }

    /** Everything that is owed is paid, and everything on the shelf is sold. */
    void settle() {
        while (!debts.isEmpty()) {
            pay(true);
        }
        while (!shelf.isEmpty()) {
            sell(true);
        }
        while (!outstanding.isEmpty()) {
            receive();
        }
    }

    private void buy() {
        DealId deal = DealId.of(tenant, id());
        CustomerId customer = CustomerId.of(tenant, id());
        List<ReceivedLine> lines = new ArrayList<>();
        long price = 0;
        long label = random.nextInt(3) == 0 ? 0 : random.nextInt(2_000);
        long fee = random.nextInt(3) == 0 ? random.nextInt(300) : 0;
        boolean past = random.nextInt(3) == 0;
        int count = 1 + random.nextInt(3);
        for (int line = 1; line <= count; line++) {
            long cost = 1L + random.nextInt(20_000);
            long extra = past ? label : label + fee;
            long share = line == count ? extra - extra / count * (count - 1) : extra / count;
            price += cost;
            int item = random.nextInt(5);
            lines.add(new ReceivedLine(
                    line,
                    ProductId.of(tenant, new UUID(7, item)),
                    "Item " + item,
                    YearMonth.of(2028, 1),
                    Grade.PERFECT,
                    1 + random.nextInt(9),
                    usd(cost + share)));
        }
        LocalDate on = day();
        handling += label;
        if (past) {
            paidOut += price;
            events.add(new PastDealRecorded(
                    deal,
                    customer,
                    ImportId.of(tenant, id()),
                    on,
                    lines,
                    id(),
                    usd(price),
                    PayoutMethod.CASH,
                    null,
                    null));
        } else {
            owed += price;
            events.add(new LabelMade(deal, customer, id(), Carrier.USPS, null, usd(label), day()));
            events.add(new DealAgreed(deal, on, lines, usd(price), usd(fee), 0));
            debts.add(new Owed(deal, customer, price, fee));
            feesDue -= fee;
        }
        for (ReceivedLine line : lines) {
            LotStocked stocked = new LotStocked(
                    LotId.of(deal, line.line()),
                    deal,
                    line.productId(),
                    line.item(),
                    line.expiry(),
                    line.grade(),
                    line.quantity(),
                    line.landedCost(),
                    on,
                    null,
                    null,
                    null);
            events.add(stocked);
            stock += line.landedCost().minor();
            boxes += line.quantity();
            shelf.add(new Shelf(stocked));
        }
    }

    /** Nothing comes of it but what the way there cost, less what the carrier made good. */
    private void tryToBuy() {
        DealId deal = DealId.of(tenant, id());
        CustomerId customer = CustomerId.of(tenant, id());
        UUID label = id();
        long cost = random.nextInt(2_000);
        long more = 1L + random.nextInt(3_000);
        events.add(new LabelMade(deal, customer, label, Carrier.UPS, null, usd(cost), day()));
        long lost = cost;
        switch (random.nextInt(4)) {
            case 0 -> {
                events.add(new LabelVoided(deal, label, usd(cost), day()));
                lost -= cost;
            }
            case 1 -> {
                events.add(new ClaimSettled(deal, usd(more), day()));
                lost -= more;
            }
            case 2 -> {
                events.add(new BoxesReturned(deal, customer, Carrier.UPS, null, usd(more), 1, day()));
                lost += more;
            }
            default -> {}
        }
        handling += lost;
        forNothing += lost;
    }

    private void pay(boolean all) {
        if (debts.isEmpty()) {
            return;
        }
        Owed debt = debts.get(random.nextInt(debts.size()));
        long fee = random.nextInt(2) == 0 ? random.nextInt(300) : 0;
        long amount = all ? debt.left : 1 + random.nextLong(debt.left);
        UUID payout = id();
        handling += fee;
        debt.fees += fee;
        feesDue += fee;
        Money difference = amount == debt.left ? usd(debt.fees) : null;
        if (difference != null) {
            feesDue -= debt.fees;
            debt.fees = 0;
        }
        events.add(new PayoutRecorded(
                debt.deal, debt.customer, payout, usd(amount), PayoutMethod.ZELLE, null, usd(fee), difference, day()));
        if (!all && random.nextInt(4) == 0) {
            events.add(new PayoutFailed(debt.deal, debt.customer, payout, usd(amount), null, day()));
            return;
        }
        debt.left -= amount;
        owed -= amount;
        paidOut += amount;
        if (debt.left == 0) {
            debts.remove(debt);
        }
    }

    private void sell(boolean all) {
        if (shelf.isEmpty()) {
            return;
        }
        Shelf lot = shelf.get(random.nextInt(shelf.size()));
        int count = all ? lot.left : 1 + random.nextInt(lot.left);
        long proceeds = 1L + random.nextInt(30_000);
        Money share = take(lot, count);
        SaleId sale = SaleId.of(tenant, id());
        events.add(new LotSold(
                lot.lot.lotId(),
                sale.local(),
                lot.lot.dealId(),
                lot.lot.productId(),
                lot.lot.item(),
                "Buyer " + random.nextInt(3),
                count,
                usd(proceeds),
                share,
                day()));
        if (random.nextBoolean()) {
            received += proceeds;
            SaleLine line = new SaleLine(lot.lot.lotId(), count, usd(proceeds));
            events.add(new SaleRecorded(sale, "Buyer", List.of(line), day()));
            return;
        }
        long deducted = random.nextInt(4) == 0 ? random.nextLong(proceeds) : 0;
        if (deducted > 0) {
            int back = all ? 0 : random.nextInt(count + 1);
            Money cost = share.share(back, count);
            events.add(new SoldBoxesAdjusted(
                    lot.lot.lotId(),
                    sale.local(),
                    lot.lot.dealId(),
                    lot.lot.productId(),
                    lot.lot.item(),
                    back,
                    usd(deducted),
                    cost,
                    day()));
            put(lot, back, cost);
        }
        receivable += proceeds - deducted;
        outstanding.add(new ReceiptRecorded(
                sale,
                id(),
                usd(proceeds - deducted),
                ReceiptMethod.CHECK,
                AccountId.of(tenant, tenant.value()),
                null,
                day()));
    }

    private void receive() {
        if (outstanding.isEmpty()) {
            return;
        }
        if (random.nextInt(4) == 0) {
            bounce(outstanding.get(random.nextInt(outstanding.size())));
        }
        ReceiptRecorded receipt = outstanding.remove(random.nextInt(outstanding.size()));
        received += receipt.amount().minor();
        receivable -= receipt.amount().minor();
        events.add(receipt);
    }

    /** A check that came to nothing. */
    private void bounce(ReceiptRecorded receipt) {
        UUID check = id();
        events.add(new ReceiptRecorded(
                receipt.saleId(), check, receipt.amount(), receipt.method(), receipt.accountId(), null, day()));
        events.add(new ReceiptUndone(receipt.saleId(), check, receipt.amount(), day()));
    }

    /** Some are missing, or more are there than in the books. */
    private void count() {
        if (shelf.isEmpty()) {
            return;
        }
        Shelf lot = shelf.get(random.nextInt(shelf.size()));
        int difference = random.nextInt(lot.left + 1) - lot.left / 2;
        Money worth = difference < 0 ? take(lot, -difference).times(-1) : lot.cost.share(difference, lot.left);
        if (difference > 0) {
            put(lot, difference, worth);
        }
        writtenOff -= worth.minor();
        events.add(new LotCounted(
                lot.lot.lotId(),
                lot.lot.dealId(),
                lot.left,
                difference,
                worth,
                difference == 0 ? null : CountReason.MISCOUNTED,
                AccountId.of(tenant, tenant.value()),
                null,
                day()));
    }

    /** Some boxes become a lot of their own. */
    private void split() {
        List<Shelf> several = shelf.stream().filter(lot -> lot.left > 1).toList();
        if (several.isEmpty()) {
            return;
        }
        Shelf lot = several.get(random.nextInt(several.size()));
        int count = 1 + random.nextInt(lot.left - 1);
        Money share = take(lot, count);
        LotId part = LotId.of(tenant, id());
        LocalDate on = day();
        LotStocked from = lot.lot;
        events.add(new LotSplit(
                from.lotId(),
                from.dealId(),
                part,
                from.lotId(),
                from.productId(),
                from.item(),
                from.expiry(),
                from.grade(),
                count,
                share,
                from.stockedOn(),
                null,
                null,
                on));
        LotStocked stocked = new LotStocked(
                part,
                from.dealId(),
                from.productId(),
                from.item(),
                from.expiry(),
                from.grade(),
                count,
                share,
                from.stockedOn(),
                null,
                null,
                new SplitOff(from.lotId(), from.lotId(), on));
        events.add(stocked);
        shelf.add(new Shelf(stocked));
        stock += share.minor();
        boxes += count;
    }

    private void writeOff() {
        if (shelf.isEmpty()) {
            return;
        }
        Shelf lot = shelf.get(random.nextInt(shelf.size()));
        int count = 1 + random.nextInt(lot.left);
        Money share = take(lot, count);
        UUID writeOff = id();
        events.add(new LotWrittenOff(
                lot.lot.lotId(),
                lot.lot.dealId(),
                writeOff,
                count,
                share,
                WriteOffReason.LOST,
                AccountId.of(tenant, tenant.value()),
                null,
                day()));
        writtenOff += share.minor();
        if (random.nextInt(3) == 0) {
            events.add(new WriteOffUndone(lot.lot.lotId(), lot.lot.dealId(), writeOff, count, share, day()));
            writtenOff -= share.minor();
            put(lot, count, share);
        }
    }

    /** Boxes are on the shelf again, or are found there, with their cost. */
    private void put(Shelf lot, int count, Money cost) {
        if (lot.left == 0 && count > 0) {
            shelf.add(lot);
        }
        lot.left += count;
        lot.cost = lot.cost.plus(cost);
        stock += cost.minor();
        boxes += count;
    }

    /** Boxes leave the shelf with their share of the cost. */
    private Money take(Shelf lot, int count) {
        Money share = count == lot.left ? lot.cost : lot.cost.share(count, lot.left);
        lot.left -= count;
        lot.cost = lot.cost.minus(share);
        if (lot.left == 0) {
            shelf.remove(lot);
        }
        stock -= share.minor();
        boxes -= count;
        return share;
    }

    private void spend() {
        ExpenseId expense = ExpenseId.of(tenant, id());
        AccountId account = AccountId.of(tenant, tenant.value());
        PersonalText text = new PersonalText("Vendor");
        ExpenseCategory category = ExpenseCategory.values()[random.nextInt(ExpenseCategory.values().length)];
        long amount = 1L + random.nextInt(9_000);
        events.add(new ExpenseRecorded(
                expense, account, day(), category, text, usd(amount), PaymentMethod.CARD, null, null, null, null));
        if (random.nextInt(3) == 0) {
            amount = 1L + random.nextInt(9_000);
            events.add(new ExpenseCorrected(
                    expense, account, day(), category, text, usd(amount), PaymentMethod.CARD, null, null, null, null));
        }
        spent += amount;
        if (random.nextInt(4) == 0) {
            spent -= amount;
            events.add(new ExpenseVoided(expense, account, text));
            if (random.nextBoolean()) {
                spent += amount;
                events.add(new ExpenseRestored(expense));
            }
        }
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(700));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Money usd(long cents) {
        return new Money(cents, "USD");
    }
}
