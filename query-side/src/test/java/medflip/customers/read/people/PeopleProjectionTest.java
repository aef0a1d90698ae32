package medflip.customers.read.people;

import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.ContactLabel;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.FieldCleared;
import medflip.customers.events.CustomerEvent.FieldFilled;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerEvent.TagPutOn;
import medflip.customers.events.CustomerEvent.TagTakenOff;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.customers.events.Place;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.imports.events.ImportId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleProjectionTest {

    private static final PostalAddress HOME = new PostalAddress("1 Main St", null, "Boston", "MA", "02118", "US");

    private final ProjectionFixture fixture = ProjectionFixture.of(new PeopleProjection(), WorkspaceViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final PeopleStore store = new PeopleStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @BeforeEach
    void a_business_is_there() {
        fixture.given(facts.signedUp());
    }

    @Test
    void a_registered_person_is_in_the_list_with_sums_of_nothing() {
        fixture.given(facts.registered(pat, "Pat Doe"));
        assertThat(people(null, false))
                .containsExactly(new CustomerItem(
                        pat.local(),
                        "Pat Doe",
                        List.of("+16175550155"),
                        List.of("pat.doe@example.com"),
                        "Google",
                        List.of(),
                        false,
                        false,
                        false,
                        0,
                        0,
                        usd("0"),
                        usd("0"),
                        usd("0"),
                        null,
                        Log.BEGIN.plusSeconds(2),
                        0));
    }

    @Test
    void a_correction_replaces_every_detail_and_leaves_the_sums() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.pastDeal(deal, pat))
                .given(
                        new CustomerRenamed(pat, new PersonName("Patricia Doe")),
                        new ContactsCorrected(
                                pat,
                                List.of(
                                        new Contact(ContactKind.PHONE, "+14155550100", ContactLabel.MOBILE),
                                        new Contact(ContactKind.PHONE, "+14155550101", null))),
                        new AddressesCorrected(pat, List.of(new Place(HOME, ContactLabel.HOME))),
                        new LeadSourceSet(pat, null));
        Customer person = store.customer(fixture.tenant(), pat.local()).orElseThrow();
        assertThat(person.item().name()).isEqualTo("Patricia Doe");
        assertThat(person.item().phones()).containsExactly("+14155550100", "+14155550101");
        assertThat(person.item().emails()).isEmpty();
        assertThat(person.item().leadSource()).isNull();
        assertThat(person.contacts().getFirst().label()).isEqualTo(ContactLabel.MOBILE);
        assertThat(person.addresses()).containsExactly(new Place(HOME, ContactLabel.HOME));
        assertThat(person.item().paid()).isEqualTo(usd("40.00"));
        assertThat(person.version()).isEqualTo(4);
        assertThat(people("patricia 4155550101", false)).hasSize(1);
        assertThat(people("6175550155", false)).isEmpty();
    }

    @Test
    void contacts_that_a_file_adds_stand_beside_those_that_were_known_and_are_found() {
        fixture.given(facts.registered(pat, "Pat Doe"))
                .given(new ContactsAdded(
                        pat,
                        List.of(new PhoneNumber("+14155550100")),
                        List.of(new EmailAddress("pat@work.example")),
                        ImportId.of(fixture.tenant(), Ids.next())));
        Customer person = store.customer(fixture.tenant(), pat.local()).orElseThrow();
        assertThat(person.item().phones()).containsExactly("+16175550155", "+14155550100");
        assertThat(person.item().emails()).containsExactly("pat.doe@example.com", "pat@work.example");
        assertThat(person.version()).isEqualTo(1);
        assertThat(people("4155550100", false)).hasSize(1);
        assertThat(people("6175550155 work", false)).hasSize(1);
    }

    @Test
    void an_archived_person_is_in_the_other_list_until_restored() {
        fixture.given(facts.registered(pat, "Pat Doe"), new CustomerArchived(pat));
        assertThat(people(null, false)).isEmpty();
        assertThat(people(null, true)).hasSize(1);
        fixture.given(new CustomerRestored(pat));
        assertThat(people(null, false)).hasSize(1);
        assertThat(people(null, true)).isEmpty();
    }

    @Test
    void a_person_knows_what_their_deals_brought() {
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.agreed(deal),
                facts.paid(deal, pat, "20.00"),
                facts.paid(deal, pat, "25.00"),
                facts.stocked(deal),
                facts.sold(deal, 1, "28.00", "16.50"),
                facts.sold(deal, 2, "50.00", "33.00"));
        CustomerItem person = person();
        assertThat(person.deals()).isEqualTo(1);
        assertThat(person.boxes()).isEqualTo(3);
        assertThat(person.paid()).isEqualTo(usd("45.00"));
        assertThat(person.proceeds()).isEqualTo(usd("78.00"));
        assertThat(person.profit()).isEqualTo(usd("28.50"));
        assertThat(person.lastDealOn()).isEqualTo("2026-11-20");
    }

    @Test
    void boxes_that_never_came_count_for_nothing() {
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                new QuoteDeclined(deal, pat, DeclineReason.PRICE, null, Facts.day("2026-11-21")));
        assertThat(person().deals()).isEqualTo(1);
        assertThat(person().boxes()).isZero();
        assertThat(person().paid()).isEqualTo(usd("0"));
    }

    @Test
    void the_latest_deal_is_the_last_one_whatever_the_order_they_were_entered_in() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat), facts.pastDeal(facts.newDeal(), pat));
        assertThat(person().lastDealOn()).isEqualTo("2026-11-20");
        assertThat(person().deals()).isEqualTo(2);
    }

    @Test
    void sales_that_are_seen_before_their_deal_are_added_once_it_is_seen() {
        fixture.given(facts.sold(deal, 1, "28.00", "16.50"));
        assertThat(people(null, false)).isEmpty();
        fixture.given(facts.quoted(deal, pat), facts.sold(deal, 1, "30.00", "16.50"));
        assertThat(people(null, false)).as("nobody knows who it is yet").isEmpty();
        fixture.given(facts.registered(pat, "Pat Doe"));
        assertThat(person().proceeds()).isEqualTo(usd("58.00"));
        assertThat(person().profit()).isEqualTo(usd("25.00"));
    }

    @Test
    void a_deal_adds_nothing_to_another_person() {
        CustomerId sam = facts.newCustomer();
        fixture.givenAtOnce(
                facts.registered(pat, "Pat Doe"),
                facts.registered(sam, "Sam Roe"),
                facts.pastDeal(deal, pat),
                facts.sold(deal, 1, "28.00", "16.50"));
        assertThat(people("sam", false)).extracting(CustomerItem::proceeds).containsExactly(usd("0"));
        assertThat(people("pat", false)).extracting(CustomerItem::proceeds).containsExactly(usd("28.00"));
    }

    @Test
    void people_are_found_by_parts_of_names_addresses_and_phone_numbers() {
        fixture.given(
                facts.registered(pat, "José  Ñúñez", "+16175550155", "Google"),
                facts.registered(facts.newCustomer(), "Sam Roe_", "+14155550100", "Flyer"));
        for (String search : List.of(
                "jose",
                "NUÑEZ",
                "nunez jos",
                "ñúñez@example",
                "(617) 555-0155",
                "+1 617 555",
                "5550155",
                "617.555.0155")) {
            assertThat(people(search, false))
                    .as(search)
                    .extracting(CustomerItem::name)
                    .containsExactly("José  Ñúñez");
        }
        assertThat(people("roe_", false)).hasSize(1);
        for (String search : List.of("jose sam", "%", "j_se", "617 555 0156", "google")) {
            assertThat(people(search, false)).as(search).isEmpty();
        }
        assertThat(people("555-01", false)).hasSize(2);
        assertThat(people(" ", false)).hasSize(2);
    }

    @Test
    void a_forgotten_person_reads_as_a_placeholder() {
        fixture.given(facts.registered(pat, "Pat Doe"))
                .given(new CustomerRenamed(pat, new PersonName("[erased]")), new ContactsCorrected(pat, List.of()));
        assertThat(person().name()).isEqualTo("[erased]");
        assertThat(fixture.row("customer").toString()).doesNotContain("Pat").doesNotContain("6175550155");
    }

    @Test
    void lead_sources_in_use_are_listed_once_each() {
        fixture.given(
                facts.registered(pat, "A", "+16175550155", "Google"),
                facts.registered(facts.newCustomer(), "B", "+16175550156", "Flyer"),
                facts.registered(facts.newCustomer(), "C", "+16175550157", "Google"));
        assertThat(store.leadSources(fixture.tenant())).containsExactly("Flyer", "Google");
    }

    @Test
    void tags_and_fields_stand_on_the_card_until_they_are_taken_off() {
        UUID tag = Ids.next();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                new TagPutOn(pat, tag),
                new FieldFilled(pat, tag, new PersonalText("since 2019")));
        assertThat(person().tags()).containsExactly(tag);
        assertThat(tagged(tag)).hasSize(1);
        assertThat(tagged(Ids.next())).isEmpty();
        assertThat(card().fields()).extracting(Customer.FieldValue::value).containsExactly("since 2019");
        fixture.given(new TagTakenOff(pat, tag), new FieldCleared(pat, tag));
        assertThat(person().tags()).isEmpty();
        assertThat(tagged(tag)).isEmpty();
        assertThat(card().fields()).isEmpty();
    }

    @Test
    void a_card_says_why_nothing_is_bought_until_it_is_again() {
        fixture.given(facts.registered(pat, "Pat Doe"), new PurchasesRuledOut(pat, new PersonalText("opened boxes")));
        assertThat(person().doNotBuy()).isTrue();
        assertThat(card().doNotBuyFor()).isEqualTo("opened boxes");
        fixture.given(new PurchasesAllowed(pat));
        assertThat(person().doNotBuy()).isFalse();
        assertThat(card().doNotBuyFor()).isNull();
    }

    @Test
    void all_of_a_merged_person_counts_with_the_survivor_also_what_comes_later() {
        CustomerId sam = facts.newCustomer();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.registered(sam, "Sam Roe", "+14155550100", "Flyer"),
                facts.pastDeal(deal, sam),
                new PeopleMerged(MergeBookId.of(fixture.tenant()), sam, pat),
                facts.sold(deal, 1, "28.00", "16.50"),
                facts.pastDeal(facts.newDeal(), sam));
        assertThat(people(null, false)).extracting(CustomerItem::name).containsExactly("Pat Doe");
        assertThat(person().deals()).isEqualTo(2);
        assertThat(person().paid()).isEqualTo(usd("80.00"));
        assertThat(person().proceeds()).isEqualTo(usd("28.00"));
        assertThat(card().merged()).extracting(Customer.OnePerson::name).containsExactly("Sam Roe");
        Customer merged = store.customer(fixture.tenant(), sam.local()).orElseThrow();
        assertThat(merged.item().deals()).isZero();
        assertThat(merged.mergedInto()).extracting(Customer.OnePerson::name).isEqualTo("Pat Doe");
    }

    @Test
    void taking_a_merge_back_restores_both_and_leaves_the_survivor_what_came_in_since() {
        CustomerId sam = facts.newCustomer();
        MergeBookId book = MergeBookId.of(fixture.tenant());
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.registered(sam, "Sam Roe", "+14155550100", "Flyer"),
                facts.quoted(facts.newDeal(), pat),
                facts.pastDeal(deal, sam));
        CustomerItem patBefore = person();
        CustomerItem samBefore =
                store.customer(fixture.tenant(), sam.local()).orElseThrow().item();
        fixture.givenAtOnce(new PeopleMerged(book, sam, pat), new PeopleUnmerged(book, sam, pat));
        assertThat(person()).isEqualTo(patBefore);
        assertThat(store.customer(fixture.tenant(), sam.local()).orElseThrow().item())
                .isEqualTo(samBefore);
        fixture.given(
                new PeopleMerged(book, sam, pat),
                facts.pastDeal(facts.newDeal(), pat),
                new PeopleUnmerged(book, sam, pat));
        assertThat(person().deals()).isEqualTo(2);
        assertThat(person().paid()).isEqualTo(usd("40.00"));
        assertThat(store.customer(fixture.tenant(), sam.local()).orElseThrow().item())
                .isEqualTo(samBefore);
        assertThat(people(null, false)).hasSize(2);
    }

    private Customer card() {
        return store.customer(fixture.tenant(), pat.local()).orElseThrow();
    }

    private List<CustomerItem> tagged(UUID tag) {
        return store.page(
                        fixture.tenant(),
                        new FindPeople(null, null, null, tag, null, null),
                        new PageRequest(null, null, null))
                .items();
    }

    private CustomerItem person() {
        return store.customer(fixture.tenant(), pat.local()).orElseThrow().item();
    }

    private List<CustomerItem> people(@Nullable String search, boolean archived) {
        return store.page(
                        fixture.tenant(),
                        new FindPeople(search, null, archived, null, null, null),
                        new PageRequest(null, null, null))
                .items();
    }
}
