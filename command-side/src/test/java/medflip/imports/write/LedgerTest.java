package medflip.imports.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import medflip.catalog.events.Grade;
import medflip.deals.events.PayoutMethod;
import medflip.imports.write.Purchase.Payment;
import medflip.imports.write.Purchase.Resale;
import medflip.imports.write.Purchase.Seller;
import medflip.imports.write.Reading.ReadRow;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final String HEADINGS =
            "Date,Seller,Phone,Email,Source,Item,Qty,Exp,Cond,Paid,How paid,Sold to,Sold date,Sold for,Ship,Notes\n";

    @Test
    void a_row_becomes_a_purchase_and_its_resale() {
        assertThat(purchase("11/1/24,Tammy  Davis ,617-555-0155,Tammy.Davis467@Example.com,craigslist ,"
                        + "accu chek guide 50ct,10,Jul 2026,mint,40.00,check #381,StripRescue LLC,\"Nov 11, 2024\","
                        + "$1068.275,$12.40,=HYPERLINK(\"\"http://x\"\")"))
                .isEqualTo(new Purchase(
                        LocalDate.of(2024, 11, 1),
                        new Seller(
                                new PersonName("Tammy Davis"),
                                new PhoneNumber("+16175550155"),
                                new EmailAddress("tammy.davis467@example.com"),
                                "Craigslist"),
                        "Accu-Chek Guide 50ct",
                        10,
                        YearMonth.of(2026, 7),
                        Grade.PERFECT,
                        Money.usd("40.00"),
                        new Payment(PayoutMethod.CHECK, new PersonalText("381")),
                        Money.usd("12.40"),
                        new Resale("StripRescue LLC", LocalDate.of(2024, 11, 11), Money.usd("1068.28")),
                        new PersonalText("=HYPERLINK(\"\"http://x\"\")"),
                        null));
    }

    @Test
    void what_is_left_empty_and_not_needed_is_no_fault() {
        Purchase purchase = purchase("11/1/24,Tammy,,,,Some other thing,1,07/26,,40,,,,,,");
        assertThat(purchase.resale()).isNull();
        assertThat(purchase.note()).isNull();
        assertThat(purchase.seller().phone()).isNull();
        assertThat(purchase.grade()).isEqualTo(Grade.UNGRADED);
        assertThat(purchase.payment()).isEqualTo(new Payment(PayoutMethod.OTHER, null));
        assertThat(purchase.landedCost()).isEqualTo(Money.usd("40.00"));
    }

    @Test
    void an_item_that_the_catalog_does_not_know_is_kept_as_typed() {
        assertThat(purchase("11/1/24,Tammy,,,,Some  other thing,1,07/26,,40,,,,,,")
                        .item())
                .isEqualTo("Some other thing");
    }

    @ParameterizedTest
    @CsvSource({
        "mint, PERFECT",
        "Perfect, PERFECT",
        "ding, SLIGHT_DAMAGE",
        "damaged, SLIGHT_DAMAGE",
        "DINGED, SLIGHT_DAMAGE",
        "'', UNGRADED"
    })
    void conditions_are_grades(String condition, Grade grade) {
        assertThat(TradeWords.grade(condition)).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "cash, CASH,",
        "check #381, CHECK, 381",
        "Check 381, CHECK, 381",
        "check, CHECK,",
        "Zelle, ZELLE,",
        "PayPal, PAYPAL,",
        "CashApp, CASH_APP,",
        "cash app: $tam, CASH_APP, $tam",
        "Venmo, VENMO,",
        "wire, BANK_TRANSFER,",
        "checkers, OTHER, checkers",
        "gift card, OTHER, gift card"
    })
    void ways_to_pay_are_methods_with_a_reference(String typed, PayoutMethod method, String reference) {
        assertThat(TradeWords.payment(typed))
                .isEqualTo(new Payment(method, reference == null ? null : new PersonalText(reference)));
    }

    @Test
    void all_faults_of_a_row_are_found_at_once() {
        ReadRow<Purchase> row = row("13/45/2025,Nobody,call me,not-an-email,,Unknown thing,two,soon,?,free,,,,-5,,");
        assertThat(row.isGood()).isFalse();
        assertThat(row.faults())
                .extracting(Fault::column, Fault::value, Fault::reason)
                .containsExactly(
                        tuple("Date", "13/45/2025", "There is no such day."),
                        tuple("Phone", "call me", "This is no phone number."),
                        tuple("Email", "not-an-email", "An e-mail address looks like name@example.com."),
                        tuple("Qty", "two", "A quantity is a whole number, 1 to 100000."),
                        tuple("Exp", "soon", "This is no month. Write it like 07/2027."),
                        tuple(
                                "Cond",
                                "?",
                                "This is no condition we know. Write mint, ding or damaged, or leave it empty."),
                        tuple("Paid", "free", "This is no amount of money. Write it like 40.00."),
                        tuple("Sold to", "", "A sale says to whom, when and for how much; this part is missing."),
                        tuple("Sold date", "", "A sale says to whom, when and for how much; this part is missing."),
                        tuple("Sold for", "-5", "An amount can't be negative."));
    }

    @Test
    void a_totals_row_and_an_empty_row_are_named_as_what_they_are() {
        Reading<Purchase> ledger =
                read(HEADINGS + "11/1/24,A,,,,x,1,07/26,,4,,,,,,\n\nTOTAL,,,,,,,,,=SUM(J2:J9999),,,,,,\n");
        assertThat(ledger.bad())
                .extracting(ReadRow::number, ReadRow::faults)
                .containsExactly(
                        tuple(3, List.of(new Fault("Date", "", "This row is empty."))),
                        tuple(4, List.of(new Fault("Date", "TOTAL", "This is a totals row."))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ,A,,,,x,1,07/26,,4,,,,,,                      | Date | This can't be left empty.
                    11/1/24,,,,,x,1,07/26,,4,,,,,,                | Seller | This can't be left empty.
                    11/1/24,A,,,,,1,07/26,,4,,,,,,                | Item | This can't be left empty.
                    11/1/24,A,,,,x,0,07/26,,4,,,,,,               | Qty | A quantity is a whole number, 1 to 100000.
                    11/1/24,A,,,,x,1.5,07/26,,4,,,,,,             | Qty | A quantity is a whole number, 1 to 100000.
                    11/1/24,A,,,,x,1,,,4,,,,,,                    | Exp | This can't be left empty.
                    11/1/24,A,,,,x,1,10/24,,4,,,,,,               | Exp | These boxes had expired when they were bought.
                    11/1/24,A,,,,x,1,07/26,,,,,,,,                | Paid | This can't be left empty.
                    11/1/24,A,,,,x,1,07/26,,-4,,,,,,              | Paid | An amount can't be negative.
                    11/1/24,A,,,,x,1,07/26,,4,,B,11/2/24,,,       | Sold for | A sale says to whom, when and for how much; this part is missing.
                    11/1/24,A,,,,x,1,07/26,,4,,B,10/31/24,5,,     | Sold date | These boxes were sold before they were bought.
                    11/1/24,A,,,,x,1,07/26,,4,,B,8/1/26,5,,       | Sold date | These boxes had expired when they were sold.
                    11/1/24,A,,,,x,1,07/26,,4,,,,,-1,             | Ship | An amount can't be negative.
                    11/1/24,A,555-01,,,x,1,07/26,,4,,,,,,         | Phone | This phone number has too few or too many digits.
                    11/1/24,A,,,,x,1,07/26,,1,069.00,,,,,,,oops   | Notes | This row has more cells than there are headings. Put quotation marks around cells with commas.
                    """)
    void a_row_says_what_is_wrong_with_it(String cells, String column, String reason) {
        assertThat(row(cells).faults()).extracting(Fault::column, Fault::reason).containsExactly(tuple(column, reason));
    }

    @Test
    void a_sale_in_the_future_is_good() {
        assertThat(row("11/1/24,A,,,,x,1,07/99,,4,,B,12/8/98,5,,").isGood()).isTrue();
    }

    @Test
    void columns_have_many_names_and_no_order() {
        Reading<Purchase> ledger = read("""
                purchase date;CUSTOMER;e-mail;Quantity;Expiration Date;Amount Paid;Product;Mood
                11/1/24;Tammy;t@example.com;1;07/26;4,50;x;fine
                """);
        assertThat(ledger.good()).hasSize(1);
        assertThat(ledger.headings()).contains("e-mail", "Mood");
        assertThat(ledger.settings().columns())
                .containsExactly("date", "seller", "email", "quantity", "expiry", "paid", "item", null);
        assertThat(ledger.good().getFirst().content().paid()).isEqualTo(Money.usd("4.50"));
    }

    @Test
    void a_missing_column_is_named() {
        Reading<Purchase> ledger = read("Date,Seller,Item,Qty\n1/1/24,A,x,4");
        assertThat(ledger.missing()).containsExactly(DealsKind.EXPIRY, DealsKind.PAID);
        assertThat(ledger.good()).isEmpty();
        assertThat(new ColumnsMissing(ledger.missing()).message())
                .contains("Exp, Paid")
                .doesNotContain("Qty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cond", "Condition", " CONDITION ", "con dition"})
    void headings_are_found_without_case_and_spaces(String heading) {
        assertThat(new DealsKind().named(heading).isPresent()).isEqualTo(!heading.startsWith("con "));
    }

    private static Purchase purchase(String cells) {
        ReadRow<Purchase> row = row(cells);
        assertThat(row.faults()).isEmpty();
        return Objects.requireNonNull(row.content());
    }

    private static ReadRow<Purchase> row(String cells) {
        return read(HEADINGS + cells + "\n").rows().getFirst();
    }

    private static Reading<Purchase> read(String text) {
        return Understood.ledger(text.getBytes(UTF_8));
    }
}
