package medflip.imports.write;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import medflip.catalog.events.ProductId;
import medflip.catalog.write.ProductCommand.EnterProduct;
import medflip.catalog.write.ProductIndexFixture;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.write.ContactIndexFixture;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.deals.events.DealId;
import medflip.deals.write.CourseCommand.RecordPastDeal;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.ImportStore.Standing;
import medflip.imports.write.ImportStore.State;
import medflip.imports.write.ImportStore.Upload;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Reading.ShownRow;
import medflip.inventory.write.LotCommand.SellLot;
import medflip.inventory.write.LotCommand.StockLot;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.Command;
import medflip.platform.command.Histories;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import medflip.platform.text.LooseDates.DayOrder;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Imports on a real database and with real keys, into books in memory. */
class ImportRunnerTest {

    private static final String HEADINGS =
            "Date,Seller,Phone,Email,Source,Item,Qty,Exp,Cond,Paid,How paid,Sold to,Sold date,Sold for,Ship,Notes\n";

    private static ImportStore store;
    private static ImportRowStore rows;
    private static ContactIndexFixture contacts;
    private static ProductIndexFixture products;
    private static BlindIndex index;
    private static JdbcClient service;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final InMemoryBooks books = new InMemoryBooks();
    private final Histories histories = new Histories(EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build());
    private final ImportRunner runner = new ImportRunner(
            store,
            rows,
            books,
            books,
            histories,
            contacts.index(),
            contacts.claims(histories),
            products.index(),
            business -> LocalDate.of(2026, 11, 26),
            index,
            (person, but) -> false);

    @BeforeAll
    static void openDatabase() {
        DatabaseAccess access = TestDatabase.create();
        Keyring keyring = TestKeyring.open(access);
        DataSource source = TestDatabase.connections(access.url(), access.service());
        service = JdbcClient.create(source);
        index = TestKeyring.index(keyring);
        TenantJdbc tenants =
                new TenantJdbc(TestDatabase.connections(access.url(), access.tenant()), TenantPredicate.byParameter());
        contacts = new ContactIndexFixture(service, tenants, index);
        products = new ProductIndexFixture(service, tenants);
        rows = new ImportRowStore(service, new JdbcTransactionManager(source), tenants);
        store = new ImportStore(service, tenants, TestKeyring.seal(keyring), rows);
    }

    /** A runner takes whatever nobody works on: what another test left over as well. */
    @BeforeEach
    void leaveNothingOver() {
        service.sql("DELETE FROM write.import").update();
    }

    @Test
    void a_row_becomes_customer_deal_lot_and_sale() {
        Standing end = run(
                start(
                        HEADINGS
                                + "11/1/24,Tammy,617-555-0155,,Google,Verio,3,07/26,mint,40.00,check #381,Buyer,11/11/24,68.27,12.40,x\n"));

        assertThat(end.state()).isEqualTo(State.FINISHED);
        RecordPastDeal deal = books.granted(RecordPastDeal.class).getFirst();
        assertThat(deal.customerId())
                .isEqualTo(books.granted(RegisterCustomer.class).getFirst().customerId());
        assertThat(deal.importId()).isEqualTo(end.id());
        assertThat(deal.paid()).isEqualTo(Money.usd("40.00"));
        assertThat(books.granted(StockLot.class)).singleElement().satisfies(lot -> {
            assertThat(lot.dealId()).isEqualTo(deal.dealId());
            assertThat(lot.landedCost()).isEqualTo(Money.usd("52.40"));
        });
        assertThat(books.granted(SellLot.class)).singleElement().satisfies(sale -> {
            assertThat(sale.lotId())
                    .isEqualTo(books.granted(StockLot.class).getFirst().lotId());
            assertThat(sale.quantity()).isEqualTo(3);
            assertThat(sale.proceeds()).isEqualTo(Money.usd("68.27"));
        });
    }

