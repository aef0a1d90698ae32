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
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealId;
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
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;

/**
 * A random history of deals, lots, payouts, sales and expenses, and beside it the plainest possible account of the
 * money that moved: one number for each way in or out, added up as it happens.
 */
final class History {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);

    final List<DomainEvent> events = new ArrayList<>();
    long paidOut;
    long labels;
    long sold;
    long spent;
    long owed;
    long stock;
    int boxes;

    private final TenantId tenant;
    private final Random random;
    private final List<Owed> debts = new ArrayList<>();
    private final List<Shelf> shelf = new ArrayList<>();

    private record Owed(DealId deal, CustomerId customer, long[] left) {}

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
            switch (history.random.nextInt(5)) {
                case 0, 1 -> history.buy();
                case 2 -> history.pay(false);
                case 3 -> history.sell(false);
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
    }

    private void buy() {
        DealId deal = DealId.of(tenant, id());
        CustomerId customer = CustomerId.of(tenant, id());
        List<ReceivedLine> lines = new ArrayList<>();
        long price = 0;
        long label = random.nextInt(3) == 0 ? 0 : random.nextInt(2_000);
        int count = 1 + random.nextInt(3);
        for (int line = 1; line <= count; line++) {
            long cost = random.nextInt(20_000);
            long share = line == count ? label - label / count * (count - 1) : label / count;
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
        labels += label;
        if (random.nextInt(3) == 0) {
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
            events.add(new DealReceived(deal, on, lines, usd(price)));
            if (price > 0) {
                debts.add(new Owed(deal, customer, new long[] {price}));
            }
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
                    on);
            events.add(stocked);
            stock += line.landedCost().minor();
            boxes += line.quantity();
            shelf.add(new Shelf(stocked));
        }
    }

    private void pay(boolean all) {
        if (debts.isEmpty()) {
            return;
        }
        Owed debt = debts.get(random.nextInt(debts.size()));
        long amount = all ? debt.left()[0] : 1 + random.nextLong(debt.left()[0]);
        debt.left()[0] -= amount;
        owed -= amount;
        paidOut += amount;
        if (debt.left()[0] == 0) {
            debts.remove(debt);
        }
        events.add(
                new PayoutRecorded(debt.deal(), debt.customer(), id(), usd(amount), PayoutMethod.ZELLE, null, day()));
    }

    private void sell(boolean all) {
        if (shelf.isEmpty()) {
            return;
        }
        Shelf lot = shelf.get(random.nextInt(shelf.size()));
        int count = all ? lot.left : 1 + random.nextInt(lot.left);
        Money share = count == lot.left ? lot.cost : lot.cost.share(count, lot.left);
        long proceeds = random.nextInt(30_000);
        lot.left -= count;
        lot.cost = lot.cost.minus(share);
        if (lot.left == 0) {
            shelf.remove(lot);
        }
        sold += proceeds;
        stock -= share.minor();
        boxes -= count;
        events.add(new LotSold(
                lot.lot.lotId(),
                id(),
                lot.lot.dealId(),
                lot.lot.productId(),
                lot.lot.item(),
                "Buyer " + random.nextInt(3),
                count,
                usd(proceeds),
                share,
                day()));
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
