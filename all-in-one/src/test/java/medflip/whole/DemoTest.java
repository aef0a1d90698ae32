package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile that the README offers to whoever wants to see a full workspace at once. */
class DemoTest {

    private static final Pattern TOLD = Pattern.compile("sign in as (\\S+) with the password \"([^\"]+)\"");

    @Test
    @Tag("soak")
    void the_demo_tells_a_sign_in_that_leads_to_the_sample_ledgers_deals(@TempDir Path folder) {
        try (ServiceProcess service = new ServiceProcess(
                        folder, "--spring.profiles.active=demo", "--logging.level.medflip.launcher=info")
                .awaitHealthy()) {
            String log = Eventually.of(service::log, said -> TOLD.matcher(said).find());
            MatchResult told = TOLD.matcher(log).results().findFirst().orElseThrow();
            Browser owner = service.browser();
            owner.signIn(told.group(1), told.group(2)).expect(204);
            assertThat(Eventually.of(
                            () -> owner.get("/api/imports")
                                    .expect(200)
                                    .json()
                                    .at("/items/0/state")
                                    .asString(""),
                            "FINISHED"::equals))
                    .isEqualTo("FINISHED");
            assertThat(owner.get("/api/deals").expect(200).json().get("total").asInt())
                    .isGreaterThan(1_000);
        }
    }
}
