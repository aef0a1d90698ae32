package medflip.reports.read.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.catalog.read.buyers.BuyersViews;
import medflip.catalog.read.products.ProductsViews;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerId;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteRestored;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.read.deals.DealsViews;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.platform.text.Ids;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.SaleId;
import medflip.sales.read.sales.SalesViews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            PeopleViews.projection(),
            DealsViews.projection(),
            StockViews.projection(),
            SalesViews.projection(),
            ProductsViews.projection(),
            BuyersViews.projection(),
            new SearchProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final SearchStore store = new SearchStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @BeforeEach
    void a_deal_with_a_lot_is_there() {
        fixture.given(
                facts.added(Facts.VERIO),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.stocked(deal));
    }

    @Test
    void a_name_finds_the_person_and_their_deals() {
        assertThat(store.search(fixture.tenant(), "pat"))
                .containsExactly(
                        new Hit(Hit.Kind.customer, pat.local(), "Pat Doe", "+16175550155, pat.doe@example.com"),
                        new Hit(Hit.Kind.deal, deal.local(), "OneTouch Verio 50ct ×3", "Pat Doe, 2026-11-20, quoted"));
    }

    @Test
    void a_phone_number_finds_the_person_however_it_is_written() {
        assertThat(store.search(fixture.tenant(), "617-555-0155"))
                .extracting(Hit::id)
                .contains(pat.local());
    }

    @Test
    void an_item_finds_the_product_deals_and_lots() {
        assertThat(store.search(fixture.tenant(), "verio"))
                .containsExactly(
                        new Hit(
                                Hit.Kind.product,
                                facts.product(Facts.VERIO).local(),
                                "OneTouch Verio 50ct",
                                "53885-0271-50, LifeScan"),
                        new Hit(Hit.Kind.deal, deal.local(), "OneTouch Verio 50ct ×3", "Pat Doe, 2026-11-20, quoted"),
                        new Hit(
                                Hit.Kind.lot,
                                LotId.of(deal, 1).local(),
                                "OneTouch Verio 50ct",
                                "exp 2027-09, 3 on hand"));
    }

    @Test
    void the_beginning_of_a_lot_number_finds_the_lot_in_small_letters_too() {
        LotId lot = LotId.of(deal, 1);
        fixture.given(new LabelCorrected(lot, deal, "KX2207", YearMonth.of(2027, 9)));
        Hit hit = new Hit(Hit.Kind.lot, lot.local(), "OneTouch Verio 50ct", "exp 2027-09, 3 on hand");
        assertThat(store.search(fixture.tenant(), "kx22")).containsExactly(hit);
        assertThat(store.search(fixture.tenant(), "KX2207")).containsExactly(hit);
        assertThat(store.search(fixture.tenant(), "2207")).isEmpty();
    }

    @Test
    void part_of_a_buyers_name_finds_what_was_sold_to_it() {
        SaleId sale = facts.newSale();
        fixture.given(facts.drafted(sale, deal, 1, "29.00"));
        assertThat(store.search(fixture.tenant(), "rescue")).extracting(Hit::id).containsExactly(sale.local());
    }

    @Test
    void what_was_texted_finds_the_conversation_by_its_latest_text_that_says_so() {
        UUID conversation = Ids.next();
        ReadDatabase.service()
                .sql("""
                        INSERT INTO conversation (tenant_id, id, number, last_at, last_incoming, unseen, version)
                        VALUES (:tenant, :id, '+16175550100', now(), true, true, 2)
                        """)
                .param("tenant", fixture.tenant().value())
                .param("id", conversation)
                .update();
        ConversationId id = ConversationId.of(fixture.tenant(), conversation);
        for (int i = 1; i <= 3; i++) {
            String body = i == 3 ? "Thanks!" : "Sealed boxes, number " + i;
            UUID text = texted(id, i, body);
            fixture.given(new TextReceived(
                    id,
                    CorrespondentId.of(fixture.tenant(), Ids.next()),
                    text,
                    new PhoneNumber("+16175550100"),
                    new PersonalText(body),
                    0));
        }
        assertThat(store.search(fixture.tenant(), "boxes SEALED"))
                .containsExactly(
                        new Hit(Hit.Kind.conversation, conversation, "Sealed boxes, number 2", "+16175550100"));
        assertThat(store.search(new TenantId(Ids.next()), "sealed")).isEmpty();
        assertThat(store.search(fixture.tenant(), "boxes thanks"))
                .as("words of two texts")
                .isEmpty();
        fixture.given(new CorrespondentErased(id, CorrespondentId.of(fixture.tenant(), Ids.next())));
        assertThat(store.search(fixture.tenant(), "sealed")).isEmpty();
    }

    /** Puts a text where the inbox would. */
    private UUID texted(ConversationId conversation, int position, String body) {
        UUID text = Ids.next();
        ReadDatabase.service()
                .sql("""
                        INSERT INTO conversation_text
                            (tenant_id, conversation_id, id, position, incoming, body, at, state)
                        VALUES (:tenant, :conversation, :id, :position, true, :body, now(), 'RECEIVED')
                        """)
                .param("tenant", fixture.tenant().value())
                .param("conversation", conversation.local())
                .param("id", text)
                .param("position", position)
                .param("body", body)
                .update();
        return text;
    }

    @Test
    void a_note_finds_its_person_as_it_is_now_and_not_while_it_is_deleted() {
        UUID note = Ids.next();
        fixture.given(new NoteWritten(pat, note, new PersonalText("Rings twice, keeps two quokkas")));
        assertThat(people("quokk rings")).containsExactly(pat.local());
        assertThat(people("quokka pat"))
                .as("a word of the note, another of the name")
                .containsExactly(pat.local());
        fixture.given(new NoteEdited(pat, note, new PersonalText("Keeps a wombat")));
        assertThat(people("quokka")).isEmpty();
        fixture.given(new NoteDeleted(pat, note));
        assertThat(people("wombat")).isEmpty();
        fixture.given(new NoteRestored(pat, note));
        assertThat(people("wombat")).containsExactly(pat.local());
    }

    @Test
    void any_part_of_a_phone_number_finds_the_person_and_the_parts_of_an_address_do() {
        for (String typed : List.of("16175550155", "(617) 555-0155", "555-01", "0155", "155", "doe@example.com")) {
            assertThat(people(typed)).as(typed).containsExactly(pat.local());
        }
        assertThat(people("5551")).isEmpty();
        fixture.given(new ContactsCorrected(pat, List.of(new Contact(ContactKind.PHONE, "+12125550111", null))));
        assertThat(people("0155")).isEmpty();
        assertThat(people("50111")).containsExactly(pat.local());
    }

    @Test
    void a_parcel_finds_its_deal_and_nothing_of_an_erased_person_finds_anything() {
        fixture.given(
                new NoteWritten(pat, Ids.next(), new PersonalText("wombat")),
                new LabelMade(
                        deal,
                        pat,
                        Ids.next(),
                        Carrier.UPS,
                        new PersonalText("1Z 42XY 77"),
                        Money.usd("9.00"),
                        LocalDate.parse("2026-11-21")));
        for (String typed : List.of("1z 42xy", "42XY", "14277", "verio 42xy", "pat verio")) {
            assertThat(store.search(fixture.tenant(), typed))
                    .as(typed)
                    .extracting(Hit::id)
                    .contains(deal.local());
        }
        fixture.given(new CustomerErased(pat));
        for (String typed : List.of("1z 42xy", "wombat", "0155", "doe@example.com")) {
            assertThat(store.search(fixture.tenant(), typed)).as(typed).isEmpty();
        }
        assertThat(fixture.rows("search_part")).isEmpty();
    }

    @Test
    void a_note_of_a_deal_finds_it_as_it_is_now() {
        DealId past = facts.newDeal();
        fixture.given(facts.pastDeal(past, pat));
        assertThat(store.search(fixture.tenant(), "old ledger"))
                .extracting(Hit::id)
                .containsExactly(past.local());
        fixture.given(new PastDealTakenBack(past, pat));
        assertThat(store.search(fixture.tenant(), "ledger")).isEmpty();

        fixture.given(noted("two wombats"), noted(null));
        assertThat(store.search(fixture.tenant(), "wombats verio"))
                .extracting(Hit::id)
                .containsExactly(deal.local());
        fixture.given(noted("a quokka"));
        assertThat(store.search(fixture.tenant(), "wombats")).isEmpty();
        fixture.given(new CustomerErased(pat));
        assertThat(store.search(fixture.tenant(), "quokka")).isEmpty();
    }

    private QuoteRevised noted(@Nullable String note) {
        QuoteGiven quote = facts.quoted(deal, pat);
        return new QuoteRevised(
                deal,
                pat,
                2,
                quote.lines(),
                quote.quotedOn(),
                quote.validUntil(),
                note == null ? null : new PersonalText(note));
    }

    @Test
    void an_invoices_number_finds_its_sale() {
        SaleId sale = facts.newSale();
        fixture.given(
                facts.drafted(sale, deal, 1, "29.00"),
                new InvoiceNumbered(InvoiceBookId.of(fixture.tenant()), sale, 1042));
        for (String typed : List.of("1042", "#1042")) {
            assertThat(store.search(fixture.tenant(), typed))
                    .as(typed)
                    .extracting(Hit::id)
                    .containsExactly(sale.local());
        }
        assertThat(store.search(fixture.tenant(), "104")).isEmpty();
    }

    private List<UUID> people(String typed) {
        return store.search(fixture.tenant(), typed).stream()
                .filter(hit -> hit.kind() == Hit.Kind.customer)
                .map(Hit::id)
                .toList();
    }

    @Test
    void a_tracking_number_finds_the_sale() {
        SaleId sale = facts.newSale();
        fixture.given(facts.drafted(sale, deal, 1, "29.00"), facts.shipped(sale, deal, 1, "29.00"));
        assertThat(store.search(fixture.tenant(), "1z999aa1"))
                .containsExactly(
                        new Hit(Hit.Kind.sale, sale.local(), "StripRescue LLC", "2026-11-30, shipped, 1Z999AA1"));
    }

    @Test
    void a_mistyped_name_finds_who_and_what_is_called_nearly_so() {
        CustomerId anderson = facts.newCustomer();
        fixture.given(facts.registered(anderson, "Marta Anderson"));
        for (String typed : List.of("andersen", "adnerson", "andreson", "ndersonn", "andeson", "marat andersson")) {
            assertThat(store.search(fixture.tenant(), typed))
                    .as(typed)
                    .extracting(Hit::id)
                    .isEqualTo(typed.equals("ndersonn") ? List.of() : List.of(anderson.local()));
        }
        assertThat(store.search(fixture.tenant(), "veroi"))
                .extracting(Hit::id)
                .containsExactly(facts.product(Facts.VERIO).local());
    }

    @Test
    void a_renamed_person_is_no_longer_near_the_old_name() {
        fixture.given(new CustomerRenamed(pat, new PersonName("Robin Quixworth")));
        assertThat(store.search(fixture.tenant(), "quixwort"))
                .extracting(Hit::id)
                .contains(pat.local());
        assertThat(store.search(fixture.tenant(), "qiuxworth"))
                .extracting(Hit::id)
                .containsExactly(pat.local());
        fixture.given(new CustomerRenamed(pat, new PersonName("Robin Doe")));
        assertThat(store.search(fixture.tenant(), "qiuxworth")).isEmpty();
    }

    @Test
    void nothing_finds_nothing() {
        assertThat(store.search(fixture.tenant(), "  ")).isEmpty();
        assertThat(store.search(fixture.tenant(), "zaphod")).isEmpty();
    }

    @Test
    void at_most_thirty_are_found() {
        for (int i = 0; i < 30; i++) {
            DealId each = facts.newDeal();
            fixture.givenAtOnce(
                    facts.registered(facts.newCustomer(), "Pat " + i), facts.quoted(each, pat), facts.stocked(each));
        }
        assertThat(store.search(fixture.tenant(), "p")).hasSizeLessThanOrEqualTo(30);
        assertThat(store.search(fixture.tenant(), "t")).hasSize(13);
    }
}
