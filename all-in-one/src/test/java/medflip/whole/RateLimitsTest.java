package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import medflip.whole.Browser.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nobody's haste makes others wait. */
class RateLimitsTest {

    private static final RunningService SERVICE = RunningService.start(List.of(
            "--medflip.limits.per-address=100000",
            "--medflip.limits.per-caller=150",
            "--medflip.limits.per-business=200"));

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_flood_of_one_business_leaves_another_served_and_is_told_when_to_come_back() {
        Browser flood = SERVICE.browser().signUp("Flood");
        Browser other = SERVICE.browser().signUp("Calm");
        Answer refused = refusal(() -> flood.get("/api/session"));
        assertThat(refused.code()).isEqualTo("request.too-many");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(refused.headers().firstValue("RateLimit-Policy"))
                .contains("\"caller\";q=150;w=60, \"business\";q=200;w=60");
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"caller\";r=0;t=");
        other.get("/api/session").expect(200);
        operatorsSeeWhoWasRefused();
    }

    private static void operatorsSeeWhoWasRefused() {
        Browser operator = Operators.of(SERVICE);
        JsonNode limits = operator.get("/api/operator/limits").expect(200).json();
        assertThat(limits.get("perBusiness").asInt()).isEqualTo(200);
        List<String> refused = limits.get("refused")
                .valueStream()
                .map(each -> each.get("tenantId").asString())
                .toList();
        List<String> named = operator.get("/api/operator/businesses")
                .expect(200)
                .json()
                .valueStream()
                .filter(each -> refused.contains(each.get("id").asString()))
                .map(each -> each.get("name").asString())
                .toList();
        assertThat(named).contains("Flood").doesNotContain("Calm");
        assertThat(limits.at("/refused/0/refused").asLong()).isPositive();
    }

    @Test
    void a_business_has_one_limit_for_all_its_people_and_keys() {
        Browser owner = SERVICE.browser().signUp("Shared Limit");
        Browser robot = ApiKeysTest.opened(owner, ApiKeysTest.make(owner, "READ"));
        refusal(() -> owner.get("/api/session"));
        Answer refused = refusal(() -> robot.get("/api/customers"));
        assertThat(refused.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"business\";r=0;t=");
    }

    @Test
    void keys_cannot_be_guessed_faster_than_an_address_may_ask() {
        try (RunningService service = RunningService.start(List.of("--medflip.limits.per-address=30"))) {
            Browser guesser = service.browser().withKey("mfp_guess");
            assertThat(guesser.get("/api/customers").expect(401).code()).isEqualTo("accounts.key-unknown");
            refusal(() -> guesser.get("/api/customers"));
        }
    }

    /** Asks as fast as it can until it is refused. */
    private static Answer refusal(Supplier<Answer> asked) {
        return Stream.generate(asked)
                .limit(10_000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_calm_browser_is_told_what_is_left() {
        Browser owner = RunningService.shared().browser().signUp("Left");
        Answer answer = owner.post("/api/customers", Map.of("name", "Somebody")).expect(201);
        assertThat(answer.headers().firstValue("RateLimit")).isPresent();
    }
}
