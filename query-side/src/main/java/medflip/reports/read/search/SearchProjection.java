package medflip.reports.read.search;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerId;
import medflip.customers.events.RecordEvent;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteRestored;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.kernel.AggregateId;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.ConversationEvent;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextChanged;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.platform.text.SearchText;
import medflip.platform.view.Projection;
import medflip.platform.view.Rows;
import medflip.reports.read.search.Hit.Kind;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the words by which people, products and buyers are called, what people are reached by, and what is written in
 * notes, also those of deals, in texts and on parcels.
 */
@Projection(
        processingGroup = SearchProjection.GROUP,
        tables = {"search_word", "search_part"})
class SearchProjection {

    static final String GROUP = "reports.search";

    /** Of a shorter end of a number too many others end alike. */
    private static final int SHORTEST_END = 3;

    private static final String PARTS = """
            INSERT INTO search_part (tenant_id, kind, about_id, part_id, word)
            SELECT ?::uuid, ?::text, ?::uuid, ?::uuid, unnest(?::text[]) ON CONFLICT DO NOTHING
            """;

    private static final String NOTHING_ABOUT =
            "DELETE FROM search_part WHERE tenant_id = ? AND kind = ? AND about_id = ?";

    private static final String NO_PARTS = NOTHING_ABOUT + " AND part_id = ?";

    private static final String NO_DEALS_OF =
            "DELETE FROM search_part WHERE tenant_id = ? AND kind IN ('deal', 'deal-note') AND part_id = ?";

    private static final String BECOMES =
            "UPDATE search_part SET kind = ? WHERE tenant_id = ? AND kind = ? AND about_id = ? AND part_id = ?";

    /** A second try says what the first one said. */
    private static final String AS_OF = """
            INSERT INTO search_part (tenant_id, kind, about_id, part_id, word)
            SELECT tenant_id, kind, about_id, ?::uuid, word FROM search_part
            WHERE tenant_id = ? AND kind = 'text' AND about_id = ? AND part_id = ? ON CONFLICT DO NOTHING
            """;

    @EventHandler
    void on(CustomerRegistered event, Rows rows) {
        CustomerId customer = event.customerId();
        called(Kind.customer, customer, rows, event.name().value());
        reached(customer, event.phones(), event.emails(), rows);
        if (event.note() != null) {
            noted(customer, customer.local(), event.note(), rows);
        }
    }

    @EventHandler
    void on(ContactsCorrected event, Rows rows) {
        CustomerId customer = event.customerId();
        rows.write(customer, NO_PARTS, customer.tenantId(), "customer", customer, customer);
        Stream<String> words = event.contacts().stream().flatMap(contact -> switch (contact.kind()) {
            case PHONE -> ends(contact.value());
            case EMAIL -> words(contact.value());
        });
        parts(customer, "customer", customer, customer.local(), words, rows);
    }

    @EventHandler
    void on(ContactsAdded event, Rows rows) {
        reached(event.customerId(), event.phones(), event.emails(), rows);
    }

    private static void reached(CustomerId customer, List<PhoneNumber> phones, List<EmailAddress> emails, Rows rows) {
        Stream<String> words = Stream.concat(
                phones.stream().flatMap(phone -> ends(phone.value())),
                emails.stream().flatMap(email -> words(email.value())));
        parts(customer, "customer", customer, customer.local(), words, rows);
    }

    @EventHandler
    void on(RecordEvent event, Rows rows) {
        switch (event) {
            case NoteWritten note -> noted(note.customerId(), note.noteId(), note.text(), rows);
            case NoteEdited note -> {
                nothing(note.customerId(), "note", note.customerId(), note.noteId(), rows);
                noted(note.customerId(), note.noteId(), note.text(), rows);
            }
            case NoteDeleted note -> becomes("deleted-note", "note", note.customerId(), note.noteId(), rows);
            case NoteRestored note -> becomes("note", "deleted-note", note.customerId(), note.noteId(), rows);
            default -> {}
        }
    }

    private static void noted(CustomerId customer, UUID note, PersonalText text, Rows rows) {
        parts(customer, "note", customer, note, words(text.value()), rows);
    }

    private static void becomes(String kind, String before, CustomerId customer, UUID note, Rows rows) {
        rows.write(customer, BECOMES, kind, customer.tenantId(), before, customer, note);
    }

    @EventHandler
    void on(QuoteGiven event, Rows rows) {
        noted(event.dealId(), event.customerId(), event.note(), rows);
    }

    /** Without a note of its own, the earlier one stands. */
    @EventHandler
    void on(QuoteRevised event, Rows rows) {
        noted(event.dealId(), event.customerId(), event.note(), rows);
    }

    @EventHandler
    void on(PastDealRecorded event, Rows rows) {
        noted(event.dealId(), event.customerId(), event.note(), rows);
    }

    @EventHandler
    void on(PastDealTakenBack event, Rows rows) {
        CustomerId customer = event.customerId();
        nothing(customer, "deal-note", event.dealId(), customer.local(), rows);
    }

