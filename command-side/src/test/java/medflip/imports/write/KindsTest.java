package medflip.imports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.imports.events.ImportSubject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Date;Seller;Phone;Item;Qty;Exp;Paid;Sold to       | DEALS
                    Date;Seller;Item;Qty                              | DEALS
                    First name;Last name;Mobile;E-mail;City;Zip       | CUSTOMERS
                    Name;Phone                                        | CUSTOMERS
                    Product;UPC;Count                                 | PRODUCTS
                    Name;Code                                         | PRODUCTS
                    Item;8+ months;5-7;8+ damaged                     | PRICES
                    Posted date;Description;Amount;Category           | EXPENSES
                    Booked;Description;Amount                         | EXPENSES
                    """)
    void headings_say_what_a_file_is_about(String headings, ImportSubject subject) {
        assertThat(Kinds.subject(List.of(headings.split(";")))).isEqualTo(subject);
    }
}
