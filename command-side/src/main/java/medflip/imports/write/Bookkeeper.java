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
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.ImportRowStore.TakenBack;
import medflip.imports.write.Kind.Entering;
import medflip.imports.write.Kind.Mode;
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
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.write.SaleCommand.RecordSale;
import org.jspecify.annotations.Nullable;

/**
 * Enters the rows of a ledger in the books, each as product, customer, deal, lot and sale. Entering a row again, by the
 * same import or a later one, makes nothing twice: every step has its own key, and what the log already holds under it
 * is left as it is.
 */
final class Bookkeeper implements Entering<Purchase> {

    private static final int ONLY_LINE = 1;

    /**
     * A good row, ready to be entered.
     *
     * @param inPlaceOf what this import took back because the row says something else by now
     */
    record Entry(
            int row,
            String key,
            Purchase purchase,
            Person person,
            @Nullable Touched inPlaceOf) {

        Entry(int row, String key, Purchase purchase, Person person) {
            this(row, key, purchase, person, null);
        }

        /** The row under the key that it has after it was taken back. */
        Entry again(@Nullable Touched before) {
            return new Entry(row, key + "/again", purchase, person, before);
        }
    }

    private final Books books;
    private final RowKeys keys;
    private final Map<Integer, Entry> entries;
    private final Map<Person, CustomerId> customers = new ConcurrentHashMap<>();
    private final Set<Person> toldOf = ConcurrentHashMap.newKeySet();
    private final Map<String, ProductId> catalog = new ConcurrentHashMap<>();

    Bookkeeper(Books books, Map<Integer, Entry> entries) {
        this.books = books;
        this.keys = books.keys();
        this.entries = entries;
    }

    @Override
    public List<Outcome> foresee(List<Good<Purchase>> together) {
        return together.stream().map(row -> foresee(entry(row))).toList();
    }

    @Override
    public List<Outcome> enter(List<Good<Purchase>> together) {
        return together.stream().map(row -> enter(entry(row))).toList();
    }

    private Entry entry(Good<Purchase> row) {
        Entry entry = Objects.requireNonNull(entries.get(row.number()));
        Optional<PastAnswer> recorded = recorded(entry);
        while (recorded.isPresent() && books.wasTakenBack(keys.deal(entry.key()))) {
            entry = entry.again(replacement(entry, recorded.get()));
            recorded = recorded(entry);
        }
        return entry;
    }

    private Optional<PastAnswer> recorded(Entry entry) {
        return books.pastAnswers()
                .find(books.tenant(), String.valueOf(recording(entry).idempotencyKey()));
    }

    /** What this import took back of a row that it then enters as it is now; null if another took it back. */
    private @Nullable Touched replacement(Entry entry, PastAnswer recorded) {
        DealId deal = keys.deal(entry.key());
        return books.pastAnswers()
                .find(books.tenant(), TakingBack.key(deal))
                .filter(taken -> books.isOurs(taken.accepted()))
                .map(taken -> new Touched(
                        deal.value(),
                        recorded.accepted().version(),
                        taken.accepted().version()))
                .orElse(null);
    }

    private Outcome foresee(Entry entry) {
        try {
            Outcome silent = leftAlone(entry);
            if (silent != null) {
                return silent;
            }
            if (saysOtherwise(entry)) {
                return Outcome.of(entry.row(), Result.CHANGED);
            }
            Resale resale = entry.purchase().resale();
            boolean isRecorded = books.past(recording(entry)).isPresent();
            boolean isSold = resale == null
                    || books.past(keys.selling(entry.key(), resale)).isPresent();
            return Outcome.of(entry.row(), !isRecorded ? Result.MADE : isSold ? Result.UNCHANGED : withItsSale(entry));
        } catch (CommandRejected refused) {
            return Outcome.of(entry.row(), Result.REFUSED, Books.reason(refused));
        }
    }