    private static void noted(DealId deal, CustomerId customer, @Nullable PersonalText note, Rows rows) {
        if (note != null) {
            nothing(customer, "deal-note", deal, customer.local(), rows);
            parts(customer, "deal-note", deal, customer.local(), words(note.value()), rows);
        }
    }

    @EventHandler
    void on(LabelMade event, Rows rows) {
        parcel(event.dealId(), event.customerId(), event.trackingNumber(), rows);
    }

    @EventHandler
    void on(BoxesReturned event, Rows rows) {
        parcel(event.dealId(), event.customerId(), event.trackingNumber(), rows);
    }

    private static void parcel(DealId deal, CustomerId customer, @Nullable PersonalText number, Rows rows) {
        if (number != null) {
            Stream<String> words = Stream.concat(words(number.value()), Stream.of(SearchText.digits(number.value())));
            parts(customer, "deal", deal, customer.local(), words.filter(word -> !word.isEmpty()), rows);
        }
    }

    @EventHandler
    void on(ConversationEvent event, Rows rows) {
        ConversationId conversation = event.conversationId();
        switch (event) {
            case TextReceived text -> texted(conversation, text.textId(), text.body(), rows);
            case TextWritten text -> texted(conversation, text.textId(), text.body(), rows);
            case TextChanged text -> texted(conversation, text.textId(), text.body(), rows);
            case TextPassed text -> texted(conversation, text.textId(), text.body(), rows);
            case SecondTryPlanned planned ->
                rows.write(
                        conversation,
                        AS_OF,
                        planned.secondId(),
                        conversation.tenantId(),
                        conversation,
                        planned.textId());
            case CorrespondentErased erased ->
                rows.write(conversation, NOTHING_ABOUT, conversation.tenantId(), "text", conversation);
            default -> {}
        }
    }

    private static void texted(ConversationId conversation, UUID text, @Nullable PersonalText body, Rows rows) {
        nothing(conversation, "text", conversation, text, rows);
        if (body != null) {
            parts(conversation, "text", conversation, text, words(body.value()), rows);
        }
    }

    /** @param whose as for what is written of it: else the two would not follow each other */
    private static void nothing(AggregateId whose, String kind, AggregateId about, UUID part, Rows rows) {
        rows.write(whose, NO_PARTS, about.tenantId(), kind, about, part);
    }

    /** @param whose whose stream orders the rows: that of the thing, or of its person, who takes it along if erased */
    private static void parts(
            AggregateId whose, String kind, AggregateId about, UUID part, Stream<String> words, Rows rows) {
        rows.write(
                whose,
                PARTS,
                about.tenantId(),
                kind,
                about,
                part,
                words.distinct().toList());
    }

    private static Stream<String> words(String text) {
        return Stream.of(SearchText.beginnings(text).strip().split(" ")).filter(word -> !word.isEmpty());
    }

    /** Of 16175550155 all from itself to 155. */
    private static Stream<String> ends(String phone) {
        String digits = SearchText.digits(phone);
        return IntStream.rangeClosed(0, digits.length() - SHORTEST_END).mapToObj(digits::substring);
    }

    @EventHandler
    void on(CustomerRenamed event, Rows rows) {
        called(Kind.customer, event.customerId(), rows, event.name().value());
    }

    @EventHandler
    void on(CustomerErased event, Rows rows) {
        CustomerId customer = event.customerId();
        called(Kind.customer, customer, rows);
        Stream.of("customer", "note", "deleted-note")
                .forEach(kind -> rows.write(customer, NOTHING_ABOUT, customer.tenantId(), kind, customer));
        rows.write(customer, NO_DEALS_OF, customer.tenantId(), customer);
    }

    @EventHandler
    void on(ProductAdded event, Rows rows) {
        called(event.variant(), event.productId(), rows);
    }

    @EventHandler
    void on(ProductCorrected event, Rows rows) {
        called(event.variant(), event.productId(), rows);
    }

    @EventHandler
    void on(BuyerAdded event, Rows rows) {
        called(Kind.buyer, event.buyerId(), rows, event.name());
    }

    @EventHandler
    void on(BuyerCorrected event, Rows rows) {
        called(Kind.buyer, event.buyerId(), rows, event.name());
    }

    private static void called(ProductVariant variant, AggregateId id, Rows rows) {
        called(Kind.product, id, rows, variant.name(), variant.manufacturer(), variant.brand(), variant.line());
    }

    private static void called(Kind kind, AggregateId id, Rows rows, @Nullable String... names) {
        rows.write(
                id,
                "DELETE FROM search_word WHERE tenant_id = ? AND kind = ? AND id = ?",
                id.tenantId(),
                kind.name(),
                id);
        Stream.of(SearchText.beginnings(names).strip().split(" "))
                .filter(word -> !word.isEmpty())
                .distinct()
                .forEach(word -> rows.write(
                        id,
                        "INSERT INTO search_word (tenant_id, kind, id, word) VALUES (?, ?, ?, ?)",
                        id.tenantId(),
                        kind.name(),
                        id,
                        word));
    }
}
