package medflip.audit.read.timeline;

import static medflip.read.Facts.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.Prices;
import medflip.catalog.events.PricingRules;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerId;
import medflip.customers.events.HandleKind;
import medflip.customers.events.Place;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.events.RecordEvent.TaskSet;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.PaymentMethod;
import medflip.expenses.read.expenses.ExpensesViews;
import medflip.expenses.read.mileage.MileageViews;
import medflip.inventory.events.LotId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.text.Ids;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.Log;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineProjectionTest {

    private static final PageRequest FIRST = new PageRequest(null, null, null);

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new TimelineProjection(),
            PeopleViews.projection(),
            DealsViews.projection(),
            ExpensesViews.projection(),
            MileageViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final TimelineStore store = new TimelineStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    private void everything() {
        DealId other = facts.newDeal();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.quoted(other, facts.newCustomer()),
                facts.accepted(deal),
                facts.agreed(deal),
                facts.stocked(deal),
                facts.stocked(other),
                facts.paid(deal, pat, "45.00"),
                facts.sold(deal, 1, "28.00", "16.50"));
    }

    @Test
    void a_person_sees_their_own_events_and_those_of_their_deals_the_latest_first() {
        everything();
        assertThat(store.ofCustomer(fixture.tenant(), pat.local(), null, FIRST).items())
                .extracting(Entry::event)
                .containsExactly(
                        "inventory.LotSold",
                        "deals.PayoutRecorded",
                        "inventory.LotStocked",
                        "deals.DealAgreed",
                        "deals.QuoteAccepted",
                        "deals.QuoteGiven",
                        "customers.CustomerRegistered");
    }

    @Test
    void a_deal_sees_its_own_events_and_those_of_its_lots() {
        everything();
        Page<Entry> page = store.ofDeal(fixture.tenant(), deal.local(), FIRST);
        assertThat(page.total()).isEqualTo(6);
        assertThat(page.items()).extracting(Entry::dealId).containsOnly(deal.local());
    }

    @Test
    void what_is_booked_on_a_deal_stands_in_its_timeline_and_goes_along_when_it_is_booked_elsewhere() {
        everything();
        ExpenseId expense = facts.newExpense();
        SaleId sale = facts.newSale();
        fixture.given(facts.spentFor(deal, expense, "4.00"));
        assertThat(store.ofDeal(fixture.tenant(), deal.local(), FIRST).items())
                .first()
                .extracting(Entry::event, Entry::detail)
                .containsExactly(
                        "expenses.ExpenseRecorded",
                        Map.of(
                                "category", "SUPPLIES",
                                "amount", Map.of("minor", 400, "currency", "USD"),
                                "spentOn", "2026-11-23"));
        fixture.given(
                new ExpenseCorrected(
                        expense,
                        facts.account(),
                        Facts.day("2026-11-23"),
                        ExpenseCategory.OFFICE,
                        new PersonalText("UPS"),
                        Facts.usd("4.50"),
                        PaymentMethod.CASH,
                        null,
                        null,
                        null,
                        sale),
                new ExpenseVoided(expense, facts.account(), new PersonalText("twice")),
                facts.driven(facts.newTrip(), sale, "to the buyer", "2026-11-24"));
        assertThat(store.ofDeal(fixture.tenant(), deal.local(), FIRST).total()).isEqualTo(6);
        assertThat(store.ofSale(fixture.tenant(), sale.local(), FIRST).items())
                .extracting(Entry::event)
                .containsExactly(
                        "expenses.MileageTripRecorded",
                        "expenses.ExpenseVoided",
                        "expenses.ExpenseCorrected",
                        "expenses.ExpenseRecorded");
        assertThat(store.ofExpense(fixture.tenant(), expense.local(), FIRST).total())
                .isEqualTo(3);
        assertThat(fixture.rows("timeline_entry").toString())
                .contains("OFFICE")
                .doesNotContain("Uline", "UPS", "twice", "to the buyer");
    }

    @Test
    void a_buyer_sees_its_own_events_and_those_of_its_price_list_but_not_whom_one_speaks_to() {
        BuyerId buyer = facts.newBuyer();
        PriceListId own = PriceListId.own(fixture.tenant());
        fixture.given(
                facts.buyerAdded(buyer, "Galaxy", 6),
                new PricesPublished(PriceListId.of(buyer), buyer, 1, day("2026-12-01"), Prices.usual(List.of())),
                new PricingRulesSet(own, new PricingRules(MonthCount.WITH_CURRENT, 20)));
        List<Entry> entries =
                store.ofBuyer(fixture.tenant(), buyer.local(), FIRST).items();
        assertThat(entries).extracting(Entry::event).containsExactly("catalog.PricesPublished", "catalog.BuyerAdded");
        assertThat(entries.getFirst().detail()).containsEntry("effectiveFrom", "2026-12-01");
        assertThat(entries.getLast().detail()).containsEntry("name", "Galaxy").containsEntry("minimumMonths", 6);
        assertThat(entries.toString()).doesNotContain("Slim");
        assertThat(store.ofBuyer(fixture.tenant(), own.local(), FIRST).items())
                .extracting(Entry::event)
                .containsExactly("catalog.PricingRulesSet");
    }

    @Test
    void a_lot_sees_its_own_events() {
        everything();
        Page<Entry> page = store.ofLot(fixture.tenant(), LotId.of(deal, 1).local(), FIRST);
        assertThat(page.items()).extracting(Entry::event).containsExactly("inventory.LotSold", "inventory.LotStocked");
    }

    @Test
    void an_entry_says_when_who_and_what() {
        everything();
        Entry entry = store.ofCustomer(fixture.tenant(), pat.local(), null, new PageRequest(5, 1, null))
                .items()
                .getFirst();
        assertThat(entry)
                .isEqualTo(new Entry(
                        2,
                        Log.BEGIN.plusSeconds(2),
                        "deals.QuoteGiven",
                        "user:" + Log.USER,
                        Map.of(
                                "items", "OneTouch Verio 50ct 2027-09 ×3",
                                "boxes", 3,
                                "quoted", Map.of("minor", 4500, "currency", "USD"),
                                "quotedOn", "2026-11-20",
                                "validUntil", "2026-11-27"),
                        deal.local(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null));
    }

    @Test
    void a_correction_of_a_person_says_what_was_there_before() {
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                new CustomerRenamed(pat, new PersonName("Patricia Doe")),
                new ContactsCorrected(pat, List.of(Contact.of(new PhoneNumber("+16175550199")))));
        assertThat(store.ofCustomer(fixture.tenant(), pat.local(), null, FIRST).items())
                .extracting(entry -> entry.before() + " -> " + entry.after())
                .containsExactly(
                        "+16175550155, pat.doe@example.com -> +16175550199", "Pat Doe -> Patricia Doe", "null -> null");
    }

    @Test
    void a_timeline_is_asked_for_by_kind() {
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                new NoteWritten(pat, Ids.next(), new PersonalText("a note")),
                facts.quoted(deal, pat),
                facts.paid(deal, pat, "1.00"));
        assertThat(kinds(TimelineKind.NOTES)).containsExactly("customers.NoteWritten");
        assertThat(kinds(TimelineKind.DEALS)).containsExactly("deals.QuoteGiven");
        assertThat(kinds(TimelineKind.PAYOUTS)).containsExactly("deals.PayoutRecorded");
        assertThat(kinds(TimelineKind.CARD)).containsExactly("customers.CustomerRegistered");
        assertThat(kinds(TimelineKind.TASKS)).isEmpty();
        assertThat(kinds(null)).hasSize(4);
    }

    private List<String> kinds(@Nullable TimelineKind kind) {
        return store.ofCustomer(fixture.tenant(), pat.local(), kind, FIRST).items().stream()
                .map(Entry::event)
                .toList();
    }

    @Test
    void nothing_personal_comes_into_a_timeline() {
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                new CustomerRenamed(pat, new PersonName("Zaphodia Quixworthy")),
                new ContactsCorrected(
                        pat,
                        List.of(
                                Contact.of(new PhoneNumber("+16175550199")),
                                Contact.of(new EmailAddress("zaphodia@example.com")))),
                new AddressesCorrected(
                        pat,
                        List.of(new Place(
                                new PostalAddress("77 Vogsphere Crescent", null, null, null, null, null), null))),
                new NoteWritten(pat, Ids.next(), new PersonalText("mentions her brother")),
                new TaskSet(pat, Ids.next(), new PersonalText("call her brother"), Facts.day("2026-12-01")),
                new PurchasesRuledOut(pat, new PersonalText("her brother opened them")),
                new PayoutHandleAdded(pat, Ids.next(), HandleKind.ZELLE, new PersonalText("zelle-0815")),
                facts.pastDeal(deal, pat),
                facts.writtenOff(deal, Ids.next(), "1.00"),
                facts.held(deal),
                facts.paid(deal, pat, "1.00"));
        assertThat(fixture.rows("timeline_entry").toString())
                .contains("Google")
                .doesNotContain(
                        "Doe",
                        "Marvin",
                        "Zaphodia",
                        "617555",
                        "zaphodia",
                        "Vogsphere",
                        "brother",
                        "ledger",
                        "zelle-0815");
    }
}