    private Outcome enter(Entry known) {
        List<Touched> touched = new ArrayList<>();
        try {
            Outcome silent = leftAlone(known);
            if (silent != null) {
                return silent;
            }
            Entry entry = known;
            if (saysOtherwise(known)) {
                TakenBack back = takeBack(known);
                if (!back.done()) {
                    return Outcome.of(known.row(), Result.REFUSED, String.valueOf(back.reason()));
                }
                entry = known.again(replacement(known, recorded(known).orElseThrow()));
            }
            boolean wasThere = recorded(entry)
                    .filter(past -> !books.isOurs(past.accepted()))
                    .isPresent();
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
                    : entry.inPlaceOf() != null ? Result.CHANGED : wasThere ? withItsSale(entry) : Result.MADE;
            return new Outcome(entry.row(), result, null, List.copyOf(touched));
        } catch (CommandRejected refused) {
            // What came in before the refusal has to be taken back as well.
            return new Outcome(known.row(), Result.REFUSED, Books.reason(refused), List.copyOf(touched));
        }
    }

    /** Boxes that lay on the shelf in an earlier file, and are sold by this one. */
    private static Result withItsSale(Entry entry) {
        return entry.purchase().reference() == null ? Result.MADE : Result.CHANGED;
    }

    /** A row that isn't wanted, because the purchase is there, or isn't. */
    private @Nullable Outcome leftAlone(Entry entry) {
        Mode mode = books.settings().mode();
        Optional<PastAnswer> recorded = recorded(entry);
        if (recorded.isEmpty() && mode == Mode.UPDATE && entry.inPlaceOf() == null) {
            return Outcome.of(entry.row(), Result.SKIPPED, "This purchase isn't in the books.");
        }
        boolean isAnothers =
                recorded.filter(past -> !books.isOurs(past.accepted())).isPresent();
        return isAnothers && mode == Mode.CREATE && entry.purchase().reference() != null
                ? Outcome.of(entry.row(), Result.SKIPPED, "This purchase is in the books already.")
                : null;
    }

    /** Whether a row that is known by its reference says something else than when it came in. */
    private boolean saysOtherwise(Entry entry) {
        if (entry.purchase().reference() == null) {
            return false;
        }
        Resale resale = entry.purchase().resale();
        return differs(recording(entry)) || resale != null && differs(keys.selling(entry.key(), resale));
    }

    private boolean differs(Conditions step) {
        return books.pastAnswers()
                .find(books.tenant(), String.valueOf(step.idempotencyKey()))
                .filter(past -> !past.requestHash().equals(step.requestHash()))
                .isPresent();
    }

    /** Takes the purchase back as it came in, if nothing happened to it since. */
    private TakenBack takeBack(Entry entry) {
        List<Touched> made = new ArrayList<>();
        DealId deal = keys.deal(entry.key());
        LotId lot = LotId.of(deal, ONLY_LINE);
        made.add(Touched.made(
                deal.value(), recorded(entry).orElseThrow().accepted().version()));
        version(keys.selling(entry.key()))
                .or(() -> version(keys.stocking(entry.key()).idempotencyKey()))
                .ifPresent(version -> made.add(Touched.made(lot.value(), version)));
        if (version(keys.selling(entry.key())).isPresent()) {
            made.add(Touched.made(
                    SaleId.of(books.tenant(), keys.sale(entry.key())).value(), 0));
        }
        return new TakingBack(books.commands(), books.pastAnswers(), books.histories(), books.importId())
                .takeBack(new Entered(entry.row(), Result.CHANGED, null, made, null, null));
    }

    private Optional<Long> version(@Nullable String key) {
        return books.pastAnswers()
                .find(books.tenant(), String.valueOf(key))
                .map(past -> past.accepted().version());
    }

    private void enterDeal(Entry entry, List<Touched> touched) {
        Purchase purchase = entry.purchase();
        DealId deal = keys.deal(entry.key());
        ProductId product = product(purchase.item(), touched);
        Conditions recording = recording(entry);
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

    private Conditions recording(Entry entry) {
        return keys.recording(entry.key(), entry.purchase());
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
