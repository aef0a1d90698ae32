package medflip.whole;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.whole.Browser.Answer;
import tools.jackson.databind.JsonNode;

/**
 * A small business with something of everything in its books, made over HTTP as a person would. Its texts are found
 * nowhere else, so a test can look for them.
 */
record Books(
        Browser owner,
        String customer,
        String product,
        String wholesaler,
        String quotedDeal,
        String deal,
        String lot,
        String sale,
        String importId,
        String file,
        String expense,
        String trip,
        String conversation,
        String campaign,
        String template,
        String invitation,
        String apiKey,
        String export,
        String support,
        String privacyRequest,
        String deliverySchedule,
        String delivery) {

    static final String NAME = "Zaphodia Quixworthy";
    static final String PHONE = "+16175550199";
    static final String EMAIL = "zaphodia.quixworthy@example.com";
    static final String STREET = "77 Vogsphere Crescent";
    static final String TEXTED = "+16175550188";
    static final String TEXT = "Are those Pan Galactic strips still sealed?";
    static final String CAMPAIGN = "Ursa Minor Beta prices";
    static final String NOTE = "mentions her brother Trillianus";
    static final String REFERENCE = "zelle-ref-heartofgold";
    static final String TRACKING = "9400-prefect-0001";
    static final String PRODUCT = "A Vogon Poetry Strip";
    static final String CONTACT = "Vogonia Jeltz";
    static final String BUYER = "Magrathea Wholesale";
    static final String VENDOR = "Sirius Cybernetics Packaging";
    static final String BUSINESS = "Betelgeuse Buyback";
    static final String INVITED = "slarti.bookkeeper@example.com";
    static final String KEY_NAME = "Krikkit warehouse robot";
    static final String SUPPORT_REASON = "Vroomfondel can't find a deal";
    static final String DELIVERED = "Golgafrincham telephone list";
    static final String IMPORTED_NAME = "Slartibart Fjordland";

    /** Every text above that is about a person or the business, and so must never be stored in clear. */
    static final List<String> PERSONAL = List.of(
            TEXTED,
            TEXT,
            CAMPAIGN,
            NAME,
            PHONE,
            EMAIL,
            STREET,
            NOTE,
            REFERENCE,
            VENDOR,
            TRACKING,
            CONTACT,
            BUSINESS,
            IMPORTED_NAME,
            INVITED,
            KEY_NAME,
            SUPPORT_REASON,
            DELIVERED,
            "slartibart@example.com");

    static final String LEDGER = """
            Date,Seller,Phone,Email,Source,Item,Qty,Exp,Cond,Paid,How paid,Sold to,Sold date,Sold for,Ship,Notes
            2026-01-05,Slartibart Fjordland,617-555-0143,slartibart@example.com,Google,OneTouch Verio 50ct,2,2027-06,mint,20.00,Zelle,Magrathea Wholesale,2026-01-20,33.00,3.00,fjords
            13/45/2025,Nobody,call me,not-an-email,,Unknown thing,two,soon,?,free,,,,-5,,
            """;

    static Books open(RunningService service) {
        Browser owner = service.browser().signUp(BUSINESS);
        String schedule = owner.post("/api/delivery-schedules", delivered(DELIVERED))
                .expect(201)
                .id();
        String customer = owner.post("/api/customers", person()).expect(201).id();
        String product =
                owner.post("/api/products", Map.of("name", PRODUCT)).expect(201).id();
        String verio = owner.get("/api/products?search=onetouch+verio+50")
                .expect(200)
                .json()
                .get("items")
                .get(0)
                .get("id")
                .asString();
        String wholesaler = owner.post("/api/buyers", Map.of("name", "Wholesaler " + PRODUCT, "contact", CONTACT))
                .expect(201)
                .id();
        owner.post("/api/price-lists/" + wholesaler + "/versions", prices(product, verio))
                .expect(201);
        String quoted = owner.post("/api/deals", quote(customer)).expect(201).id();
        String deal = owner.post("/api/deals", quote(customer)).expect(201).id();
        step(owner, deal, "accept", Map.of("attests", true));
        step(owner, deal, "labels", Map.of("carrier", "USPS", "trackingNumber", TRACKING, "cost", usd(450)));
        step(owner, deal, "receive", Map.of());
        step(owner, deal, "inspect-rest-as-quoted", Map.of());
        step(owner, deal, "agree", Map.of());
        step(owner, deal, "payouts", payout(2_000));
        // The shelf is stocked by an automation, a moment after the boxes were received.
        JsonNode lots = Eventually.of(
                () -> owner.get("/api/lots?search=Verio").expect(200).json().get("items"), items -> !items.isEmpty());
        String lot = lots.get(0).get("id").asString();
        change(owner, "/api/lots/" + lot, "move", Map.of("location", "Shelf of " + BUYER));
        String sale = UUID.randomUUID().toString();
        Answer seen = owner.get("/api/lots/" + lot).expect(200);
        owner.change("POST", "/api/lots/" + lot + "/sales", sale(sale, 1), seen.etag())
                .expect(200);
        // So is the sale that the lot's step made.
        Eventually.of(() -> owner.get("/api/sales/" + sale).status(), status -> status == 200);
        sellOnInvoice(owner, customer);
        return new Books(
                owner,
                customer,
                product,
                wholesaler,
                quoted,
                deal,
                lot,
                sale,
                importLedger(owner, LEDGER),
                receipt(owner, customer),
                owner.post("/api/expenses", expense(deal)).expect(201).id(),
                owner.post("/api/mileage", trip(deal)).expect(201).id(),
                texted(owner),
                campaign(owner, customer),
                template(owner),
                owner.post("/api/invitations", Map.of("email", INVITED, "role", "AUDITOR"))
                        .expect(201)
                        .id(),
                owner.post("/api/api-keys", Map.of("name", KEY_NAME, "scopes", List.of("READ")))
                        .expect(201)
                        .id(),
                owner.post("/api/exports", Map.of()).expect(201).id(),
                owner.post("/api/support", Map.of("reason", SUPPORT_REASON, "hours", 1))
                        .expect(201)
                        .id(),
                owner.post(
                                "/api/privacy-requests",
                                Map.of("kind", "ACCESS", "customerId", customer, "way", "IN_PERSON"))
                        .expect(201)
                        .id(),
                schedule,
                DeliveriesTest.deliver(owner, "/api/delivery-schedules/" + schedule)
                        .get("id")
                        .asString());
    }

    /** A list that comes every Monday. */
    static Map<String, ?> delivered(String name) {
        return Map.of(
                "name",
                name,
                "list",
                "/api/customers.csv?sort=-name",
                "format",
                "CSV",
                "rhythm",
                "WEEKLY",
                "weekday",
                "MONDAY",
                "hour",
                7);
    }

    /** A text to somebody, by a simulated account at Twilio. */
    private static String texted(Browser owner) {
        Texting.connect(owner);
        return owner.post("/api/conversations", Map.of("number", TEXTED, "body", TEXT, "consent", "IN_PERSON"))
                .expect(201)
                .id();
    }

    /** A text to all people in the books, once it has come to its end. */
    private static String template(Browser owner) {
        return owner.post("/api/text-templates", Map.of("name", "Hours", "body", "Hi {first name}, 9 to 5."))
                .expect(201)
                .id();
    }

    private static String campaign(Browser owner, String customer) {
        String campaign = owner.post(
                        "/api/campaigns",
                        Map.of("name", CAMPAIGN, "body", "Hi {first name}", "customerIds", List.of(customer)))
                .expect(201)
                .id();
        Eventually.of(
                () -> owner.get("/api/campaigns/" + campaign)
                        .expect(200)
                        .json()
                        .get("state")
                        .asString(),
                "FINISHED"::equals);
        return campaign;
    }

    /** Who signed the business up. */
    String user() {
        return owner.get("/api/session").expect(200).json().get("userId").asString();
    }

    /** Uploads a file that is about a person. */
    static String receipt(Browser owner, String customer) {
        byte[] pdf = ("%PDF-1.4\n% for " + NAME + ", " + NOTE + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        return owner.upload(
                        "/api/files?customerId=" + customer,
                        NAME + ".pdf",
                        pdf,
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
    }

    /** Two more boxes come in: one is written off, the other shipped to a buyer, who pays a part of it. */
    private static void sellOnInvoice(Browser owner, String customer) {
        String deal = owner.post("/api/deals", quote(customer)).expect(201).id();
        step(owner, deal, "accept", Map.of("attests", true));
        step(owner, deal, "receive", Map.of());
        step(owner, deal, "inspect-rest-as-quoted", Map.of());
        step(owner, deal, "agree", Map.of());
        String lot = Eventually.of(
                        () -> owner.get("/api/deals/" + deal)
                                .expect(200)
                                .json()
                                .get("lines")
                                .get(0)
                                .get("found")
                                .get(0),
                        line -> line.get("onHand").asInt() == 2)
                .get("lotId")
                .asString();
        change(owner, "/api/lots/" + lot, "write-offs", Map.of("quantity", 1, "reason", "DAMAGED", "note", NOTE));
        String sale = "/api/sales/"
                + owner.post("/api/sales", draft(lot, 1)).expect(201).id();
        change(owner, sale, "confirm", Map.of());
        change(owner, sale, "ship", Map.of("tracking", "1Z999AA10123456784"));
        change(owner, sale, "invoice", Map.of());
        change(owner, sale, "receipts", Map.of("amount", usd(1_000), "method", "CHECK", "reference", REFERENCE));
    }

    /** Imports a file and waits until its last row is in the books. */
    static String importLedger(Browser owner, String ledger) {
        Answer made = owner.upload(
                        "/api/imports",
                        "trillianus-ledger.csv",
                        ledger.getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString())
                .expect(201);
        String id = made.id();
        Answer preview = owner.get("/api/imports/" + id).expect(200);
        owner.change("POST", "/api/imports/" + id + "/start", Map.of(), preview.etag())
                .expect(200);
        Eventually.of(
                () -> owner.get("/api/imports/" + id)
                        .expect(200)
                        .json()
                        .get("state")
                        .asString(),
                "FINISHED"::equals);
        return id;
    }

    static void step(Browser owner, String deal, String step, Map<String, ?> body) {
        change(owner, "/api/deals/" + deal, step, body);
    }

    /** Has a person erased who asked for it in person; the request's address. */
    static String orderErasure(Browser owner, String person) {
        String request = "/api/privacy-requests/"
                + owner.post(
                                "/api/privacy-requests",
                                Map.of("kind", "DELETION", "customerId", person, "way", "IN_PERSON"))
                        .expect(201)
                        .id();
        change(owner, request, "identity", Map.of("check", "KNOWN_IN_PERSON"));
        change(owner, request, "erase", Map.of());
        return request;
    }

    /** Changes a thing as it is seen now. */
    static void change(Browser owner, String thing, String step, Map<String, ?> body) {
        Answer seen = owner.get(thing).expect(200);
        owner.change("POST", thing + "/" + step, body, seen.etag()).expect(200);
    }

    static Map<String, ?> person() {
        return Map.of(
                "name",
                NAME,
                "phones",
                List.of(PHONE),
                "emails",
                List.of(EMAIL),
                "address",
                Map.of("line1", STREET, "city", "Boston", "region", "MA", "postalCode", "02118"),
                "leadSource",
                "Google",
                "note",
                NOTE);
    }

    static Map<String, ?> quote(String customer) {
        return Map.of(
                "customerId",
                customer,
                "lines",
                List.of(Map.of(
                        "item", "OneTouch Verio 50ct",
                        "expiry", "2027-09",
                        "grade", "PERFECT",
                        "quantity", 2,
                        "unitPrice", usd(1_500))),
                "note",
                NOTE);
    }

    /** Boxes that have less than six months left are worth nothing. */
    static Map<String, ?> prices(String... products) {
        return Map.of(
                "basedOn",
                0,
                "lines",
                Stream.of(products)
                        .map(product -> Map.of(
                                "productId", product, "tiers", List.of(Map.of("fromMonths", 6, "price", usd(2_200)))))
                        .toList());
    }

    static Map<String, ?> payout(long cents) {
        return Map.of("amount", usd(cents), "method", "ZELLE", "reference", REFERENCE);
    }

    static Map<String, ?> sale(String sale, int quantity) {
        return Map.of("saleId", sale, "buyer", BUYER, "quantity", quantity, "proceeds", usd(2_500));
    }

    static Map<String, ?> expense(String deal) {
        return Map.of(
                "category",
                "SUPPLIES",
                "vendor",
                VENDOR,
                "amount",
                usd(1_234),
                "method",
                "CARD",
                "note",
                NOTE,
                "dealId",
                deal);
    }

    static Map<String, ?> trip(String deal) {
        return Map.of(
                "purpose",
                "meet " + NAME,
                "from",
                "home",
                "to",
                STREET,
                "tenthsOfMiles",
                123,
                "rate",
                700,
                "dealId",
                deal);
    }

    /** A sale of boxes of one lot, put together. */
    static Map<String, ?> draft(String lot, int quantity) {
        return Map.of(
                "buyer",
                BUYER,
                "minimumMonths",
                1,
                "lines",
                List.of(Map.of("lotId", lot, "quantity", quantity, "price", usd(2_500L * quantity))));
    }

    static Map<String, ?> usd(long cents) {
        return Map.of("minor", cents, "currency", "USD");
    }

    List<String> ids() {
        return List.of(
                customer,
                product,
                wholesaler,
                quotedDeal,
                deal,
                lot,
                sale,
                importId,
                file,
                expense,
                trip,
                invitation,
                apiKey,
                export,
                support,
                privacyRequest,
                deliverySchedule,
                delivery);
    }

    static Map<String, String> report(String filter) {
        return Map.of("report", "expenses-by-line", "filter", filter);
    }

    /** Files one and sees that it says the same again. */
    static void fileReport(Browser filing, Browser reading) {
        String filed = filing.post("/api/filed-reports", report("from=2020-01-01"))
                .expect(201)
                .id();
        Eventually.of(
                () -> reading.get("/api/filed-reports/" + filed + "/since"),
                answer -> answer.status() == 200
                        && answer.json().get("reproduced").asBoolean());
    }
}
