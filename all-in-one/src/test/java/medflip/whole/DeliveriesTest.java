package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists that are delivered again and again, by a clock. */
class DeliveriesTest {

    private static final String SCHEDULES = "/api/delivery-schedules";
    private static final String MADE = "Your delivery is ready";
    private static final String FAILED = "A delivery couldn't be made";

    private final RunningService service = RunningService.shared();

    private static Map<String, Object> daily(String list, int hour) {
        return Map.of("name", "People", "list", list, "format", "CSV", "rhythm", "DAILY", "hour", hour);
    }

    private static String schedule(Browser browser, Map<String, ?> body) {
        return SCHEDULES + "/" + browser.post(SCHEDULES, body).expect(201).id();
    }

    private static JsonNode deliveries(Browser browser, String schedule) {
        return browser.get(schedule + "/deliveries").expect(200).json();
    }

    /** Has it delivered now, and answers what became of it. */
    static JsonNode deliver(Browser browser, String schedule) {
        // Another member's screen may be a moment behind.
        Eventually.of(() -> browser.get(schedule + "/deliveries").status(), status -> status == 200);
        int before = deliveries(browser, schedule).size();
        Books.change(browser, schedule, "deliver", Map.of());
        return ended(browser, schedule, before + 1);
    }

    /** The last one, once there are so many and none is being made. */
    private static JsonNode ended(Browser browser, String schedule, int count) {
        return Eventually.of(
                        () -> deliveries(browser, schedule),
                        all -> all.size() == count
                                && !all.get(0).get("stage").asString().equals("MAKING"))
                .get(0);
    }

