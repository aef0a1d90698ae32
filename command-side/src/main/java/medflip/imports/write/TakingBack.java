package medflip.imports.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.DealId;
import medflip.deals.write.CourseCommand.TakeBackPastDeal;
import medflip.expenses.events.ExpenseId;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.ImportRowStore.TakenBack;
import medflip.imports.write.Kind.Touched;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.TakeBackLot;
import medflip.kernel.AggregateId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.Histories;
import medflip.platform.command.PastAnswers;
import medflip.platform.tenancy.Caller;
import medflip.sales.events.SaleId;
import medflip.sales.write.SaleCommand.TakeBackSale;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what an import did, by commands that make each thing again what it was before. A thing that anything
 * happened to since is left as it is, and so is all else that came with its row: what a person did later counts more.
 * Doing it again, also after a crash in between, does nothing twice.
 */
final class TakingBack {

    static final String CHANGED_SINCE = "Something happened to it since the import, so it was left as it is.";
    static final String HAS_MORE =
            "There are deals or texts of this person that didn't come with the import, or the card"
                    + " was merged with another, so the person was left as they are.";
    private static final String PERSON_STAYS = "The purchase was taken back. The person stays: there are deals or texts"
            + " of theirs that didn't come with its row, or the card was merged with another.";
    private static final String COMPANY_STAYS =
            "The purchase was taken back. The person or the item stays: something happened to it since the import.";
    private static final PersonalText UNDONE = new PersonalText("The import that brought it was undone.");

    private final Commands commands;
    private final PastAnswers pastAnswers;
    private final Histories histories;
    private final PurchaseKeys purchases;
    private final Belongings belongings;
    private final ImportId importId;

    TakingBack(
            Commands commands,
            PastAnswers pastAnswers,
            Histories histories,
            RowKeys keys,
            Belongings belongings,
            ImportId importId) {
        this.commands = commands;
        this.pastAnswers = pastAnswers;
        this.histories = histories;
        this.purchases = new PurchaseKeys(pastAnswers, keys, importId.tenantId());
        this.belongings = belongings;
        this.importId = importId;
    }

    /** Whether a person came in with the row. These rows are taken back last, when it is known which deals stay. */
    static boolean broughtPerson(Entered row) {
        return row.touched().stream().anyMatch(one -> one.before() < 0 && id(one.id()) instanceof CustomerId);
    }

    /** The key under which something that an import made is taken back; the next import makes it under a new id. */
    static String key(AggregateId id) {
        return "import-undo/" + id.value();
    }

    /**
     * The same rows. What several of them did to one thing, with nothing in between, becomes one stretch, which each of
     * them has: it is taken back once.
     */
    static List<Entered> wholeStretches(List<Entered> rows) {
        Map<String, List<Touched>> byThing = rows.stream()
                .flatMap(row -> row.touched().stream())
                .distinct()
                .sorted(Comparator.comparingLong(Touched::before).thenComparingLong(Touched::after))
                .collect(Collectors.groupingBy(Touched::id));
        return rows.stream()
                .map(row -> row.having(row.touched().stream()
                        .map(one -> whole(Objects.requireNonNull(byThing.get(one.id())), one))
                        .toList()))
                .toList();
    }

    private static Touched whole(List<Touched> all, Touched one) {
        Touched whole = all.getFirst();
        for (Touched next : all) {
            if (next.before() > whole.after()) {
                return one;
            }
            whole = new Touched(whole.id(), whole.before(), Math.max(whole.after(), next.after()));
        }
        return whole;
    }

    /** One step, and on what it depends. */
    record Step(Command command, Conditions conditions) {

        /** The step, taken only if the thing is at this version. */
        Step expecting(long version) {
            return new Step(command, new Conditions(conditions.idempotencyKey(), conditions.requestHash(), version));
        }
    }