    @Test
    void what_a_file_knows_of_somebody_in_the_books_is_written_down_once() {
        CustomerRegistered known = contacts.register(tenant, "+16175550155");
        String row = "11/1/24,Tammy,617-555-0155,tammy@example.com,Google,Verio,3,07/26,mint,40.00,cash,,,,,\n";
        String other = "11/2/24,Tammy,617-555-0155,,Google,Verio,1,07/26,mint,10.00,cash,,,,,\n";
        run(start(HEADINGS + row + other));
        assertThat(books.granted(AddContacts.class)).singleElement().satisfies(added -> {
            assertThat(added.customerId()).isEqualTo(known.customerId());
            assertThat(added.emails()).containsExactly(new EmailAddress("tammy@example.com"));
        });
        assertThat(books.granted(RegisterCustomer.class)).isEmpty();
        Standing again = run(start(HEADINGS + row + other));
        assertThat(again.counts().unchanged()).isEqualTo(2);
        assertThat(books.granted(AddContacts.class)).hasSize(1);
    }

    @Test
    void who_comes_in_with_the_file_is_written_down_with_all_it_knows_at_once() {
        run(start(
                HEADINGS + "11/1/24,Tammy,617-555-0155,tammy@example.com,Google,Verio,3,07/26,mint,40.00,cash,,,,,\n"));
        assertThat(books.granted(RegisterCustomer.class)).hasSize(1);
        assertThat(books.granted(AddContacts.class)).isEmpty();
    }

    @Test
    void the_ledger_comes_in_once_also_when_it_is_imported_again() {
        Standing first = run(start(SampleLedger.bytes()));
        assertThat(first.counts().made()).isEqualTo(1500);
        assertThat(first.counts().unchanged()).isZero();
        assertThat(books.granted(RecordPastDeal.class)).hasSize(1500);
        assertThat(books.granted(StockLot.class)).hasSize(1500);
        assertThat(books.granted(SellLot.class)).hasSize(1378);
        assertThat(books.granted(RegisterCustomer.class)).hasSize(505);

        Standing second = run(start(SampleLedger.bytes()));
        assertThat(second.counts().made()).isZero();
        assertThat(second.counts().unchanged()).isEqualTo(1500);
        assertThat(books.granted(RecordPastDeal.class)).hasSize(1500);
        assertThat(books.granted(SellLot.class)).hasSize(1378);
        assertThat(books.granted(RegisterCustomer.class)).hasSize(505);
    }

    @Test
    void a_process_that_dies_again_and_again_brings_every_row_in_once() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ImportId id = start(SampleLedger.bytes());
        for (int death = 0; death < 10; death++) {
            books.dieAfter(random.nextInt(800));
            runner.workOff();
            expireLeases();
        }
        books.live();
        Standing end = run(id);