    /** The file is given out once it is noted that it was told of, a moment after the view says so. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/customers.csv?a=%zz",
                "/api/customers.csv?search=%zz",
                "/api/customers.csv?color=red",
                "/api/customers.csv?format=ndjson",
                "/api/customers.csv?search=a&search=b",
                "/api/customers",
                "/api/session",
                "https://example.com/api/customers.csv",
                "/api/deals.csv?state=LOST_IN_SPACE",
                "/api/deals.csv?sort=color",
                "/api/reports/none.csv",
                "/api/reports/expenses-by-line.csv?from=2026-02-30",
                "/api/reports/expenses-by-line.csv?from=2026-02-02&to=2026-02-01",
                "/api/price-lists/0193f3a0-0000-7000-8000-00000000dead/prices.csv",
                "/api/price-lists/mine/prices.csv",
                "not an address"
            })
    void what_no_list_answers_to_is_refused_at_once(String list) {
        Browser owner = service.browser().signUp("Refused");
        JsonNode errors =
                owner.post(SCHEDULES, daily(list, 7)).expect(400).json().get("errors");
        assertThat(errors.findValuesAsString("field")).containsExactly("list");
        assertThat(errors.findValuesAsString("message")).doesNotContain("");
    }

    @Test
    void so_is_a_time_that_does_not_come_and_all_that_is_missing() {
        Browser owner = service.browser().signUp("Times");
        assertThat(owner.post(SCHEDULES, Map.of())
                        .expect(400)
                        .json()
                        .get("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "list", "format", "rhythm", "hour");
        Map<String, Object> body = new HashMap<>(daily("/api/customers.csv", 24));
        body.put("rhythm", "MONTHLY");
        body.put("dayOfMonth", 32);
        assertThat(owner.post(SCHEDULES, body).expect(400).json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("dayOfMonth", "hour");
        body.put("rhythm", "WEEKLY");
        body.put("hour", 7);
        assertThat(owner.post(SCHEDULES, body).expect(400).json().get("errors").findValuesAsString("field"))
                .containsExactly("weekday");
    }

    @Test
    void a_file_holds_what_the_lists_own_address_answers_and_a_mail_tells_of_it() {
        Browser owner = service.browser().signUp("Delivered");
        owner.post("/api/customers", Map.of("name", "Ursula Overhill")).expect(201);
        owner.post("/api/customers", Map.of("name", "Vera Underhill")).expect(201);
        String list = "/api/customers.csv?search=hill&sort=-name";
        String schedule = schedule(owner, daily(list, 7));
        JsonNode made = deliver(owner, schedule);
        assertThat(made.get("stage").asString()).isEqualTo("READY");
        assertThat(made.get("rows").asInt()).isEqualTo(2);
        String mail = new Postbox(service).await(owner.email(), MADE).text();
        assertThat(mail).contains("/settings/deliveries", "People").doesNotContain("Ursula");

        String own = owner.get(list).expect(200).body();
        assertThat(own).contains("Ursula Overhill");
        String file = "/api/deliveries/" + made.get("id").asString() + "/file";
        assertThat(owner.get(file).expect(200).body()).isEqualTo(own);

        Browser robot = ApiKeysTest.opened(owner, ApiKeysTest.make(owner, "EXPORT"));
        Answer latest = robot.get(schedule + "/latest").expect(200);
        assertThat(latest.body()).isEqualTo(own);
        assertThat(latest.headers().firstValue("Medflip-Next-Position"))
                .hasValue(made.get("position").asString());
        assertThat(latest.headers().firstValue("Medflip-Whole")).hasValue("true");
        assertThat(latest.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");

        Browser reader = ApiKeysTest.opened(owner, ApiKeysTest.make(owner, "READ"));
        assertThat(reader.get(schedule + "/latest").status()).isEqualTo(403);
        Browser stranger = service.browser().signUp("Stranger");
        assertThat(stranger.get(schedule + "/latest").status()).isEqualTo(404);
        assertThat(stranger.get(file).status()).isEqualTo(404);
    }

    @Test
    void another_system_is_given_what_has_changed_since_the_last_delivery() {
        Browser owner = service.browser().signUp("Changes");
        owner.post("/api/customers", Map.of("name", "Old Tortoise")).expect(201);
        Map<String, Object> body = new HashMap<>(daily("/api/customers.csv", 7));
        body.put("format", "NDJSON");
        body.put("sinceLast", true);
        String schedule = schedule(owner, body);
        assertThat(deliver(owner, schedule).get("whole").asBoolean()).isTrue();
        owner.post("/api/customers", Map.of("name", "New Hare")).expect(201);
        JsonNode changes = deliver(owner, schedule);
        assertThat(changes.get("whole").asBoolean()).isFalse();
        assertThat(owner.get(schedule + "/latest").expect(200).body())
                .contains("New Hare")
                .doesNotContain("Old Tortoise");
        assertThat(deliver(owner, schedule).get("rows").asInt())
                .as("that it was delivered is no change")
                .isZero();
    }

    @Test
    void it_comes_at_its_time_once_and_once_after_a_while_without_the_service() {
        try (RunningService moving = RunningService.start(LaterClock.Given.class)) {
            LaterClock clock = moving.bean(LaterClock.class);
            Browser owner = moving.browser().signUp("On time");
            ZoneId zone = ZoneId.of(owner.get("/api/session")
                    .expect(200)
                    .json()
                    .at("/business/timeZone")
                    .asString());
            int next = ZonedDateTime.now(zone).plusHours(2).getHour();
            String schedule = schedule(owner, daily("/api/customers.csv", next));
            String paused = schedule(owner, daily("/api/customers.csv", next));
            Books.change(owner, paused, "pause", Map.of());
            assertThat(owner.get(paused).expect(200).json().has("nextAt")).isFalse();
            String due = owner.get(schedule).expect(200).json().get("nextAt").asString();

            clock.isLater(Duration.ofHours(2));
            assertThat(ended(owner, schedule, 1).get("dueAt").asString()).isEqualTo(due);
            clock.isLater(Duration.ofHours(2).plusDays(3));
            assertThat(ended(owner, schedule, 2).get("dueAt").asString()).isGreaterThan(due);
            clock.isLater(Duration.ofHours(2).plusDays(4));
            ended(owner, schedule, 3);
            assertThat(deliveries(owner, paused)).isEmpty();
            owner.get(schedule + "/latest").expect(200);
            clock.isLater(Duration.ofHours(1).plusDays(5));
            Books.change(owner, paused, "resume", Map.of());
            assertThat(deliveries(owner, schedule).get(2).get("stage").asString())
                    .isEqualTo("EXPIRED");
            assertThat(owner.get("/api/deliveries/"
                                    + deliveries(owner, schedule)
                                            .get(2)
                                            .get("id")
                                            .asString() + "/file")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void with_the_rights_of_who_wanted_it_so_not_after_they_left_until_somebody_else_wants_it() {
        Browser owner = service.browser().signUp("Left");
        Browser staff = Members.join(service, owner, "STAFF");
        String schedule = schedule(staff, daily("/api/customers.csv", 7));
        assertThat(deliver(owner, schedule).get("stage").asString()).isEqualTo("READY");
        String user = staff.get("/api/session").expect(200).json().get("userId").asString();
        Books.change(owner, "/api/members/" + user, "remove", Map.of());
        assertThat(deliver(owner, schedule).get("failure").asString()).isEqualTo("MEMBER_GONE");
        new Postbox(service).await(owner.email(), FAILED);
        assertThat(owner.get(schedule).expect(200).json().at("/last/stage").asString())
                .isEqualTo("FAILED");

        Answer seen = owner.get(schedule).expect(200);
        owner.change("PUT", schedule, daily("/api/customers.csv", 8), seen.etag())
                .expect(200);
        assertThat(deliver(owner, schedule).get("stage").asString()).isEqualTo("READY");
        new Postbox(service).await(owner.email(), MADE);
    }

    @Test
    void a_list_that_is_gone_is_said_and_so_is_what_to_do() {
        Browser owner = service.browser().signUp("Gone");
        String buyer = owner.post("/api/buyers", Map.of("name", "Gone Wholesale"))
                .expect(201)
                .id();
        String product = owner.post("/api/products", Map.of("name", "Gone Strips"))
                .expect(201)
                .id();
        owner.post("/api/price-lists/" + buyer + "/versions", Books.prices(product))
                .expect(201);
        String prices = "/api/price-lists/" + buyer + "/prices.csv";
        // Once it shows them.
        owner.get(prices).expect(200);
        String schedule = schedule(owner, daily(prices, 7));
        assertThat(deliver(owner, schedule).get("stage").asString()).isEqualTo("READY");
        Books.change(owner, "/api/price-lists/" + buyer, "withdraw", Map.of("version", 1));
        owner.get(prices).expect(404);
        assertThat(deliver(owner, schedule).get("failure").asString()).isEqualTo("LIST_REFUSED");
        assertThat(new Postbox(service).await(owner.email(), FAILED).text()).contains("Choose another filter");
    }

    @Test
    void a_key_is_nobody_to_whom_anything_is_delivered() {
        Browser owner = service.browser().signUp("Robots");
        Browser robot = ApiKeysTest.opened(owner, ApiKeysTest.make(owner, "WRITE", "EXPORT"));
        assertThat(robot.post(SCHEDULES, daily("/api/customers.csv", 7))
                        .expect(403)
                        .code())
                .isEqualTo("accounts.deliveries-of-members");
    }

    @Test
    void what_nobody_wants_any_more_is_gone_from_the_list_and_its_files_stay_for_their_day() {
        Browser owner = service.browser().signUp("Removed");
        String schedule = schedule(owner, daily("/api/customers.csv", 7));
        String file = "/api/deliveries/" + deliver(owner, schedule).get("id").asString() + "/file";
        Books.change(owner, schedule, "remove", Map.of());
        assertThat(owner.get(SCHEDULES).expect(200).json()).isEmpty();
        owner.get(file).expect(200);
    }

    @Test
    void a_wish_to_have_it_now_that_is_sent_twice_is_one() {
        Browser owner = service.browser().signUp("Twice");
        String schedule = schedule(owner, daily("/api/customers.csv", 7));
        deliver(owner, schedule);
        deliver(owner, schedule);
        List<String> ids = deliveries(owner, schedule).findValuesAsString("id");
        assertThat(ids).doesNotHaveDuplicates().hasSize(2);
        assertThat(UUID.fromString(ids.getFirst())).isNotNull();
    }
}
