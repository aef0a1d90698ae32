package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files of any subject: in, changed, tried, and taken back as a whole. */
class ImportsTest {

    private static final String PEOPLE = """
            Name;Phone;Email;City;Zip
            Ford Prefect;617-555-0101;ford@example.com;Boston;02108
            Zaphod Beeblebrox;617-555-0102;;Boston;02109
            """;

    private final Browser owner = RunningService.shared().browser().signUp("Imports");

    @Test
    void people_come_in_are_changed_by_the_next_file_and_are_again_as_they_were_when_it_is_undone() {
        JsonNode first = imported(PEOPLE);
        assertThat(first.get("subject").asString()).isEqualTo("CUSTOMERS");
        assertThat(count(first, "made")).isEqualTo(2);
        String ford = only("/api/customers?search=ford");
        String zaphod = only("/api/customers?search=zaphod");

        JsonNode second = imported("""
                First name,Last name,Mobile,Email,Lead source
                Ford,Prefect,(617) 555-0101,ford.prefect@example.com,Hitchhiking
                Zaphod,Beeblebrox,(617) 555-0102,,Radio
                Trillian,McMillan,617-555-0103,,
                """);
        assertThat(count(second, "made")).isEqualTo(1);
        assertThat(count(second, "changed")).isEqualTo(2);
        JsonNode changed = json("/api/customers/" + ford);
        assertThat(changed.toString()).contains("Hitchhiking", "ford@example.com", "ford.prefect@example.com", "02108");
        Books.change(owner, "/api/customers/" + zaphod, "archive", Map.of());

        JsonNode undone = undone(second);
        assertThat(count(undone, "takenBack")).isEqualTo(2);
        assertThat(count(undone, "kept")).isEqualTo(1);
        assertThat(json("/api/customers/" + ford).toString()).doesNotContain("Hitchhiking", "ford.prefect@");
        assertThat(json("/api/customers/" + zaphod).toString()).contains("Radio");
        assertThat(json("/api/customers?search=trillian").get("total").asInt()).isZero();
        assertThat(owner.get("/api/imports/" + undone.get("id").asString() + "/report.csv")
                        .body())
                .contains("2,CHANGED,,taken back,")
                .contains("3,CHANGED,,kept,\"Something happened to it since the import, so it was left as it is.\"")
                .contains("4,MADE,,taken back,");

        // What was undone may come again.
        JsonNode again = imported("Name,Phone\nTrillian McMillan,617-555-0103\n");
        assertThat(count(again, "made")).isEqualTo(1);
        assertThat(json("/api/customers?search=trillian").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void people_who_dealt_wrote_or_were_merged_since_stay_when_their_import_is_undone() {
        JsonNode people = imported("""
                Name,Phone
                Ford Prefect,617-555-0101
                Zaphod Beeblebrox,617-555-0102
                Trillian McMillan,617-555-0103
                Arthur Dent,617-555-0104
                """);
        owner.post("/api/deals", Books.quote(only("/api/customers?search=ford")))
                .expect(201);
        Texting.connect(owner);
        owner.post("/api/conversations", Map.of("number", "+16175550102", "body", "Hello", "consent", "IN_PERSON"))
                .expect(201);
        String tricia = owner.post("/api/customers", Map.of("name", "Tricia Astra"))
                .expect(201)
                .id();
        owner.post("/api/customers/" + tricia + "/merge", Map.of("customerId", only("/api/customers?search=trillian")))
                .expect(201);

        JsonNode undone = undone(people);
        assertThat(count(undone, "takenBack")).isEqualTo(1);
        assertThat(count(undone, "kept")).isEqualTo(3);
        assertThat(owner.get("/api/imports/" + undone.get("id").asString() + "/report.csv")
                        .body())
                .contains("2,MADE,,kept,\"There are deals or texts of this person")
                .contains("3,MADE,,kept,\"There are deals or texts of this person")
                .contains("4,MADE,,kept,\"There are deals or texts of this person")
                .contains("5,MADE,,taken back,");
        assertThat(json("/api/customers?search=arthur").get("total").asInt()).isZero();
        assertThat(total("/api/customers")).isEqualTo(3);
    }

    @Test
    void a_person_of_two_ledgers_stays_while_a_purchase_of_one_stands() {
        String headings = "Date,Seller,Phone,Item,Qty,Exp,Paid\n";
        JsonNode first = imported(headings
                + "01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,2,12/27,20.00\n"
                + "01/06/2026,Ford Prefect,617-555-0101,Towel strips 50ct,1,12/27,10.00\n"
                + "01/06/2026,Zaphod Beeblebrox,617-555-0102,Towel strips 50ct,1,12/27,10.00\n");
        imported(headings + "02/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,3,12/27,30.00\n");
        assertThat(total("/api/customers")).isEqualTo(2);

        JsonNode undone = undone(first);
        assertThat(count(undone, "takenBack")).isEqualTo(3);
        assertThat(total("/api/deals")).isEqualTo(1);
        assertThat(json("/api/customers").get("items").toString())
                .contains("Ford Prefect")
                .doesNotContain("Zaphod");
        assertThat(owner.get("/api/imports/" + undone.get("id").asString() + "/report.csv")
                        .body())
                .contains("The person stays:");
    }

    @Test
    void only_what_is_asked_for_is_made_or_changed_and_a_try_says_so_before() {
        imported(PEOPLE);
        String id = upload("Name,Phone\nFord P. Prefect,617-555-0101\nArthur Dent,617-555-0104\n");
        set(id, Map.of("mode", "CREATE"));
        step(id, "check");
        JsonNode tried = settled(id, "PREVIEWED");
        assertThat(tried.get("checked").asBoolean()).isTrue();
        assertThat(count(tried, "made")).isEqualTo(1);
        assertThat(count(tried, "skipped")).isEqualTo(1);
        assertThat(json("/api/customers?search=arthur").get("total").asInt()).isZero();
        assertThat(json("/api/imports/" + id + "/results?result=SKIPPED").toString())
                .contains("This person is in the books already.");

        set(id, Map.of("mode", "UPDATE"));
        step(id, "start");
        JsonNode run = settled(id, "FINISHED");
        assertThat(count(run, "changed")).isEqualTo(1);
        assertThat(count(run, "skipped")).isEqualTo(1);
        assertThat(json("/api/customers?search=arthur").get("total").asInt()).isZero();
    }

    @Test
    void products_are_found_by_their_codes_and_a_price_list_by_the_names() {
        JsonNode products = imported("Product,UPC,Count,Channel\nTowel strips 50ct,0042,50,mail order\n");
        assertThat(products.get("subject").asString()).isEqualTo("PRODUCTS");
        String towel = only("/api/products?search=towel");
        Eventually.of(
                () -> {
                    String id = upload("Name,Code\nTowel test strips 50ct,0042\n");
                    step(id, "check");
                    return count(settled(id, "PREVIEWED"), "changed");
                },
                changed -> changed == 1);
        JsonNode renamed = imported("Name,Code\nTowel test strips 50ct,0042\n");
        assertThat(count(renamed, "changed")).isEqualTo(1);
        assertThat(json("/api/products/" + towel).get("name").asString()).isEqualTo("Towel test strips 50ct");

        JsonNode prices =
                imported("Item,8+ months,5-7,8+ damaged\nTowel test strips 50ct,\"12,50\",7,4\nNo such thing,1,,\n");
        assertThat(prices.get("subject").asString()).isEqualTo("PRICES");
        assertThat(count(prices, "made")).isEqualTo(1);
        assertThat(count(prices, "refused")).isEqualTo(1);
        assertThat(owner.get("/api/products?search=towel").expect(200).body()).contains("Towel test strips 50ct");

        assertThat(count(undone(prices), "takenBack")).isEqualTo(1);
        assertThat(count(undone(renamed), "takenBack")).isEqualTo(1);
        assertThat(json("/api/products/" + towel).get("name").asString()).isEqualTo("Towel strips 50ct");
    }

    @Test
    void what_a_bank_lists_becomes_expenses_once_and_again_after_it_was_undone() {
        String bank = """
                Account;0042
                Posted date;Description;Amount;Category
                24.12.2025;USPS;-12,40;postage
                24.12.2025;USPS;-12,40;postage
                25.12.2025;Payroll;2.000,00;income
                26.12.2025;Shell;-1.030,00;gas
                """;
        JsonNode first = imported(bank);
        assertThat(first.get("subject").asString()).isEqualTo("EXPENSES");
        assertThat(count(first, "made")).isEqualTo(3);
        assertThat(first.get("badRows").asInt()).isEqualTo(1);
        String listed = owner.get("/api/expenses").expect(200).body();
        assertThat(listed).contains("2025-12-26", "CAR_AND_TRUCK", "103000", "2025-12-24", "1240");

        assertThat(count(imported(bank), "unchanged")).isEqualTo(3);
        assertThat(count(undone(first), "takenBack")).isEqualTo(3);
        assertThat(count(imported(bank), "made")).isEqualTo(3);
    }

    @Test
    void a_ledger_that_is_undone_leaves_the_books_as_they_were_and_may_come_again() {
        JsonNode ledger = imported(Books.LEDGER);
        assertThat(count(ledger, "made")).isEqualTo(1);
        assertThat(total("/api/deals")).isEqualTo(1);
        assertThat(total("/api/sales")).isEqualTo(1);

        assertThat(count(undone(ledger), "takenBack")).isEqualTo(1);
        for (String list : new String[] {"/api/deals", "/api/lots", "/api/sales", "/api/customers", "/api/payouts"}) {
            assertThat(total(list)).as(list).isZero();
        }
        assertThat(owner.get("/api/reports/profit-by-month.csv").body()).doesNotContain("33.00");

        assertThat(count(imported(Books.LEDGER), "made")).isEqualTo(1);
        assertThat(total("/api/deals")).isEqualTo(1);
        assertThat(total("/api/customers")).isEqualTo(1);
    }

    @Test
    void expenses_are_recognised_by_a_reference_of_the_businesss_own_and_changed_by_the_next_file() {
        JsonNode first = imported(
                "Ref,Date,Vendor,Amount,Category\nE-1,01/02/2026,USPS,10.00,postage\nE-2,01/03/2026,Shell,20.00,gas\n",
                Map.of("matchBy", "REFERENCE"));
        assertThat(count(first, "made")).isEqualTo(2);

        String next = "Ref,Date,Vendor,Amount\nE-2,01/04/2026,Shell,21.50\nE-2,01/04/2026,Shell,3.00\n"
                + "E-3,01/05/2026,Uline,5.00\n,01/05/2026,Uline,6.00\n";
        JsonNode onlyNew = imported(next, Map.of("matchBy", "REFERENCE", "mode", "CREATE"));
        assertThat(onlyNew.get("badRows").asInt()).isEqualTo(2);
        assertThat(count(onlyNew, "made")).isEqualTo(1);
        assertThat(count(onlyNew, "skipped")).isEqualTo(1);
        assertThat(count(onlyNew, "refused")).isEqualTo(1);
        assertThat(owner.get("/api/imports/" + onlyNew.get("id").asString() + "/report.csv")
                        .body())
                .contains("Row 2 has this reference, too.");

        JsonNode changing = imported(next, Map.of("matchBy", "REFERENCE", "mode", "UPDATE"));
        assertThat(count(changing, "changed")).isEqualTo(1);
        assertThat(owner.get("/api/expenses?search=shell").expect(200).body())
                .as("what the second file doesn't say, stays")
                .contains("2150", "2026-01-04", "CAR_AND_TRUCK")
                .doesNotContain("2000");
        assertThat(total("/api/expenses")).isEqualTo(3);

        assertThat(count(undone(changing), "takenBack")).isEqualTo(1);
        assertThat(owner.get("/api/expenses?search=shell").expect(200).body()).contains("2000", "2026-01-03");
        assertThat(count(undone(first), "kept")).isEqualTo(1);
    }

    @Test
    void purchases_are_recognised_by_a_reference_and_entered_anew_where_the_file_says_otherwise() {
        String headings = "Reference,Date,Seller,Phone,Item,Qty,Exp,Paid,Sold to,Sold date,Sold for\n";
        JsonNode first = imported(
                headings
                        + "P-1,01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,2,12/27,20.00,Milliways,01/20/2026,35.00\n"
                        + "P-2,01/06/2026,Arthur Dent,617-555-0104,Towel strips 50ct,1,12/27,9.00,,,\n",
                Map.of("matchBy", "REFERENCE"));
        assertThat(count(first, "made")).isEqualTo(2);

        String changed = headings
                + "P-1,01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,3,12/27,24.00,Milliways,01/20/2026,50.00\n"
                + "P-2,01/06/2026,Arthur Dent,617-555-0104,Towel strips 50ct,1,12/27,9.00,,,\n"
                + "P-3,01/07/2026,Arthur Dent,617-555-0104,Towel strips 50ct,1,12/27,8.00,,,\n";
        String tried = upload(changed);
        set(tried, Map.of("matchBy", "REFERENCE", "mode", "UPDATE"));
        step(tried, "check");
        JsonNode foreseen = settled(tried, "PREVIEWED");
        assertThat(count(foreseen, "changed")).isEqualTo(1);
        assertThat(count(foreseen, "unchanged")).isEqualTo(1);
        assertThat(count(foreseen, "skipped")).isEqualTo(1);
        assertThat(total("/api/deals")).isEqualTo(2);

        step(tried, "start");
        JsonNode second = settled(tried, "FINISHED");
        assertThat(count(second, "changed")).isEqualTo(1);
        assertThat(count(second, "skipped")).isEqualTo(1);
        assertThat(total("/api/deals")).isEqualTo(2);
        assertThat(total("/api/sales")).isEqualTo(1);
        assertThat(owner.get("/api/sales").expect(200).body()).contains("5000").doesNotContain("3500");
        assertThat(total("/api/customers")).isEqualTo(2);

        // The same file again changes nothing, and what the books know better is left alone.
        assertThat(count(imported(changed, Map.of("matchBy", "REFERENCE", "mode", "CREATE")), "made"))
                .isEqualTo(1);
        assertThat(count(imported(changed, Map.of("matchBy", "REFERENCE", "mode", "BOTH")), "unchanged"))
                .isEqualTo(3);
        assertThat(count(undone(second), "takenBack")).isEqualTo(1);
        assertThat(owner.get("/api/sales").expect(200).body()).contains("3500").doesNotContain("5000");
        assertThat(total("/api/deals")).isEqualTo(3);
        assertThat(total("/api/lots")).as("that of the first was sold").isEqualTo(2);
    }

    @Test
    void purchases_that_imports_changed_one_after_the_other_are_again_as_they_were_when_these_are_undone() {
        String headings = "Reference,Date,Seller,Phone,Item,Qty,Exp,Paid,Sold to,Sold date,Sold for\n";
        Map<String, String> byReference = Map.of("matchBy", "REFERENCE");
        String cheap = headings
                + "R-1,01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,2,12/27,20.00,Milliways,01/20/2026,35.00\n";
        String dear = headings + "R-1,01/05/2026,Arthur Dent,617-555-0104,Towel strips 50ct,3,12/27,24.00,,,\n";
        JsonNode first = imported(cheap, byReference);
        JsonNode second = imported(dear, byReference);
        JsonNode third = imported(dear.replace("24.00", "28.00"), byReference);
        assertThat(count(third, "changed")).isEqualTo(1);
        assertThat(paid()).containsExactly("2800");

        JsonNode tooEarly = undone(second);
        assertThat(count(tooEarly, "kept")).isEqualTo(1);
        assertThat(owner.get("/api/imports/" + tooEarly.get("id").asString() + "/report.csv")
                        .body())
                .contains("2,CHANGED,,kept,\"Something happened to it since the import, so it was left as it is.\"");
        assertThat(paid()).containsExactly("2800");

        JsonNode fourth = imported(dear.replace("24.00", "31.00"), byReference);
        assertThat(count(undone(fourth), "takenBack")).isEqualTo(1);
        assertThat(paid()).containsExactly("2800");
        assertThat(count(undone(third), "takenBack")).isEqualTo(1);
        assertThat(paid()).as("as the second import said").containsExactly("2400");
        assertThat(total("/api/sales")).isZero();

        assertThat(count(imported(dear, byReference), "unchanged")).isEqualTo(1);
        JsonNode again = imported(cheap, byReference);
        assertThat(count(again, "changed")).isEqualTo(1);
        assertThat(count(undone(first), "kept")).isEqualTo(1);
        assertThat(count(undone(again), "takenBack")).isEqualTo(1);
        assertThat(paid()).containsExactly("2400");
    }

    @Test
    void
            boxes_that_an_import_sold_are_on_the_shelf_again_when_it_is_undone_and_gone_with_the_import_that_brought_them() {
        String bought = "Date,Seller,Phone,Item,Qty,Exp,Paid,Sold to,Sold date,Sold for\n"
                + "01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,2,12/27,20.00,";
        JsonNode first = imported(bought + ",,\n");
        JsonNode second = imported(bought + "Milliways,01/20/2026,35.00\n");
        assertThat(count(second, "made")).isEqualTo(1);
        assertThat(total("/api/sales")).isEqualTo(1);

        assertThat(count(undone(second), "takenBack")).isEqualTo(1);
        assertThat(total("/api/sales")).isZero();
        assertThat(paid()).containsExactly("2000");
        assertThat(json("/api/lots").get("items").get(0).get("onHand").asInt()).isEqualTo(2);

        assertThat(count(imported(bought + ",,\n"), "unchanged")).isEqualTo(1);
        JsonNode sold = imported(bought + "Milliways,01/21/2026,36.00\n");
        assertThat(count(sold, "made")).isEqualTo(1);
        assertThat(count(undone(sold), "takenBack")).isEqualTo(1);
        assertThat(count(undone(first), "takenBack")).isEqualTo(1);
        for (String list : new String[] {"/api/deals", "/api/lots", "/api/sales", "/api/payouts", "/api/customers"}) {
            assertThat(total(list)).as(list).isZero();
        }
    }

    /** What was paid for each purchase in the books, in cents. */
    private List<String> paid() {
        return json("/api/payouts").get("items").values().stream()
                .map(payout -> payout.get("amount").get("minor").asString())
                .toList();
    }

    @Test
    void a_purchase_whose_row_is_refused_halfway_is_as_it_was() {
        String headings = "Reference,Date,Seller,Phone,Email,Item,Qty,Exp,Paid,Sold to,Sold date,Sold for\n";
        Map<String, String> byReference = Map.of("matchBy", "REFERENCE");
        imported(
                headings + "T-1,01/05/2026,Ford Prefect,617-555-0101,,Towel strips 50ct,2,12/27,20.00,,,\n"
                        + "T-2,01/05/2026,Rita Restricted,617-555-0102,,Towel strips 50ct,1,12/27,9.00,,,\n",
                byReference);
        String rita = only("/api/customers?search=rita");
        String request = "/api/privacy-requests/"
                + owner.post(
                                "/api/privacy-requests",
                                Map.of("kind", "RESTRICTION", "customerId", rita, "way", "BY_PHONE"))
                        .expect(201)
                        .id();
        Books.change(owner, request, "identity", Map.of("check", "KNOWN_IN_PERSON"));
        Books.change(owner, request, "answer", Map.of());
        Eventually.of(() -> json("/api/customers/" + rita).get("restricted").asBoolean(), restricted -> restricted);

        JsonNode second = imported(
                headings
                        + "T-1,01/05/2026,Rita Restricted,617-555-0102,rita@example.com,Towel strips 50ct,3,12/27,25.00,"
                        + "Milliways,01/20/2026,50.00\n",
                byReference);
        assertThat(count(second, "refused")).isEqualTo(1);
        assertThat(paid()).containsExactlyInAnyOrder("2000", "900");
        assertThat(total("/api/lots")).isEqualTo(2);
        assertThat(total("/api/sales")).isZero();
        assertThat(owner.get("/api/deals").expect(200).body()).contains("Ford Prefect");
    }

    @Test
    void rows_that_call_one_item_by_two_names_all_count_and_are_taken_back_together() {
        imported("Product,UPC,Count\nTowel strips 50ct,0042,50\n");
        String towel = only("/api/products?search=towel");
        String twoNames = "Name,Code,Manufacturer,Brand\nTowel test strips,0042,Magrathea,\n"
                + "Towel test strips 50ct,0042,,Petunia\n";
        String id = upload(twoNames);
        set(id, Map.of("mode", "UPDATE"));
        Eventually.of(
                () -> {
                    step(id, "check");
                    return count(settled(id, "PREVIEWED"), "changed");
                },
                changed -> changed == 2);
        step(id, "start");
        JsonNode twice = settled(id, "FINISHED");
        assertThat(count(twice, "changed")).isEqualTo(2);
        assertThat(json("/api/products/" + towel).toString()).contains("Magrathea", "Petunia", "Towel test strips");
        assertThat(count(undone(twice), "takenBack")).isEqualTo(2);
        assertThat(json("/api/products/" + towel).toString())
                .contains("Towel strips 50ct")
                .doesNotContain("Magrathea", "Petunia");
    }

    @Test
    void a_purchase_that_something_happened_to_since_is_left_to_people() {
        String headings = "Reference,Date,Seller,Phone,Item,Qty,Exp,Paid\n";
        imported(
                headings + "Q-1,01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,2,12/27,20.00\n",
                Map.of("matchBy", "REFERENCE"));
        String lot = only("/api/lots");
        Books.change(owner, "/api/lots/" + lot, "hold", Map.of("reason", "RECALL"));
        JsonNode second = imported(
                headings + "Q-1,01/05/2026,Ford Prefect,617-555-0101,Towel strips 50ct,2,12/27,25.00\n",
                Map.of("matchBy", "REFERENCE"));
        assertThat(count(second, "refused")).isEqualTo(1);
        assertThat(total("/api/deals")).isEqualTo(1);
    }

    @Test
    void files_that_are_no_csv_are_refused_and_nothing_is_kept() {
        Map<String, byte[]> files = Map.of(
                "imports.workbook", "PK\3\4".getBytes(UTF_8),
                "imports.no-rows", "Name,Phone\n".getBytes(UTF_8),
                "imports.quotes-disorderly", "Name,Phone\n\"half a fi".getBytes(UTF_8),
                "imports.too-wide", ("Name\n" + "x,".repeat(999)).getBytes(UTF_8),
                "imports.too-large", new byte[5 * 1024 * 1024 + 1]);
        files.forEach((code, file) -> {
            Answer refused = owner.upload(
                    "/api/imports", "people.csv", file, UUID.randomUUID().toString());
            assertThat(refused.status()).as(code).isEqualTo(422);
            assertThat(refused.json().get("code").asString()).isEqualTo(code);
        });
        assertThat(total("/api/imports")).isZero();
    }

    @Test
    void columns_are_mapped_by_hand_and_remembered_for_the_next_file() {
        String first = upload("Wer,Anruf\nFord Prefect,617-555-0101\n", "CUSTOMERS");
        assertThat(json("/api/imports/" + first).get("missing").toString()).contains("name");
        Answer refused = change("POST", first, "start", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("code").asString()).isEqualTo("imports.columns-missing");
        set(first, Map.of("columns", List.of("name", "phone")));
        assertThat(json("/api/imports/" + first + "/rows?only=good").toString()).contains("+16175550101");
        step(first, "start");
        settled(first, "FINISHED");

        JsonNode next = json("/api/imports/" + upload("Wer,Anruf\nArthur Dent,617-555-0104\n"));
        assertThat(next.get("subject").asString()).isEqualTo("CUSTOMERS");
        assertThat(next.get("goodRows").asInt()).isEqualTo(1);
    }

    private JsonNode imported(String file) {
        String id = upload(file);
        step(id, "start");
        return settled(id, "FINISHED");
    }

    private JsonNode imported(String file, Map<String, ?> settings) {
        String id = upload(file);
        set(id, settings);
        step(id, "start");
        return settled(id, "FINISHED");
    }

    private JsonNode undone(JsonNode run) {
        String id = run.get("id").asString();
        step(id, "undo");
        return settled(id, "UNDONE");
    }

    private String upload(String file) {
        return upload(file, "");
    }

    private String upload(String file, String subject) {
        return owner.upload(
                        "/api/imports" + (subject.isEmpty() ? "" : "?subject=" + subject),
                        "file.csv",
                        file.getBytes(UTF_8),
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    private void set(String id, Map<String, ?> settings) {
        Answer seen = owner.get("/api/imports/" + id).expect(200);
        owner.change("PUT", "/api/imports/" + id + "/settings", settings, seen.etag())
                .expect(200);
    }

    private void step(String id, String step) {
        change("POST", id, step, Map.of()).expect(200);
    }

    private Answer change(String method, String id, String step, Map<String, ?> body) {
        Answer seen = owner.get("/api/imports/" + id).expect(200);
        return owner.change(method, "/api/imports/" + id + "/" + step, body, seen.etag());
    }

    private JsonNode settled(String id, String state) {
        return Eventually.of(
                () -> json("/api/imports/" + id),
                run -> run.get("state").asString().equals(state));
    }

    private int total(String list) {
        return json(list).get("total").asInt();
    }

    private String only(String list) {
        return Eventually.of(() -> json(list).get("items"), items -> items.size() == 1)
                .get(0)
                .get("id")
                .asString();
    }

    private JsonNode json(String path) {
        return owner.get(path).expect(200).json();
    }

    private static int count(JsonNode run, String what) {
        return run.get("counts").get(what).asInt();
    }
}
