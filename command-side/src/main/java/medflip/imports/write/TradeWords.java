package medflip.imports.write;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.deals.events.PayoutMethod;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.PaymentMethod;
import medflip.imports.write.Purchase.Payment;
import medflip.kernel.PersonalText;

/** The trade's own words for condition and payment, turned into ours. */
final class TradeWords {

    private static final Map<Grade, List<String>> CONDITIONS = Map.of(
            Grade.PERFECT, List.of("mint", "perfect", "new", "excellent", "good", "like new"),
            Grade.SLIGHT_DAMAGE,
                    List.of("ding", "dings", "dinged", "damaged", "damage", "slight damage", "dented", "dent", "torn"),
            Grade.UNGRADED, List.of("", "ungraded", "unknown", "n/a", "-"));

    private static final Map<String, PayoutMethod> METHODS = Map.ofEntries(
            Map.entry("cash", PayoutMethod.CASH),
            Map.entry("check", PayoutMethod.CHECK),
            Map.entry("cheque", PayoutMethod.CHECK),
            Map.entry("zelle", PayoutMethod.ZELLE),
            Map.entry("paypal", PayoutMethod.PAYPAL),
            Map.entry("cashapp", PayoutMethod.CASH_APP),
            Map.entry("cash app", PayoutMethod.CASH_APP),
            Map.entry("venmo", PayoutMethod.VENMO),
            Map.entry("bank transfer", PayoutMethod.BANK_TRANSFER),
            Map.entry("transfer", PayoutMethod.BANK_TRANSFER),
            Map.entry("wire", PayoutMethod.BANK_TRANSFER),
            Map.entry("ach", PayoutMethod.BANK_TRANSFER));

    private static final List<String> CARDS = List.of("card", "visa", "mastercard", "amex", "debit", "credit");

    private static final Map<ExpenseCategory, List<String>> EVERYDAY = Map.of(
            ExpenseCategory.ADVERTISING, List.of("ads", "ad", "marketing", "facebook ads", "craigslist"),
            ExpenseCategory.CAR_AND_TRUCK, List.of("gas", "fuel", "auto", "car", "parking", "tolls", "gasoline"),
            ExpenseCategory.OFFICE,
                    List.of("office", "postage", "shipping", "usps", "ups", "fedex", "software", "office supplies"),
            ExpenseCategory.SUPPLIES, List.of("packing", "boxes", "packaging", "shipping supplies"),
            ExpenseCategory.UTILITIES, List.of("phone", "internet", "electric", "electricity", "cell phone"),
            ExpenseCategory.LEGAL_AND_PROFESSIONAL, List.of("accounting", "bookkeeping", "lawyer", "legal"),
            ExpenseCategory.COMMISSIONS_AND_FEES, List.of("fees", "fee", "bank fees", "commission", "bank fee"),
            ExpenseCategory.RENT_OF_PROPERTY, List.of("rent", "storage", "storage unit"),
            ExpenseCategory.MEALS, List.of("food", "meals", "restaurants", "dining", "food drink"));

    /** A method and, after it, what tells this payment from others: {@code check #381}. */
    private static final Pattern PAYMENT = Pattern.compile(
            "(cash ?app|cash|check|cheque|zelle|paypal|venmo|bank transfer|transfer|wire|ach)(?:[ #:]+(.*))?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private TradeWords() {}

    /**
     * Reads a condition. Nothing written is {@link Grade#UNGRADED}; "damaged" boxes were bought and sold all the same,
     * so they are {@link Grade#SLIGHT_DAMAGE}, the worst grade that is bought.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    static Grade grade(String text) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        return CONDITIONS.entrySet().stream()
                .filter(words -> words.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This is no condition we know. Write mint, ding or damaged, or leave it empty."));
    }

    /** @throws IllegalArgumentException with a reason that a person can read */
    static Channel channel(String text) {
        String word = Field.fold(text);
        return Arrays.stream(Channel.values())
                .filter(channel -> Field.fold(channel.name()).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "This is no channel we know. Write retail, DME, mail order, government or international."));
    }

    /**
     * Reads what an expense was for: a line of Schedule C by its number, its title or the beginning of that, or what
     * people call it. What isn't known is another expense, so that a bank's own words are no fault.
     */
    static ExpenseCategory category(String text) {
        String word = Field.fold(text.replaceFirst("(?i)^\\s*line\\s+", ""));
        return Arrays.stream(ExpenseCategory.values())
                .filter(category -> !word.isEmpty()
                        && (category.line().equalsIgnoreCase(word)
                                || Field.fold(category.name()).equals(word)
                                || Field.fold(category.title()).startsWith(word)))
                .findFirst()
                .or(() -> EVERYDAY.entrySet().stream()
                        .filter(names -> names.getValue().contains(word))
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElse(ExpenseCategory.OTHER);
    }

    /** Reads how the business paid; what isn't known is another way. */
    static PaymentMethod paidWith(String text) {
        String word = Field.fold(text);
        return CARDS.stream().anyMatch(word::contains)
                ? PaymentMethod.CARD
                : METHODS.entrySet().stream()
                        .filter(method -> word.startsWith(method.getKey()))
                        .map(method -> PaymentMethod.valueOf(method.getValue().name()))
                        .findFirst()
                        .orElse(PaymentMethod.OTHER);
    }

    /** Reads how somebody was paid. What isn't known is kept as the reference of another method, so nothing is lost. */
    static Payment payment(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            return new Payment(PayoutMethod.OTHER, null);
        }
        Matcher known = PAYMENT.matcher(typed);
        if (!known.matches()) {
            return new Payment(PayoutMethod.OTHER, PersonalText.parse(typed));
        }
        String reference = known.group(2);
        return new Payment(
                Objects.requireNonNull(METHODS.get(known.group(1).toLowerCase(Locale.ROOT))),
                reference == null || reference.isBlank() ? null : PersonalText.parse(reference));
    }
}