        assertThat(end.state()).as("seed %d", seed).isEqualTo(State.FINISHED);
        assertThat(end.counts().made()).as("seed %d", seed).isEqualTo(1500);
        assertThat(end.counts().unchanged()).as("seed %d", seed).isZero();
        assertThat(books.granted(RecordPastDeal.class).stream()
                        .map(RecordPastDeal::dealId)
                        .distinct())
                .hasSize(1500);
        assertThat(books.granted(RecordPastDeal.class)).hasSize(1500);
        assertThat(books.granted(SellLot.class)).hasSize(1378);
    }

    @Test
    void an_import_that_breaks_off_is_shown_to_operators_until_it_is_through() {
        ImportId id = start(HEADINGS + "11/1/24,Tammy,,,,Verio,3,07/26,mint,40,cash,,,,,\n");
        for (int attempt = 0; attempt < 2; attempt++) {
            books.dieAfter(0);
            runner.workOff();
            expireLeases();
        }
        assertThat(store.halted()).singleElement().satisfies(halted -> {
            assertThat(halted.tenantId()).isEqualTo(tenant.toString());
            assertThat(halted.id()).isEqualTo(id.local());
            assertThat(halted.state()).isEqualTo(State.RUNNING);
            assertThat(halted.failures()).isEqualTo(2);
        });
        books.live();
        assertThat(run(id).state()).isEqualTo(State.FINISHED);
        assertThat(store.halted()).isEmpty();
    }

    @Test
    void a_ledger_that_has_grown_brings_only_what_is_new() {
        String sold = "11/1/24,Tammy,617-555-0155,,,Verio,3,07/26,mint,40,cash,Buyer,11/11/24,68.27,,\n";
        String unsold = "11/2/24,Tammy,617-555-0155,,,Verio,1,07/26,mint,10,cash,,,,,\n";
        run(start(HEADINGS + sold + unsold));

        Standing later = run(start(HEADINGS
                + "2024-11-01,TAMMY,(617) 555-0155,,,verio,3,2026-07,mint,$40.00,Cash,Buyer,\"Nov 11, 2024\",68.27,,a remark\n"
                + unsold.replace("cash,,,", "cash,Buyer,12/1/24,15")
                + unsold));

        assertThat(later.counts().unchanged()).isEqualTo(1);
        assertThat(later.counts().made()).isEqualTo(2);
        assertThat(books.granted(RecordPastDeal.class)).hasSize(3);
        assertThat(books.granted(SellLot.class)).hasSize(2);
        assertThat(books.granted(RegisterCustomer.class)).hasSize(1);
    }

    @Test
    void a_row_that_comes_again_with_other_figures_is_refused_and_the_others_go_on() {
        String row = "11/1/24,Tammy,617-555-0155,,,Verio,3,07/26,mint,40,cash,Buyer,11/11/24,68.27,,\n";
        run(start(HEADINGS + row));

        Standing later = run(
                start(HEADINGS + "11/3/24,Wanda,,,,Verio,1,07/26,mint,9,cash,,,,,\n" + row.replace("68.27", "86.27")));

        assertThat(later.state()).isEqualTo(State.FINISHED);
        assertThat(later.counts().made()).isEqualTo(1);
        assertThat(later.badRows()).isEqualTo(1);
        assertThat(store.faulty(later.id())).singleElement().satisfies(refused -> {
            assertThat(refused.row()).isEqualTo(3);
            assertThat(refused.values()).containsEntry("Sold for", "86.27");
            assertThat(refused.faults().getFirst().reason()).startsWith("This row came in with an earlier import");
        });
    }

    @Test
    void somebody_who_is_in_the_books_is_not_registered_again() {
        CustomerRegistered known = contacts.register(tenant, "+16175550155");
        run(start(HEADINGS + "11/1/24,Tammy,617-555-0155,,,Verio,3,07/26,mint,40,cash,,,,,\n"));
        assertThat(books.granted(RegisterCustomer.class)).isEmpty();
        assertThat(books.granted(RecordPastDeal.class).getFirst().customerId()).isEqualTo(known.customerId());
    }

    @Test
    void a_number_that_a_form_is_just_writing_down_is_not_given_to_somebody_of_a_file_as_well() {
        contacts.claim(tenant, "+16175550155");
        Standing end = run(start(HEADINGS
                + "11/1/24,Tammy,617-555-0155,,,Verio,3,07/26,mint,40,cash,,,,,\n"
                + "11/1/24,Wanda,617-555-0156,,,Verio,3,07/26,mint,40,cash,,,,,\n"));
        assertThat(end.state()).isEqualTo(State.FINISHED);
        assertThat(books.granted(RegisterCustomer.class))
                .singleElement()
                .satisfies(registered ->
                        assertThat(registered.details().name().value()).isEqualTo("Wanda"));
        assertThat(store.faulty(end.id()))
                .singleElement()
                .satisfies(refused -> assertThat(refused.faults().getFirst().reason())
                        .isEqualTo("In your books this is the phone number of somebody who is just being written"
                                + " down."));
    }

    @Test
    void an_item_becomes_one_product_however_often_it_comes() {
        String row = "11/1/24,Tammy,617-555-0155,,,Grandma's strips,3,07/26,mint,40,cash,,,,,\n";
        run(start(HEADINGS + row + row + row.replace("Grandma's strips", "GRANDMA’S  STRIPS")));
        run(start(HEADINGS + row.replace("40", "41")));

        ProductId product = ProductId.named(tenant, "grandma s strips");
        assertThat(books.granted(EnterProduct.class)).singleElement().satisfies(entered -> {
            assertThat(entered.productId()).isEqualTo(product);
            assertThat(entered.variant().name()).isEqualTo("Grandma's strips");
            assertThat(entered.variant().brand()).isNull();
        });
        assertThat(books.granted(StockLot.class))
                .hasSize(4)
                .allSatisfy(lot -> assertThat(lot.productId()).isEqualTo(product));
        assertThat(books.granted(RecordPastDeal.class))
                .allSatisfy(
                        deal -> assertThat(deal.lines().getFirst().productId()).isEqualTo(product));
    }

    @Test
    void an_item_that_a_product_is_called_by_now_is_that_product() {
        ProductId renamed = products.add(tenant, "OneTouch Verio 50ct", "Verio fifty");
        run(start(HEADINGS + "11/1/24,Tammy,617-555-0155,,,verio FIFTY,3,07/26,mint,40,cash,,,,,\n"));
        assertThat(books.granted(EnterProduct.class)).isEmpty();
        assertThat(books.granted(StockLot.class).getFirst().productId()).isEqualTo(renamed);
    }

    @Test
    void the_file_goes_when_its_import_has_finished_and_the_rows_at_fault_stay() {
        ImportId id = start(HEADINGS
                + "11/1/24,Tammy,,,,Verio,3,07/26,mint,40,cash,,,,,\n"
                + "11/1/24,Wanda,,,,Verio,3,07/26,mint,free,cash,,,,,\n");
        assertThat(store.content(id)).isPresent();
        run(id);
        assertThat(store.content(id)).isEmpty();
        assertThat(store.faulty(id)).extracting(ShownRow::row).containsExactly(3);
    }

    @Test
    void a_try_says_what_would_happen_and_does_nothing() {
        String row = "11/1/24,Tammy,617-555-0155,,,Verio,3,07/26,mint,40,cash,,,,,\n";
        run(start(HEADINGS + row));
        int before = books.granted(Command.class).size();

        ImportId id = upload((HEADINGS + row + row.replace("40", "41") + row.replace("40", "free")).getBytes(UTF_8));
        assertThat(store.beginCheck(store.find(id).orElseThrow())).isTrue();
        Standing tried = run(id);

        assertThat(tried.state()).isEqualTo(State.PREVIEWED);
        assertThat(tried.checked()).isTrue();
        assertThat(tried.counts().unchanged()).isEqualTo(1);
        assertThat(tried.counts().made()).isEqualTo(1);
        assertThat(tried.badRows()).isEqualTo(1);
        assertThat(books.granted(Command.class)).hasSize(before);
    }

    @Test
    void a_file_of_a_shape_that_was_imported_before_is_understood_as_then() {
        Understanding understanding = new Understanding(store, index);
        byte[] file = "Wann,Wer,Was\n1/2/25,Acme,40\n".getBytes(UTF_8);
        Reading<?> first = understanding.first(tenant, file, ImportSubject.EXPENSES);
        assertThat(first.good()).isEmpty();
        Settings said = new Settings(
                ImportSubject.EXPENSES,
                first.settings().form(),
                List.of("date", "vendor", "amount"),
                DayOrder.DAY_FIRST,
                first.settings().decimalSign(),
                false,
                Mode.CREATE,
                MatchBy.ROW,
                null,
                null);
        understanding.remember(tenant, first.headings(), said);

        assertThat(understanding.first(tenant, file, null).settings()).isEqualTo(said);
        assertThat(understanding.first(tenant, file, null).good()).hasSize(1);
        assertThat(understanding
                        .first(new TenantId(UUID.randomUUID()), file, ImportSubject.EXPENSES)
                        .good())
                .isEmpty();
    }

    @Test
    void nothing_of_a_file_stands_in_clear() {
        ImportId id = start(HEADINGS + "11/1/24,Tammyquux,,,,Verio,3,07/26,mint,free,cash,,,,,\n");
        String row = service.sql("SELECT i::text || encode(about, 'escape') || encode(content, 'escape')"
                        + " || encode(faulty, 'escape') FROM write.import i WHERE import_id = :id")
                .param("id", id.local())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain("Tammyquux", "secret-name.csv", "Seller");
    }

    @Test
    void a_run_is_worked_on_by_one_at_a_time() {
        start(HEADINGS + "11/1/24,Tammy,,,,Verio,3,07/26,mint,40,cash,,,,,\n");
        assertThat(store.claim()).isPresent();
        assertThat(store.claim()).isEmpty();
    }

    @Test
    void a_run_is_kept_by_who_gives_signs_of_life() {
        start(HEADINGS + "11/1/24,Tammy,,,,Verio,3,07/26,mint,40,cash,,,,,\n");
        ImportStore.Run run = store.claim().orElseThrow();
        expireLeases();
        store.keep(run);
        assertThat(store.claim()).isEmpty();
    }

    @Test
    void who_has_lost_a_run_changes_nothing_of_it() {
        ImportId id = start(HEADINGS + "11/1/24,Tammy,,,,Verio,3,07/26,mint,40,cash,,,,,\n");
        ImportStore.Run lost = store.claim().orElseThrow();
        expireLeases();
        ImportStore.Run taken = store.claim().orElseThrow();
        List<Outcome> outcomes = List.of(Outcome.of(2, Result.MADE));
        assertThat(rows.advance(lost, outcomes)).isFalse();
        store.finish(lost, Understood.ledger(store.content(id).orElseThrow()), 1);
        assertThat(store.find(id).orElseThrow().state()).isEqualTo(State.RUNNING);
        assertThat(rows.advance(taken, outcomes)).isTrue();
    }

    @Test
    void another_business_sees_no_import() {
        ImportId id = start(HEADINGS + "11/1/24,Tammy,,,,Verio,3,07/26,mint,40,cash,,,,,\n");
        TenantId stranger = new TenantId(UUID.randomUUID());
        assertThat(store.find(ImportId.of(stranger, id.local()))).isEmpty();
        assertThat(store.page(stranger, 0, 50)).isEmpty();
        assertThat(store.count(tenant)).isEqualTo(1);
    }

    @Test
    void ids_are_stable_and_differ_between_businesses() {
        RowKeys keys = new RowKeys(index, tenant);
        DealId deal = keys.deal("row");
        assertThat(deal).isEqualTo(new RowKeys(index, tenant).deal("row"));
        assertThat(deal.local().version()).isEqualTo(8);
        assertThat(deal.local().variant()).isEqualTo(2);
        TenantId stranger = new TenantId(UUID.randomUUID());
        assertThat(new RowKeys(index, stranger).deal("row").local()).isNotEqualTo(deal.local());
    }

    private ImportId start(String csv) {
        return start(csv.getBytes(UTF_8));
    }

    private ImportId start(byte[] file) {
        ImportId id = upload(file);
        store.begin(id, books.position());
        return id;
    }

    private ImportId upload(byte[] file) {
        ImportId id = ImportId.of(tenant, UUID.randomUUID());
        store.add(
                new Upload(id, UUID.randomUUID().toString(), "hash", "sha256", "secret-name.csv", file),
                Understood.ledger(file));
        return id;
    }

    private Standing run(ImportId id) {
        expireLeases();
        runner.workOff();
        return store.find(id).orElseThrow();
    }

    private static void expireLeases() {
        service.sql("UPDATE write.import SET leased_until = '-infinity'").update();
    }
}
