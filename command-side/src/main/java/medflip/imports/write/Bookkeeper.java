package medflip.imports.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.deals.events.DealId;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.CourseCommand.RecordPastDeal;
import medflip.imports.write.EarlierPurchases.Entry;
import medflip.imports.write.ImportRowStore.TakenBack;
import medflip.imports.write.Kind.Entering;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Kind.Touched;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Resale;
import medflip.imports.write.Reading.Good;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.write.SaleCommand.RecordSale;

/**
 * Enters the rows of a ledger in the books, each as product, customer, deal, lot and sale. Entering a row again, by the
 * same import or a later one, makes nothing twice: every step has its own key, and what the log already holds under it
 * is left as it is.
 */
final class Bookkeeper implements Entering<Purchase> {

    static final int ONLY_LINE = 1;

    private final Books books;
    private final RowKeys keys;
    private final EarlierPurchases earlier;
    private final Map<Integer, Entry> entries;
    private final Map<Person, CustomerId> customers = new ConcurrentHashMap<>();
    private final Set<Person> toldOf = ConcurrentHashMap.newKeySet();
    private final Map<String, ProductId> catalog = new ConcurrentHashMap<>();

    Bookkeeper(Books books, Map<Integer, Entry> entries) {
        this.books = books;
        this.keys = books.keys();
        this.earlier = new EarlierPurchases(books);
        this.entries = entries;
    }

    @Override
    public List<Outcome> foresee(List<Good<Purchase>> together) {
        return together.stream().map(row -> earlier.foresee(entry(row))).toList();
    }

    @Override
    public List<Outcome> enter(List<Good<Purchase>> together) {
        return together.stream().map(row -> enter(entry(row), named(row).key())).toList();
    }

    private Entry entry(Good<Purchase> row) {
        return earlier.standing(named(row));
    }

    private Entry named(Good<Purchase> row) {
        return Objects.requireNonNull(entries.get(row.number()));
    }

    private Outcome enter(Entry known, String key) {
        List<Touched> touched = new ArrayList<>();
        try {
            Outcome silent = earlier.leftAlone(known);
            if (silent != null) {
                return silent;
            }
            Entry entry = known;
            if (earlier.saysOtherwise(known)) {
                TakenBack back = earlier.takeBack(known);
                if (!back.done()) {
                    return Outcome.of(known.row(), Result.REFUSED, String.valueOf(back.reason()));
                }
                entry = earlier.standing(known);
            }
            boolean wasThere = earlier.isAnothers(entry);
            if (entry.inPlaceOf() != null) {
                touched.add(entry.inPlaceOf());
            }
            enterDeal(entry, touched);
            addContacts(entry.person(), touched);
            Resale resale = entry.purchase().resale();
            if (resale != null) {
                enterSale(entry, resale, touched);
            }
            Result result = touched.isEmpty()
                    ? Result.UNCHANGED
                    : entry.inPlaceOf() != null
                            ? Result.CHANGED
                            : wasThere ? EarlierPurchases.withItsSale(entry) : Result.MADE;
            return new Outcome(entry.row(), result, null, List.copyOf(touched), key);
        } catch (CommandRejected refused) {
            // A person or an item that came in before the refusal is there for other rows, and goes when all is undone.
            return new Outcome(
                    known.row(), Result.REFUSED, Books.reason(refused), earlier.withdraw(known, key, touched), key);
        }
    }

    private void enterDeal(Entry entry, List<Touched> touched) {
        Purchase purchase = entry.purchase();
        DealId deal = keys.deal(entry.key());
        ProductId product = product(purchase.item(), touched);
        Conditions recording = keys.recording(entry.key(), entry.purchase());
        Optional<Accepted> past = books.past(recording);
        past.filter(books::isOurs).ifPresent(before -> noteAgain(entry.person(), product, touched));
        Accepted recorded = past.orElseGet(() -> books.send(
                new RecordPastDeal(
                        deal,
                        customer(entry.person(), touched),
                        books.importId(),
                        purchase.boughtOn(),
                        List.of(new ReceivedLine(
                                ONLY_LINE,
                                product,
                                purchase.item(),
                                purchase.expiry(),
                                purchase.grade(),
                                purchase.quantity(),
                                purchase.landedCost())),
                        keys.payout(entry.key()),
                        purchase.paid(),
                        purchase.payment().method(),
                        purchase.payment().reference(),
                        purchase.note()),
                recording));
        note(recorded, true, touched);
        LotId lot = LotId.of(deal, ONLY_LINE);
        Conditions stocking = keys.stocking(entry.key());
        Accepted stocked = books.send(
                new StockLot(
                        lot,
                        deal,
                        product,
                        purchase.item(),
                        purchase.expiry(),
                        purchase.grade(),
                        purchase.quantity(),
                        purchase.landedCost(),
                        purchase.boughtOn(),
                        null,
                        null,
                        null),
                stocking);
        note(stocked.position() > 0 ? stocked : books.past(stocking).orElse(stocked), true, touched);
    }

