package medflip.imports.write;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealId;
import medflip.expenses.events.ExpenseId;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Resale;
import medflip.kernel.AggregateId;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.Conditions;
import medflip.platform.privacy.BlindIndex;

/**
 * Names what a row makes, always alike: so a run that was killed, a file that is uploaded twice, and next month's copy
 * of a ledger that has grown make nothing a second time.
 *
 * <p>A row is known by what was bought, from whom, when and for how much. How it was sold isn't part of that: boxes
 * that lay on the shelf in the first file and were sold by the second get their sale, not a second purchase. Neither is
 * a remark. Of equal rows the first, second and so on are told apart, those sold first in front. What stood beside (a
 * label's cost, the way of payment, the sale's figures) goes into the request's hash: a row that comes again with other
 * figures is refused instead of silently passed over.
 *
 * <p>Where the file has references of its own, a row is known by its reference alone, and all that it says may change.
 *
 * <p>All names are keyed hashes, since a plain hash of a name and a date could be guessed.
 */
final class RowKeys {

    private static final String PART = "\u001f";
    private static final PersonalText NONE = new PersonalText("");

    private static final Comparator<Purchase> SOLD_FIRST = Comparator.comparing(
            Purchase::resale,
            Comparator.nullsLast(Comparator.comparing(Resale::soldOn)
                    .thenComparing(Resale::buyer)
                    .thenComparing(Resale::proceeds)));

    private final BlindIndex index;
    private final TenantId tenant;

    RowKeys(BlindIndex index, TenantId tenant) {
        this.index = index;
        this.tenant = tenant;
    }

    /** The key of each row, in the rows' order. */
    List<String> of(List<Purchase> purchases) {
        Map<String, Integer> seen = new HashMap<>();
        String[] keys = new String[purchases.size()];
        IntStream.range(0, keys.length)
                .boxed()
                .sorted(Comparator.comparing(purchases::get, SOLD_FIRST))
                .forEach(i -> {
                    String reference = purchases.get(i).reference();
                    if (reference != null) {
                        keys[i] = index.hex(tenant, "import-reference", reference);
                        return;
                    }
                    String facts = bought(purchases.get(i));
                    int occurrence = seen.merge(facts, 1, Integer::sum);
                    keys[i] = index.hex(tenant, "import-row", facts + PART + occurrence);
                });
        return List.of(keys);
    }

    CustomerId customer(Person person) {
        return CustomerId.of(tenant, uuid("import-customer", person.identity()));
    }

    DealId deal(String rowKey) {
        return DealId.of(tenant, uuid("import-deal", rowKey));
    }

    UUID payout(String rowKey) {
        return uuid("import-payout", rowKey);
    }

    UUID sale(String rowKey) {
        return uuid("import-sale", rowKey);
    }

    /** A person is registered once, whatever a later file says of them. */
    Conditions registering(Person person) {
        return making(customer(person));
    }

    /** Something is made once by imports, whatever a later file says of it. */
    static Conditions making(AggregateId id) {
        return Conditions.key("import/made/" + id.value(), "made");
    }

    /** The key of each row that says this, in the rows' order; of equal ones the first, second and so on differ. */
    List<String> ofFacts(String purpose, List<String> facts) {
        Map<String, Integer> seen = new HashMap<>();
        return facts.stream()
                .map(each -> index.hex(tenant, purpose, each + PART + seen.merge(each, 1, Integer::sum)))
                .toList();
    }

    ExpenseId expense(String rowKey) {
        return ExpenseId.of(tenant, uuid("import-expense", rowKey));
    }

    static String facts(Object... facts) {
        return String.join(PART, Stream.of(facts).map(String::valueOf).toList());
    }

    /** The key that a row has once what stood under this one was taken back. */
    static String next(String rowKey) {
        return rowKey + "/again";
    }

    Conditions recording(String rowKey, Purchase purchase) {
        String beside = facts(
                purchase.grade(),
                purchase.shipping().minor(),
                purchase.payment().method(),
                Objects.requireNonNullElse(purchase.payment().reference(), NONE).value());
        return step(rowKey, "deal", purchase.reference() == null ? beside : facts(bought(purchase), beside));
    }

    /** An expense that is recognised by a reference, after so many of it were taken back. */
    ExpenseId expenseOf(String reference, int takenBack) {
        return expense(index.hex(tenant, "import-expense-reference", reference) + "/" + takenBack);
    }

    Conditions stocking(String rowKey) {
        return step(rowKey, "lot");
    }

    Conditions selling(String rowKey, Resale resale) {
        return step(
                rowKey,
                "sale",
                resale.buyer(),
                resale.soldOn(),
                resale.proceeds().minor());
    }

    /** The key under which a row's purchase was entered, with whatever figures. */
    String recording(String rowKey) {
        return key(rowKey, "deal");
    }

    /** The key under which a row's boxes were sold, with whatever figures. */
    String selling(String rowKey) {
        return key(rowKey, "sale");
    }

    private static String key(String rowKey, String step) {
        return "import/" + rowKey + "/" + step;
    }

    private static String bought(Purchase purchase) {
        LocalDate day = purchase.boughtOn();
        return facts(
                day,
                People.identityInRow(purchase.seller()),
                purchase.item().toLowerCase(Locale.ROOT),
                purchase.quantity(),
                purchase.expiry(),
                purchase.paid().minor());
    }

    private Conditions step(String rowKey, String step, Object... facts) {
        return Conditions.key(key(rowKey, step), index.hex(tenant, "import-facts", facts(facts)));
    }

    /** Version 8, "vendor-specific", of RFC 9562: 122 bits of the hash. */
    private UUID uuid(String purpose, String name) {
        ByteBuffer hash = ByteBuffer.wrap(index.of(tenant, purpose, name));
        long high = hash.getLong() & ~0xF000L | 0x8000L;
        long low = hash.getLong() & ~(0b11L << 62) | 0b10L << 62;
        return new UUID(high, low);
    }
}
