package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import medflip.kernel.TenantId;
import medflip.launcher.TwilioSimulator;
import medflip.launcher.TwilioSimulator.Fault;
import medflip.launcher.TwilioSimulator.SimulatedText;
import medflip.platform.files.FileLinks;
import medflip.platform.files.FileStore;
import medflip.platform.outbox.OutboxChannel;
import medflip.platform.twilio.TwilioAccount;
import medflip.platform.twilio.TwilioVault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Texting end to end, by Twilio's own SDK over HTTP against the simulator, and by webhooks that it signs. */
class TextingTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningService service = RunningService.shared();
    private final TwilioSimulator twilio = service.bean(TwilioSimulator.class);
    private final TwilioVault vault = service.bean(TwilioVault.class);
    private final Browser owner = service.browser().signUp("Box Buyers");
    private TenantId tenant;

    @BeforeEach
    void connected() {
        Texting.connect(owner);
        tenant = TenantId.of(owner.get("/api/session")
                .expect(200)
                .json()
                .get("business")
                .get("id")
                .asString());
    }

    @Test
    void P2_3_a_text_leaves_arrives_and_says_who_writes() {
        String number = Texting.awake(1);
        String conversation = write(number, "We pay $22 a box.");
        awaitState(conversation, "DELIVERED");
        assertThat(to(number))
                .singleElement()
                .satisfies(text -> assertThat(text.body())
                        .isEqualTo("Box Buyers: We pay $22 a box.\nReply STOP to get no more texts."));
    }

    @Test
    void P4_1_P8_the_connection_is_shown_by_its_last_characters_and_ends_at_once() {
        TwilioAccount account = TwilioSimulator.account(tenant);
        String shown = owner.get("/api/twilio-connection").expect(200).body();
        assertThat(shown)
                .contains(account.sid().substring(30))
                .doesNotContain(account.sid(), account.token(), account.number());
        owner.post("/api/twilio-connection/disconnect", Map.of()).expect(201);
        assertThat(vault.find(tenant)).isEmpty();
        assertThat(owner.get("/api/twilio-connection")
                        .expect(200)
                        .json()
                        .get("connected")
                        .asBoolean())
                .isFalse();
        assertThat(twilio.reply(vault.messagesUrl(tenant), account, Texting.awake(2), "hello?"))
                .isEqualTo(404);
        String conversation = write(Texting.awake(2), "Still there?");
        awaitState(conversation, "BLOCKED");
    }

    @Test
    void a_business_texts_by_a_messaging_service_that_chooses_the_number() {
        TwilioAccount account = TwilioSimulator.account(tenant);
        Map<String, String> wish = new TreeMap<>(Map.of(
                "accountSid",
                account.sid(),
                "authToken",
                account.token(),
                "number",
                "MG" + "0".repeat(32),
                "introduction",
                "Box Buyers"));
        assertThat(owner.post("/api/twilio-connection", wish).expect(422).code())
                .isEqualTo("messaging.number-not-in-account");
        wish.put("number", TwilioSimulator.service(account));
        owner.post("/api/twilio-connection", wish).expect(201);
        String number = Texting.awake(11);
        twilio.failNext(Fault.ANSWER_LOST);
        String conversation = write(number, "By a service");
        awaitState(conversation, "DELIVERED");
        assertThat(to(number))
                .singleElement()
                .satisfies(text -> assertThat(text.from()).isEqualTo(TwilioSimulator.service(account)));
        assertThat(twilio.reply(account, number, "thanks")).isEqualTo(200);
        Eventually.of(() -> Texting.texts(owner, conversation).size(), size -> size == 2);
    }

    @Test
    void pictures_that_come_along_are_fetched_once_kept_sealed_and_shown_and_what_is_none_is_not() throws IOException {
        byte[] photo = png();
        TwilioAccount account = TwilioSimulator.account(tenant);
        assertThat(twilio.reply(
                        vault.messagesUrl(tenant),
                        account,
                        Texting.awake(13),
                        "four boxes",
                        List.of(photo, "no picture".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(200);
        String conversation = theConversation();
        JsonNode text = Eventually.of(
                () -> Texting.texts(owner, conversation).getFirst(),
                seen -> !seen.get("pictureIds").isEmpty());
        String picture = text.get("pictureIds").get(0).asString();
        assertThat(text.get("pictureIds")).hasSize(1);
        assertThat(owner.get("/api/files/" + picture)
                        .expect(200)
                        .json()
                        .get("kind")
                        .asString())
                .isEqualTo("PNG");
        owner.get("/api/files/" + picture + "/content").expect(200);
        service.browser()
                .signUp("Nosy")
                .get("/api/files/" + picture + "/content")
                .expect(404);
        assertThat(twilio.fetched(account.sid())).isEqualTo(2);
    }

    @Test
    void a_picture_goes_along_by_a_link_that_is_good_for_it_alone_and_not_for_long() throws Exception {
        byte[] photo = png();
        String picture = owner.upload(
                        "/api/files", "box.png", photo, UUID.randomUUID().toString())
                .expect(201)
                .id();
        String number = Texting.awake(14);
        String conversation = owner.post(
                        "/api/conversations",
                        Map.of(
                                "number",
                                number,
                                "body",
                                "Like this one?",
                                "consent",
                                "IN_PERSON",
                                "pictureIds",
                                List.of(picture)))
                .expect(201)
                .id();
        awaitState(conversation, "DELIVERED");
        assertThat(Texting.texts(owner, conversation).getLast().get("pictureIds"))
                .hasSize(1);
        assertThat(to(number))
                .singleElement()
                .satisfies(text -> assertThat(text.pictures()).containsExactly(TwilioSimulator.hex(stored(picture))));
        String link = service.bean(FileLinks.class)
                .to(tenant, UUID.fromString(picture))
                .getPath();
        Browser nobody = service.browser();
        nobody.get(link).expect(200);
        for (int at = "/files/".length(); at < link.length(); at += 7) {
            char other = link.charAt(at) == 'A' ? 'B' : 'A';
            nobody.get(link.substring(0, at) + other + link.substring(at + 1)).expect(404);
        }
        nobody.get("/files/nonsense").expect(404);
        String pdf = owner.upload(
                        "/api/files",
                        "a.pdf",
                        "%PDF-1.4".getBytes(StandardCharsets.UTF_8),
                        UUID.randomUUID().toString())
                .expect(201)
                .id();
        assertThat(owner.post(
                                "/api/conversations",
                                Map.of("number", number, "body", "A paper", "pictureIds", List.of(pdf)))
                        .expect(422)
                        .code())
                .isEqualTo("messaging.picture-not-sendable");
    }

    private byte[] stored(String file) {
        FileStore files = service.bean(FileStore.class);
        return files.content(tenant, files.find(tenant, UUID.fromString(file)).orElseThrow());
    }

    private static byte[] png() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }

    @Test
    void a_phone_that_was_out_of_reach_is_tried_once_more() {
        String number = Texting.awake(12);
        owner.post("/api/simulated-phones/fail-next", Map.of("errorCode", 30003))
                .expect(204);
        String conversation = write(number, "Are you there?");
        List<JsonNode> texts = Eventually.of(() -> Texting.texts(owner, conversation), seen -> seen.size() == 2);
        assertThat(texts.getFirst().get("state").asString()).isEqualTo("UNDELIVERED");
        assertThat(texts.getLast().get("state").asString()).isEqualTo("SCHEDULED");
        assertThat(texts.getLast().get("secondTryOf").asString())
                .isEqualTo(texts.getFirst().get("id").asString());
        assertThat(texts.getLast().get("body").asString())
                .isEqualTo(texts.getFirst().get("body").asString());
        assertThat(to(number)).as("not before its time").hasSize(1);
    }

    @Test
    void what_twilio_does_not_know_is_not_connected() {
        Browser other = service.browser().signUp("No Account");
        Map<String, String> wrong = Map.of(
                "accountSid",
                TwilioSimulator.account(tenant).sid(),
                "authToken",
                "0".repeat(32),
                "number",
                "+12025550100",
                "introduction",
                "Nobody");
        assertThat(other.post("/api/twilio-connection", wrong).expect(422).code())
                .isEqualTo("messaging.credentials-refused");
        Map<String, String> foreign = new TreeMap<>(wrong);
        foreign.put("authToken", TwilioSimulator.account(tenant).token());
        foreign.put("number", "+16175550100");
        assertThat(other.post("/api/twilio-connection", foreign).expect(422).code())
                .isEqualTo("messaging.number-not-in-account");
        assertThat(other.post("/api/twilio-connection", Map.of("accountSid", "x"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void what_somebody_writes_is_in_the_inbox_once_and_a_stop_ends_all_texts() {
        String number = Texting.awake(3);
        reply(number, "what do you pay?");
        String conversation = Eventually.of(
                        () -> owner.get("/api/conversations?unseen=true")
                                .expect(200)
                                .json()
                                .get("items"),
                        items -> !items.isEmpty())
                .get(0)
                .get("id")
                .asString();
        assertThat(write(number, "$22 a box")).isEqualTo(conversation);
        awaitState(conversation, "DELIVERED");
        reply(number, "STOP");
        Eventually.of(
                () -> owner.get("/api/conversations/" + conversation)
                        .expect(200)
                        .json(),
                seen -> seen.has("optedOut"));
        write(number, "One more thing");
        awaitState(conversation, "BLOCKED");
        assertThat(to(number)).hasSize(1);
        var seen = owner.get("/api/conversations/" + conversation).expect(200);
        assertThat(owner.change("POST", "/api/conversations/" + conversation + "/opt-out/lift", Map.of(), seen.etag())
                        .expect(409)
                        .code())
                .isEqualTo("messaging.their-own-opt-out");
        reply(number, "Start");
        Eventually.of(
                () -> owner.get("/api/conversations/" + conversation)
                        .expect(200)
                        .json(),
                open -> !open.has("optedOut"));
    }

    @Test
    void texts_stand_in_the_timelines_of_the_person_and_of_their_deal_while_it_lasts() {
        String number = Texting.awake(9);
        String person = reached("Dee Deal", number);
        String deal = owner.post("/api/deals", Books.quote(person)).expect(201).id();
        String conversation = write(number, "Is $22 a box all right?");
        awaitState(conversation, "DELIVERED");
        assertThat(told("/api/deals/" + deal + "/timeline"))
                .contains("messaging.TextWritten Box Buyers: Is $22 a box all right?\nReply STOP to get no more texts.")
                .doesNotContain("messaging.TextReceived hello");
        assertThat(told("/api/customers/" + person + "/timeline?kind=TEXTS"))
                .contains("messaging.TextReceived hello")
                .allMatch(entry -> entry.startsWith("messaging."));
        Books.change(owner, "/api/deals/" + deal, "decline", Map.of("reason", "PRICE"));
        reply(number, "changed my mind");
        Eventually.of(
                () -> told("/api/customers/" + person + "/timeline"),
                entries -> entries.contains("messaging.TextReceived changed my mind"));
        assertThat(told("/api/deals/" + deal + "/timeline")).doesNotContain("messaging.TextReceived changed my mind");
    }

    private List<String> told(String timeline) {
        return owner.get(timeline).expect(200).json().get("items").values().stream()
                .map(entry -> entry.get("event").asString()
                        + (entry.has("text") ? " " + entry.get("text").asString() : ""))
                .toList();
    }

    @Test
    void a_conversation_is_seen_up_to_a_text_and_given_to_a_colleague_who_may_leave() {
        String number = Texting.awake(10);
        reply(number, "first");
        String conversation = theConversation();
        String first = Texting.texts(owner, conversation).getFirst().get("id").asString();
        reply(number, "second");
        Eventually.of(() -> Texting.texts(owner, conversation).size(), size -> size == 2);
        owner.post("/api/conversations/" + conversation + "/seen", Map.of("textId", first))
                .expect(201);
        assertThat(ask("?unseen=true")).as("the second one isn't seen yet").isOne();
        String second = Texting.texts(owner, conversation).getLast().get("id").asString();
        owner.post("/api/conversations/" + conversation + "/seen", Map.of("textId", second))
                .expect(201);
        assertThat(ask("?unseen=true")).isZero();
        Browser colleague = Members.join(service, owner, "STAFF");
        String user =
                colleague.get("/api/session").expect(200).json().get("userId").asString();
        owner.post("/api/conversations/" + conversation + "/assign", Map.of("memberId", user))
                .expect(201);
        assertThat(ask("?assignedTo=" + user)).isOne();
        assertThat(ask("?unassigned=true")).isZero();
        Books.change(owner, "/api/members/" + user, "remove", Map.of());
        Eventually.of(() -> ask("?unassigned=true"), found -> found == 1);
        assertThat(owner.post(
                                "/api/conversations/" + conversation + "/assign",
                                Map.of("memberId", UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_suspected_opt_out_is_decided_about_once_whatever_was_seen_meanwhile() {
        String number = Texting.awake(11);
        reply(number, "please remove me from your list");
        String conversation = theConversation();
        String text = Texting.texts(owner, conversation).getFirst().get("id").asString();
        String review = "/api/conversations/" + conversation + "/opt-out/review";
        owner.post("/api/conversations/" + conversation + "/seen", Map.of("textId", text))
                .expect(201);
        owner.post(review, Map.of("textId", text, "meant", true)).expect(201);
        assertThat(owner.post(review, Map.of("textId", text, "meant", false))
                        .expect(409)
                        .code())
                .isEqualTo("messaging.nothing-to-review");
        Eventually.of(
                () -> owner.get("/api/conversations/" + conversation)
                        .expect(200)
                        .json(),
                open -> open.has("optedOut"));
    }

    private int ask(String query) {
        return owner.get("/api/conversations" + query)
                .expect(200)
                .json()
                .get("total")
                .asInt();
    }

    private String theConversation() {
        return Eventually.of(
                        () -> owner.get("/api/conversations").expect(200).json().get("items"),
                        items -> !items.isEmpty())
                .get(0)
                .get("id")
                .asString();
    }

    @Test
    void at_night_a_text_waits_and_can_be_taken_back() {
        String conversation = write(Texting.asleep(4), "Good night");
        awaitState(conversation, "HELD");
        String text = Texting.texts(owner, conversation).getFirst().get("id").asString();
        Books.change(owner, "/api/conversations/" + conversation, "texts/cancel", Map.of("textId", text));
        awaitState(conversation, "CANCELLED");
        assertThat(to(Texting.asleep(4))).isEmpty();
    }

    /** By a state where it is night at this moment, if there is one. */
    @Test
    void where_somebody_lives_says_when_they_are_texted() {
        String number = Texting.awake(15);
        Map<String, String> states = Map.of(
                "MA", "America/New_York", "HI", "Pacific/Honolulu", "GU", "Pacific/Guam", "CA", "America/Los_Angeles");
        String state = states.keySet().stream()
                .filter(each -> !isDay(states.get(each)))
                .findFirst()
                .orElse("MA");
        owner.post(
                        "/api/customers",
                        Map.of(
                                "name", "Far Away",
                                "phones", List.of(number),
                                "address", Map.of("line1", "77 Vogsphere Crescent", "region", state)))
                .expect(201);
        Eventually.of(
                () -> JdbcClient.create(service.bean("serviceDataSource", javax.sql.DataSource.class))
                        .sql("SELECT count(*) FROM write.number_holder WHERE tenant_id = ?")
                        .param(tenant.value())
                        .query(Integer.class)
                        .single(),
                known -> known == 1);
        String conversation = write(number, "Good day");
        awaitState(conversation, isDay(states.get(state)) ? "DELIVERED" : "HELD");
    }

    private static boolean isDay(String zone) {
        int hour = java.time.LocalTime.now(java.time.ZoneId.of(zone)).getHour();
        return hour >= 8 && hour < 21;
    }

    @Test
    void a_number_that_is_a_landline_is_never_texted_again() {
        String number = Texting.awake(5);
        owner.post("/api/simulated-phones/fail-next", Map.of("errorCode", 30006))
                .expect(204);
        String conversation = write(number, "hello");
        awaitState(conversation, "UNDELIVERED");
        Eventually.of(
                () -> owner.get("/api/conversations/" + conversation)
                        .expect(200)
                        .json(),
                seen -> seen.path("unusableCode").asInt(0) == 30006);
        write(number, "hello again");
        awaitState(conversation, "BLOCKED");
    }

    /** The answer is lost and no notice comes: only the look-up knows. Then the notice comes after all. */
    @Test
    void a_text_whose_answer_was_lost_is_sent_once() {
        String number = Texting.awake(6);
        twilio.failNext(Fault.ANSWER_LOST);
        String conversation = write(number, "once");
        awaitState(conversation, "DELIVERED");
        assertThat(to(number)).hasSize(1);
        Eventually.of(
                () -> JdbcClient.create(service.bean("serviceDataSource", javax.sql.DataSource.class))
                        .sql("SELECT state FROM write.outbox WHERE tenant_id = ? AND channel = 'sms'")
                        .param(tenant.value())
                        .query(String.class)
                        .single(),
                "DONE"::equals);
    }

    @ParameterizedTest
    @EnumSource(names = {"LATE", "REPEATED"})
    void notices_that_come_before_the_answer_or_twice_and_backwards_end_in_the_same(Fault fault) {
        String number = Texting.awake(30 + fault.ordinal());
        twilio.failNext(fault);
        String conversation = write(number, "in any order");
        awaitState(conversation, "DELIVERED");
        assertThat(to(number)).hasSize(1);
        write(number, "and again");
        Eventually.of(
                () -> Texting.texts(owner, conversation).stream()
                        .map(text -> text.get("state").asString())
                        .toList(),
                List.of("DELIVERED", "DELIVERED")::equals);
    }

    @Test
    void what_twilio_took_without_an_answer_is_found_there_and_what_it_never_took_is_not() {
        OutboxChannel channel = service.context().getBeansOfType(OutboxChannel.class).values().stream()
                .filter(each -> each.name().equals("sms"))
                .findFirst()
                .orElseThrow();
        String number = Texting.awake(7);
        String conversation = write(number, "found?");
        awaitState(conversation, "DELIVERED");
        String text = Texting.texts(owner, conversation).getFirst().get("id").asString();
        assertThat(channel.lookUp(
                                UUID.randomUUID(),
                                outgoing(
                                        conversation,
                                        text,
                                        number,
                                        to(number).getFirst().body()),
                                to(number).getFirst().at())
                        .toString())
                .contains(to(number).getFirst().sid());
        assertThat(channel.lookUp(
                                UUID.randomUUID(),
                                outgoing(conversation, text, number, "never said"),
                                to(number).getFirst().at())
                        .toString())
                .contains("never-done");
        assertThat(channel.lookUp(
                                UUID.randomUUID(),
                                outgoing(
                                        conversation,
                                        UUID.randomUUID().toString(),
                                        number,
                                        to(number).getFirst().body()),
                                to(number).getFirst().at())
                        .toString())
                .as("the same words of another text are no sign of this one")
                .contains("never-done");
    }

    private byte[] outgoing(String conversation, String text, String to, String body) {
        return tools.jackson.databind.json.JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "conversation",
                        tenant + "/conversation/" + conversation,
                        "text",
                        text,
                        "to",
                        to,
                        "body",
                        body));
    }

    @Test
    void a_service_that_has_had_enough_or_fails_is_asked_again_and_texts_once() {
        String number = Texting.awake(8);
        twilio.failNext(Fault.RATE_LIMITED, Fault.RATE_LIMITED);
        String conversation = write(number, "patience");
        awaitState(conversation, "DELIVERED");
        assertThat(to(number)).hasSize(1);
    }

    @Test
    void a_campaign_texts_everybody_who_may_be_texted_once_and_says_why_not_the_others() {
        String asked = Texting.awake(20);
        reply(asked, "tell me when prices rise");
        Eventually.of(
                () -> owner.get("/api/conversations")
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt(),
                total -> total == 1);
        String ada = person("Ada Byron", asked);
        String bob = person("Bob Never", Texting.awake(21));
        String cy = person("Cy Numberless", null);
        Map<String, Object> wish =
                Map.of("body", "Hi {first name}, we pay more.", "customerIds", List.of(ada, bob, cy));
        JsonNode preview =
                owner.post("/api/campaigns/preview", wish).expect(200).json();
        assertThat(preview.get("texts").values().stream()
                        .map(text -> text.get("foreseen").asString()))
                .containsExactly("LEAVES", "BLOCKED", "NO_NUMBER");
        assertThat(preview.get("texts").get(0).get("body").asString())
                .isEqualTo("Box Buyers: Hi Ada, we pay more.\nReply STOP to get no more texts.");
        assertThat(to(asked)).as("a preview sends nothing").isEmpty();
        String campaign = campaign(ada, bob, cy);
        JsonNode counts = awaitCampaign(
                campaign,
                seen -> seen.get("counts").get("delivered").asInt() == 1
                        && state(seen).equals("FINISHED"));
        assertThat(counts.get("blocked").asInt()).isOne();
        assertThat(counts.get("skipped").asInt()).isOne();
        assertThat(to(asked)).hasSize(1);
        assertThat(owner.get("/api/campaigns/" + campaign + "/recipients?result=SKIPPED")
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0)
                        .get("skipped")
                        .asString())
                .isEqualTo("NO_NUMBER");
    }

    @Test
    void a_campaign_that_a_carrier_takes_for_spam_stops_before_the_next_text() {
        String first = reached("Ada Byron", Texting.awake(22));
        String second = reached("Bob Byron", Texting.awake(23));
        owner.post("/api/simulated-phones/fail-next", Map.of("errorCode", 30007))
                .expect(204);
        String campaign = campaign(first, second);
        JsonNode counts = awaitCampaign(campaign, seen -> state(seen).equals("STOPPED"));
        assertThat(counts.get("pending").asInt()).isOne();
    }

    @Test
    void a_paused_campaign_goes_on_where_it_was_and_a_cancelled_one_never() {
        String awake = reached("Ada Byron", Texting.awake(24));
        String asleep = reached("Bob Byron", Texting.asleep(25));
        String campaign = campaign(asleep, awake);
        awaitCampaign(campaign, seen -> seen.get("counts").get("waiting").asInt() == 1);
        Books.change(owner, "/api/campaigns/" + campaign, "pause", Map.of());
        awaitCampaign(campaign, seen -> state(seen).equals("PAUSED"));
        Books.change(owner, "/api/campaigns/" + campaign, "resume", Map.of());
        Books.change(owner, "/api/campaigns/" + campaign, "cancel", Map.of());
        JsonNode counts = awaitCampaign(
                campaign, seen -> seen.get("counts").get("cancelled").asInt() == 1);
        assertThat(counts.get("pending").asInt()).isOne();
        assertThat(to(Texting.awake(24))).isEmpty();
    }

    /**
     * Whoever writes a campaign's texts died twice: after a text was written, before that was known here; and after the
     * next one's turn had come, before anything was written.
     */
    @Test
    void a_campaign_that_was_cut_off_between_any_two_steps_goes_on_and_texts_nobody_twice() {
        String first = reached("Ada Byron", Texting.awake(26));
        String second = reached("Bob Byron", Texting.awake(27));
        String campaign = campaign(first, second);
        awaitCampaign(campaign, seen -> seen.get("counts").get("delivered").asInt() == 1);
        JdbcClient database = JdbcClient.create(service.bean("serviceDataSource", javax.sql.DataSource.class));
        database.sql("UPDATE write.campaign_recipient SET state = 'PENDING', tried_at = now() - interval '2 minutes'"
                        + " WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        database.sql("UPDATE write.campaign SET per_minute = 600, next_at = 'epoch' WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        JsonNode counts = awaitCampaign(
                campaign, seen -> seen.get("counts").get("delivered").asInt() == 2);
        assertThat(counts.get("skipped").asInt()).isZero();
        assertThat(to(Texting.awake(26))).hasSize(1);
        assertThat(to(Texting.awake(27))).hasSize(1);
    }

    /** Of two people, the second isn't texted while a test looks: one text leaves a minute. */
    private String campaign(String... people) {
        return owner.post(
                        "/api/campaigns",
                        Map.of(
                                "name",
                                "Winter prices",
                                "body",
                                "Hi {first name}, we pay more.",
                                "perMinute",
                                people.length == 3 ? 600 : 1,
                                "customerIds",
                                List.of(people)))
                .expect(201)
                .id();
    }

    private JsonNode awaitCampaign(String campaign, Predicate<JsonNode> until) {
        return Eventually.of(
                        () -> owner.get("/api/campaigns/" + campaign)
                                .expect(200)
                                .json(),
                        until)
                .get("counts");
    }

    private static String state(JsonNode campaign) {
        return campaign.get("state").asString();
    }

    /** Somebody in the books who wrote before. */
    private String reached(String name, String number) {
        reply(number, "hello");
        String person = person(name, number);
        Eventually.of(
                () -> owner.get("/api/conversations?customerId=" + person)
                        .expect(200)
                        .json()
                        .get("total")
                        .asInt(),
                total -> total == 1);
        return person;
    }

    private String person(String name, @Nullable String number) {
        return owner.post(
                        "/api/customers",
                        number == null ? Map.of("name", name) : Map.of("name", name, "phones", List.of(number)))
                .expect(201)
                .id();
    }

    @Test
    void P4_1_what_the_token_before_signed_is_taken_for_a_day_and_no_longer() {
        TwilioAccount before = TwilioSimulator.account(tenant);
        TwilioAccount now = new TwilioAccount(before.sid(), "e".repeat(32), before.number());
        String url = vault.messagesUrl(tenant);
        vault.keep(tenant, UUID.randomUUID(), now);
        vault.keep(tenant, UUID.randomUUID(), now);
        assertThat(twilio.reply(url, before, Texting.awake(16), "signed by the token before"))
                .as("also after the present one was entered once more")
                .isEqualTo(200);
        JdbcClient.create(service.bean("serviceDataSource", javax.sql.DataSource.class))
                .sql("UPDATE write.twilio_account SET older_until = older_until - interval '1 day' WHERE tenant_id = ?")
                .param(tenant.value())
                .update();
        assertThat(twilio.reply(url, before, Texting.awake(16), "too late")).isEqualTo(404);
        vault.keep(tenant, UUID.randomUUID(), before);
        assertThat(twilio.reply(url, before, Texting.awake(16), "signed by the present one"))
                .isEqualTo(200);
    }

    @Test
    void P4_1_P5_what_comes_five_times_is_one_text() throws Exception {
        TwilioAccount account = TwilioSimulator.account(tenant);
        String url = vault.messagesUrl(tenant);
        URI local = URI.create(owner.root() + URI.create(url).getPath());
        Map<String, String> genuine = message(account, "genuine");
        String signature = TwilioSimulator.signature(url, genuine, account.token());
        for (int repeat = 0; repeat < 5; repeat++) {
            assertThat(post(local, genuine, signature)).isEqualTo(200);
        }
        assertThat(Texting.texts(owner, theConversation())).hasSize(1);
    }

    private static Map<String, String> message(TwilioAccount account, String body) {
        return new TreeMap<>(Map.of(
                "AccountSid",
                account.sid(),
                "MessageSid",
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                "From",
                "+16175550111",
                "To",
                account.number(),
                "Body",
                body,
                "NumMedia",
                "0"));
    }

    private static int post(URI url, Map<String, String> form, String signature)
            throws IOException, InterruptedException {
        String payload = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HTTP.send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("X-Twilio-Signature", signature)
                                .POST(HttpRequest.BodyPublishers.ofString(payload))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String write(String number, String body) {
        return owner.post("/api/conversations", Map.of("number", number, "body", body, "consent", "IN_PERSON"))
                .expect(201)
                .id();
    }

    private void reply(String number, String body) {
        owner.post("/api/simulated-phones/reply", Map.of("number", number, "body", body))
                .expect(204);
    }

    private void awaitState(String conversation, String state) {
        Eventually.of(
                () -> Texting.texts(owner, conversation).getLast().get("state").asString(), state::equals);
    }

    private java.util.List<SimulatedText> to(String number) {
        String account = TwilioSimulator.account(tenant).sid();
        return twilio.texts().stream()
                .filter(text -> text.account().equals(account) && text.to().equals(number))
                .toList();
    }
}
