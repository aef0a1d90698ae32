package medflip.imports.write;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import medflip.accounts.events.AccountId;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.expenses.write.ExpenseCommand.Details;
import medflip.expenses.write.ExpenseCommand.RecordExpense;
import medflip.imports.write.ExpensesKind.Spent;
import medflip.imports.write.Reading.Good;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.platform.text.LooseMoney;
import org.jspecify.annotations.Nullable;

/** What the business spent: a bookkeeper's list, or what a bank's or a card's web page lets one download. */
final class ExpensesKind implements Kind<Spent> {

    static final String NOT_YET = "This day hasn't come yet.";

    private static final Field DATE = Field.required(
            "date", "Date", "spent on", "transaction date", "posted date", "posting date", "trans date", "paid on");
    private static final Field VENDOR = Field.required(
            "vendor", "Vendor", "payee", "merchant", "description", "paid to", "name", "supplier", "store");
    private static final Field AMOUNT =
            Field.required("amount", "Amount", "total", "cost", "spent", "debit", "price", "value");
    private static final Field CATEGORY =
            Field.optional("category", "Category", "schedule c", "account", "type", "expense type", "line");
    private static final Field METHOD =
            Field.optional("method", "How paid", "paid with", "paid by", "payment", "payment method", "card");
    private static final Field REFERENCE = Field.optional(
            "reference",
            "Reference",
            "ref",
            "id",
            "number",
            "transaction id",
            "transaction number",
            "receipt number",
            "invoice number");
    private static final Field NOTES = Field.optional("notes", "Notes", "note", "memo", "comment", "remarks");

    /**
     * What a row says.
     *
     * @param category null if it is silent about it, as with the method
     * @param reference by which the row is recognised; null where it is by all that it says
     */
    record Spent(
            LocalDate on,
            PersonalText vendor,
            Money amount,
            @Nullable ExpenseCategory category,
            @Nullable PaymentMethod method,
            @Nullable PersonalText note,
            @Nullable String reference) {

        /** What a new expense says. */
        Details made() {
            return over(new Details(
                    on, TradeWords.category(""), vendor, amount, TradeWords.paidWith(""), null, null, null, null));
        }

        /** The same expense with what the row says. */
        Details over(Details known) {
            return new Details(
                    on,
                    Objects.requireNonNullElse(category, known.category()),
                    vendor,
                    amount,
                    Objects.requireNonNullElse(method, known.method()),
                    note == null ? known.note() : note,
                    known.receipt(),
                    known.dealId(),
                    known.saleId());
        }
    }

    @Override
    public List<Field> fields() {
        return List.of(DATE, VENDOR, AMOUNT, CATEGORY, METHOD, REFERENCE, NOTES);
    }

    /** Where all that a row says is what it is known by, there is nothing to change. */
    @Override
    public List<Mode> modes() {
        return List.of(Mode.BOTH, Mode.CREATE, Mode.UPDATE);
    }

    @Override
    public List<MatchBy> matches() {
        return List.of(MatchBy.ROW, MatchBy.REFERENCE);
    }

    @Override
    public @Nullable Spent read(RowReader row) {
        LocalDate on = row.required(DATE, row::day);
        PersonalText vendor = row.required(VENDOR, PersonalText::parse);
        Money amount = row.required(AMOUNT, text -> amount(text, row.settings()));
        ExpenseCategory category = row.parsed(CATEGORY, TradeWords::category);
        PaymentMethod method = row.parsed(METHOD, TradeWords::paidWith);
        PersonalText note = row.optional(NOTES, PersonalText::parse);
        String reference = row.reference(REFERENCE);
        return on == null || vendor == null || amount == null
                ? null
                : new Spent(
                        on,
                        vendor,
                        amount,
                        row.isBlank(CATEGORY) ? null : category,
                        row.isBlank(METHOD) ? null : method,
                        note,
                        reference);
    }

    private static Money amount(String text, Settings settings) {
        Money signed = LooseMoney.parseSigned(text, settings.decimalSign());
        Money amount =
                settings.spentIsNegative() ? Money.zero(signed.currency()).minus(signed) : signed;
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("Nothing was spent here: the amount is nothing, or money that came in.");
        }
        return amount;
    }

    @Override
    public List<List<Good<Spent>>> together(List<Good<Spent>> rows) {
        return rows.stream().map(List::of).toList();
    }

    @Override
    public Entering<Spent> entering(Books books, List<Good<Spent>> rows) {
        if (books.settings().matchBy() == MatchBy.REFERENCE) {
            return new OneOfEachReference<>(new ExpensesKeeping(books), rows, Spent::reference);
        }
        List<String> keys = books.keys()
                .ofFacts(
                        "import-expense-row",
                        rows.stream()
                                .map(Good::content)
                                .map(spent -> RowKeys.facts(
                                        spent.on(),
                                        Field.fold(spent.vendor().value()),
                                        spent.amount().minor()))
                                .toList());
        Map<Integer, String> byRow = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byRow.put(rows.get(i).number(), keys.get(i));
        }
        return new Recording(books, byRow);
    }

    /** An expense is known by its day, to whom it went and how much it was; what is in the books is left as it is. */
    private record Recording(Books books, Map<Integer, String> keys) implements Entering<Spent> {

        @Override
        public List<Outcome> foresee(List<Good<Spent>> together) {
            return together.stream().map(row -> outcome(row, false)).toList();
        }

        @Override
        public List<Outcome> enter(List<Good<Spent>> together) {
            return together.stream().map(row -> outcome(row, true)).toList();
        }

        private Outcome outcome(Good<Spent> row, boolean really) {
            ExpenseId id = untouched(String.valueOf(keys.get(row.number())), 0);
            Conditions recording = RowKeys.making(id);
            try {
                if (row.content().on().isAfter(books.today())) {
                    return Outcome.of(row.number(), Result.REFUSED, NOT_YET);
                }
                Optional<Accepted> past = books.past(recording);
                if (past.isEmpty() && books.settings().mode() == Mode.UPDATE) {
                    return Outcome.of(row.number(), Result.SKIPPED, "This expense isn't in the books.");
                }
                if (past.isPresent() && !books.isOurs(past.get())) {
                    return Outcome.of(row.number(), Result.UNCHANGED, "This expense is in the books already.");
                }
                Accepted recorded = really && past.isEmpty() ? send(id, row.content(), recording) : past.orElse(null);
                return recorded == null
                        ? Outcome.of(row.number(), Result.MADE)
                        : Outcome.of(row.number(), Result.MADE, Touched.made(id.value(), recorded.version()));
            } catch (CommandRejected refused) {
                return Outcome.of(row.number(), Result.REFUSED, Books.reason(refused));
            }
        }

        private Accepted send(ExpenseId id, Spent spent, Conditions conditions) {
            return books.send(
                    new RecordExpense(
                            id, AccountId.of(books.tenant(), books.tenant().value()), spent.made()),
                    conditions);
        }

        /** What an undone import brought doesn't count as being there. */
        private ExpenseId untouched(String key, int attempt) {
            ExpenseId id = books.keys().expense(key + "/" + attempt);
            return books.wasTakenBack(id) ? untouched(key, attempt + 1) : id;
        }
    }
}