    private void enterSale(Entry entry, Resale resale, List<Touched> touched) {
        Conditions selling = keys.selling(entry.key(), resale);
        SellLot sale = new SellLot(
                LotId.of(keys.deal(entry.key()), ONLY_LINE),
                keys.sale(entry.key()),
                resale.buyer(),
                entry.purchase().quantity(),
                resale.proceeds(),
                resale.soldOn());
        // The lot takes the same sale again without a word, also with other figures: the log knows better.
        Accepted sold = books.send(sale, selling);
        note(sold.position() > 0 ? sold : books.past(selling).orElse(sold), false, touched);
        // The policy would record the sale as well, but one after the other: a ledger's rows needn't wait for each
        // other.
        SaleId saleId = SaleId.of(books.tenant(), sale.saleId());
        books.send(
                new RecordSale(
                        saleId,
                        sale.buyer(),
                        new SaleLine(sale.lotId(), sale.quantity(), sale.proceeds()),
                        sale.soldOn()),
                Conditions.NONE);
        if (books.isOurs(sold)
                || touched.stream().anyMatch(one -> one.id().equals(sale.lotId().value()))) {
            touched.add(Touched.made(saleId.value(), 0));
        }
    }

    /**
     * The person's id in the books: that of who has the same number or address there, else a new one. Asked only for a
     * deal that isn't there yet, so that no person comes in without a deal.
     */
    private CustomerId customer(Person person, List<Touched> touched) {
        CustomerId known = customers.get(person);
        if (known != null) {
            return known;
        }
        CustomerId customer = books.contacts()
                .find(books.tenant(), person.phones(), person.emails())
                .map(found -> backAgain(found, touched))
                .orElseGet(() -> register(person, touched));
        customers.put(person, customer);
        return customer;
    }

    /** What the file knows of a person that the books don't, once for all of the person's rows. */
    private void addContacts(Person person, List<Touched> touched) {
        if (!toldOf.add(person) || person.phones().isEmpty() && person.emails().isEmpty()) {
            return;
        }
        books.contacts().find(books.tenant(), person.phones(), person.emails()).ifPresent(customer -> {
            // What is another person's isn't this one's as well, whatever the file says.
            List<PhoneNumber> phones = books.claims().free(customer, person.phones());
            Accepted added = books.sendClaiming(
                    customer,
                    phones,
                    new AddContacts(customer, phones, person.emails(), books.importId()),
                    Conditions.NONE);
            note(added, false, touched);
        });
    }

    private CustomerId register(Person person, List<Touched> touched) {
        toldOf.add(person);
        CustomerId customer = keys.customer(person);
        Details details = new Details(person.name(), person.phones(), person.emails(), null, person.leadSource(), null);
        Accepted registered = books.sendClaiming(
                customer,
                person.phones(),
                new RegisterCustomer(customer, details, books.importId()),
                keys.registering(person));
        note(registered, true, touched);
        return books.isOurs(registered) ? customer : backAgain(customer, touched);
    }

    /** Who was put aside, by hand or because an import was undone, is dealt with again. */
    private CustomerId backAgain(CustomerId customer, List<Touched> touched) {
        PersonState state = PersonState.of(books.history(customer));
        if (state != null && state.archived()) {
            note(books.send(new RestoreCustomer(customer), books.step(customer, "back")), false, touched);
        }
        return customer;
    }

    /** The catalog's product of this name, made if there is none. */
    private ProductId product(String item, List<Touched> touched) {
        ProductId known = catalog.get(item);
        if (known != null) {
            return known;
        }
        ProductId product = books.products().find(books.tenant(), item).orElseGet(() -> enter(item, touched));
        catalog.put(item, product);
        return product;
    }

    private ProductId enter(String item, List<Touched> touched) {
        ProductId product = ProductId.named(books.tenant(), item);
        note(
                books.send(
                        new EnterProduct(product, ProductVariant.called(item), books.importId()),
                        RowKeys.making(product)),
                true,
                touched);
        return product;
    }

    /** What this import made for the row before it was interrupted. */
    private void noteAgain(Person person, ProductId product, List<Touched> touched) {
        books.past(RowKeys.making(product)).ifPresent(made -> note(made, true, touched));
        books.past(keys.registering(person)).ifPresent(made -> note(made, true, touched));
    }

    /** Keeps what this import itself did, so that it can be taken back; what it did to one thing is one stretch. */
    private void note(Accepted accepted, boolean isNew, List<Touched> touched) {
        if (!books.isOurs(accepted)) {
            return;
        }
        Optional<Touched> earlier = touched.stream()
                .filter(one -> one.id().equals(accepted.aggregateId()))
                .findFirst();
        earlier.ifPresent(touched::remove);
        long before = isNew ? -1 : earlier.map(Touched::before).orElse(accepted.version() - 1);
        touched.add(new Touched(accepted.aggregateId(), before, accepted.version()));
    }
}
