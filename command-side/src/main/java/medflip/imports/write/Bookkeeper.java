package medflip.imports.write;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.catalog.write.ProductIndex;
import medflip.customers.events.CustomerId;
import medflip.customers.write.ContactIndex;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.deals.events.DealId;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.CourseCommand.RecordPastDeal;
import medflip.imports.events.ImportId;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Resale;
import medflip.inventory.events.LotId;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.PastAnswers;
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.platform.command.Rejection;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.write.SaleCommand.RecordSale;
import org.jspecify.annotations.Nullable;

/**
 * Enters the rows of one import in the books, each as product, customer, deal, lot and sale. Entering a row again, by
 * the same import or a later one, makes nothing twice: every step has its own key, and what the log already holds under
 * it is left as it is.
 */
final class Bookkeeper {

    private static final int ONLY_LINE = 1;

    /** A good row, ready to be entered. */
    record Entry(int row, String key, Purchase purchase, Person person) {}

    /** How it went: something new came in, everything was there, or the books refused (with the reason). */
    record Outcome(int row, boolean isNew, @Nullable String refusal) {}

    private final Commands commands;
    private final PastAnswers pastAnswers;
    private final ContactIndex contacts;
    private final ProductIndex products;
    private final RowKeys keys;
    private final ImportId importId;
    private final long startedPosition;
    private final Caller caller;
    private final Map<Person, CustomerId> customers = new ConcurrentHashMap<>();
    private final Set<Person> toldOf = ConcurrentHashMap.newKeySet();
    private final Map<String, ProductId> catalog = new ConcurrentHashMap<>();

    /** @param startedPosition what stands behind it in the log, this import made itself */
    Bookkeeper(
            Commands commands,
            PastAnswers pastAnswers,
            ContactIndex contacts,
            ProductIndex products,
            RowKeys keys,
            ImportId importId,
            long startedPosition) {
        this.commands = commands;
        this.pastAnswers = pastAnswers;
        this.contacts = contacts;
        this.products = products;
        this.keys = keys;
        this.importId = importId;
        this.startedPosition = startedPosition;
        this.caller = Caller.job(importId.tenantId(), "import");
    }

    /** Enters a row. Rows of one person come one after the other. */
    Outcome enter(Entry entry) {
        try {
            long newest = Math.max(enterDeal(entry), addContacts(entry.person()));
            Resale resale = entry.purchase().resale();
            if (resale != null) {
                newest = Math.max(newest, enterSale(entry, resale));
            }
            return new Outcome(entry.row(), newest > startedPosition, null);
        } catch (CommandRejected refused) {
            return new Outcome(entry.row(), false, reason(refused));
        }
    }

    /** Answers the position of the newest of the events behind it. */
    private long enterDeal(Entry entry) {
        Purchase purchase = entry.purchase();
        DealId deal = keys.deal(entry.key());
        ProductId product = product(purchase.item());
        Conditions recording = keys.recording(entry.key(), purchase);
        long recorded = past(recording)
                .orElseGet(() -> send(
                        new RecordPastDeal(
                                deal,
                                customer(entry.person()),
                                importId,
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
        long stocked = send(
                new StockLot(
                        LotId.of(deal, ONLY_LINE),
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
                keys.stocking(entry.key()));
        return Math.max(recorded, stocked);
    }

    private long enterSale(Entry entry, Resale resale) {
        Conditions selling = keys.selling(entry.key(), resale);
        SellLot sale = new SellLot(
                LotId.of(keys.deal(entry.key()), ONLY_LINE),
                keys.sale(entry.key()),
                resale.buyer(),
                entry.purchase().quantity(),
                resale.proceeds(),
                resale.soldOn());
        // The lot takes the same sale again without a word, also with other figures: the log knows better.
        long sold = send(sale, selling);
        long newest = sold > 0 ? sold : past(selling).orElse(sold);
        // The policy would record the sale as well, but one after the other: a ledger's rows needn't wait for each
        // other.
        send(
                new RecordSale(
                        SaleId.of(importId.tenantId(), sale.saleId()),
                        sale.buyer(),
                        new SaleLine(sale.lotId(), sale.quantity(), sale.proceeds()),
                        sale.soldOn()),
                Conditions.NONE);
        return newest;
    }

    /**
     * The person's id in the books: that of who has the same number or address there, else a new one. Asked only for a
     * deal that isn't there yet, so that no person comes in without a deal.
     */
    private CustomerId customer(Person person) {
        CustomerId known = customers.get(person);
        if (known != null) {
            return known;
        }
        CustomerId customer = contacts.find(importId.tenantId(), person.phones(), person.emails())
                .orElseGet(() -> register(person));
        customers.put(person, customer);
        return customer;
    }

    /** What the file knows of a person that the books don't, once for all of the person's rows. */
    private long addContacts(Person person) {
        if (!toldOf.add(person) || person.phones().isEmpty() && person.emails().isEmpty()) {
            return 0;
        }
        return contacts.find(importId.tenantId(), person.phones(), person.emails())
                .map(customer ->
                        send(new AddContacts(customer, person.phones(), person.emails(), importId), Conditions.NONE))
                .orElse(0L);
    }

    private CustomerId register(Person person) {
        toldOf.add(person);
        CustomerId customer = keys.customer(person);
        Details details = new Details(person.name(), person.phones(), person.emails(), null, person.leadSource(), null);
        send(new RegisterCustomer(customer, details, importId), keys.registering(person));
        return customer;
    }

    /** The catalog's product of this name, made if there is none. */
    private ProductId product(String item) {
        ProductId known = catalog.get(item);
        if (known != null) {
            return known;
        }
        ProductId product = products.find(importId.tenantId(), item).orElseGet(() -> enter(item));
        catalog.put(item, product);
        return product;
    }

    private ProductId enter(String item) {
        ProductId product = ProductId.named(importId.tenantId(), item);
        send(new EnterProduct(product, ProductVariant.called(item), importId), Conditions.NONE);
        return product;
    }

    private long send(Command command, Conditions conditions) {
        return commands.send(caller, command, conditions).position();
    }

    /** Where in the log this step stands already. Refuses if it was made with other figures. */
    private Optional<Long> past(Conditions conditions) {
        if (conditions.idempotencyKey() == null) {
            return Optional.empty();
        }
        Optional<PastAnswer> past = pastAnswers.find(importId.tenantId(), conditions.idempotencyKey());
        past.ifPresent(answer -> Rejection.require(
                answer.requestHash().equals(conditions.requestHash()), RequestRejection.IDEMPOTENCY_MISMATCH));
        return past.map(PastAnswer::accepted).map(Accepted::position);
    }

    private static String reason(CommandRejected refused) {
        return refused.reason().code().equals(RequestRejection.IDEMPOTENCY_MISMATCH.code())
                ? "This deal came in with an earlier import, with other figures. Correct it there by hand."
                : refused.reason().message();
    }
}