    /**
     * Takes a row back. Products and people that came in with a purchase stay, and the row says so, if anything
     * happened to them since, and so does a person who has anything else in the books. A purchase that the row changed
     * is entered again as it was.
     */
    TakenBack takeBack(Entered row) {
        try {
            PurchaseBack purchase = PurchaseBack.of(row, purchases, histories, importId);
            if (purchase.kept() != null) {
                return new TakenBack(row.row(), false, purchase.kept());
            }
            List<Step> steps = new ArrayList<>();
            @Nullable String stays = null;
            Set<String> going = purchase.touched().stream().map(Touched::id).collect(Collectors.toSet());
            for (Touched one : purchase.touched().reversed()) {
                AggregateId id = id(one.id());
                List<DomainEvent> history = histories.of(id, DomainEvent.class).toList();
                List<Step> back = steps(id, one, history);
                int done = (int) back.stream()
                        .takeWhile(step -> isDone(step.conditions()))
                        .count();
                long since = history.stream()
                        .skip(one.after() + 1)
                        .filter(event -> !(event instanceof DealClosed))
                        .count();
                if (since == done && done < back.size() && isStillNeeded(id, one, going)) {
                    if (row.touched().size() == 1) {
                        return new TakenBack(row.row(), false, HAS_MORE);
                    }
                    stays = PERSON_STAYS;
                } else if (since == done) {
                    for (int i = done; i < back.size(); i++) {
                        steps.add(back.get(i).expecting(history.size() - 1L + i - done));
                    }
                } else if (row.touched().size() > 1 && (id instanceof CustomerId || id instanceof ProductId)) {
                    stays = stays == null ? COMPANY_STAYS : stays;
                } else {
                    return new TakenBack(row.row(), false, CHANGED_SINCE);
                }
            }
            steps.addAll(purchase.again());
            steps.forEach(step ->
                    commands.send(Caller.job(importId.tenantId(), "import"), step.command(), step.conditions()));
            return new TakenBack(row.row(), true, stays);
        } catch (CommandRejected refused) {
            return new TakenBack(row.row(), false, refused.reason().message());
        }
    }

    /** Whether it is a person whom the import brought, and who has more than that by now. */
    private boolean isStillNeeded(AggregateId id, Touched one, Set<String> going) {
        return id instanceof CustomerId person && one.before() < 0 && belongings.has(person, going);
    }

    private List<Step> steps(AggregateId id, Touched touched, List<DomainEvent> history) {
        int after = (int) Math.min(touched.after() + 1, history.size());
        List<DomainEvent> before = history.subList(0, (int) (touched.before() + 1));
        List<Command> commands = commands(id, before, history.subList(0, after));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < commands.size(); i++) {
            String key = before.isEmpty() && isNeverAgain(id) ? key(id) : key(id) + "/" + importId.local() + "/" + i;
            steps.add(new Step(commands.get(i), Conditions.key(key, "undo")));
        }
        return steps;
    }

    /** Whether what was taken back stays so, so that the next import makes another. */
    private static boolean isNeverAgain(AggregateId id) {
        return id instanceof ExpenseId || id instanceof DealId || id instanceof LotId || id instanceof SaleId;
    }

    private static List<Command> commands(AggregateId id, List<DomainEvent> before, List<DomainEvent> after) {
        return switch (id) {
            case CustomerId customer -> CustomersKind.takingBack(customer, before, after);
            case ProductId product -> ProductsKind.takingBack(product, before, after);
            case PriceListId list -> PricesKind.takingBack(list, before, after);
            case ExpenseId expense -> ExpensesKeeping.takingBack(expense, before, after, UNDONE);
            case SaleId sale -> List.of(new TakeBackSale(sale));
            case LotId lot -> List.of(new TakeBackLot(lot));
            case DealId deal -> List.of(new TakeBackPastDeal(deal));
            default -> throw new IllegalStateException("No import makes " + id);
        };
    }

    private boolean isDone(Conditions conditions) {
        return pastAnswers
                .find(importId.tenantId(), String.valueOf(conditions.idempotencyKey()))
                .isPresent();
    }

    /** An id by its kind, which is the part in the middle. */
    static AggregateId id(String value) {
        return switch (value.split("/")[1]) {
            case "customer" -> new CustomerId(value);
            case "product" -> new ProductId(value);
            case "price-list" -> new PriceListId(value);
            case "expense" -> new ExpenseId(value);
            case "sale" -> new SaleId(value);
            case "lot" -> new LotId(value);
            case "deal" -> new DealId(value);
            default -> throw new IllegalStateException("No import makes " + value);
        };
    }
}
