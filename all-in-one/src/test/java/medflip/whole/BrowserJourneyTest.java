package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people do, in a real browser: the scripts of {@code browser-ui/journey} tell it, station by station, and leave a
 * picture of each in {@code target/journey}.
 */
@Order(1)
class BrowserJourneyTest {

    /** Its own: others go on at the shared one meanwhile. */
    private static final RunningService SERVICE = RunningService.start(List.of("--medflip.audit.checks-a-night=5"));

    private static final Path UI = Path.of("..", "browser-ui").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "journey").toAbsolutePath();

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_signs_up_brings_their_ledger_in_trades_and_sees_what_it_earned()
            throws IOException, InterruptedException {
        tell("journey.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_keeps_products_and_prices_and_quotes_by_them() throws IOException, InterruptedException {
        tell("prices.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_keeps_cards_of_people_and_merges_two_of_one() throws IOException, InterruptedException {
        tell("people.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_keeps_receipts_and_miles_and_finds_them_in_the_reports() throws IOException, InterruptedException {
        tell("money.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_purchase_goes_all_its_ways() throws IOException, InterruptedException {
        tell("deals.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_photographs_buys_sells_to_who_pays_most_and_prints_the_papers()
            throws IOException, InterruptedException {
        tell("sell.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void people_come_in_by_invitation_second_step_and_passkey_and_other_systems_by_key()
            throws IOException, InterruptedException {
        tell("access.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void P9_a_person_keeps_their_account_safe_leaves_and_comes_back() throws IOException, InterruptedException {
        tell("account.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_tries_subscribes_changes_fails_to_pay_and_makes_it_good() throws IOException, InterruptedException {
        tell("billing.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void P8_people_see_what_became_of_their_mails_and_choose_which_they_get() throws IOException, InterruptedException {
        tell("mails.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_comes_in_by_Google() throws IOException, InterruptedException {
        tell("google.mjs", GoogleStandIn.shared().issuer());
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void P3_P9_no_screen_sets_another_cookie_keeps_a_persons_data_or_asks_another_host()
            throws IOException, InterruptedException {
        tell("crawl.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void P6_an_operator_sees_counts_and_is_let_in_for_a_while() throws IOException, InterruptedException {
        tell("operator.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void files_of_all_kinds_come_in_and_are_undone() throws IOException, InterruptedException {
        tell("imports.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_texts_is_answered_and_stops_when_asked() throws IOException, InterruptedException {
        tell("texts.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void P8_a_person_sees_what_is_held_says_what_is_wrong_and_is_erased() throws IOException, InterruptedException {
        tell("rights.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_owner_takes_everything_away_as_one_archive() throws IOException, InterruptedException {
        tell("export.mjs");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_person_looks_at_the_past_asks_what_if_files_a_report_and_checks_the_log()
            throws IOException, InterruptedException {
        tell("past.mjs");
    }

    /**
     * After all journeys, every view has the rows that a replay of what was done in them gives; and so says what looks
     * at some businesses each night, as auditors do.
     */
    @AfterAll
    static void replay_equals_live() throws SQLException {
        try (SERVICE) {
            ReplayTest.rebuildAndCompare(SERVICE);
            ((RecurringTask<?>) SERVICE.context().getBean("askForViewChecks")).executeRecurringly(null, null);
            JdbcClient jdbc = SERVICE.bean(JdbcClient.class);
            Eventually.of(
                    () -> jdbc.sql("SELECT count(*) FROM write.view_check WHERE ended_at IS NULL")
                            .query(Integer.class)
                            .single(),
                    waiting -> waiting == 0);
            assertThat(jdbc.sql("SELECT state || ' ' || different || ' ' || differences FROM write.view_check")
                            .query(String.class)
                            .list())
                    .hasSizeGreaterThan(1)
                    .containsOnly("DONE 0 []");
        }
    }

    private static void tell(String script, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "node",
                UI.resolve(Path.of("journey", script)).toString(),
                SERVICE.browser().root().toString(),
                PICTURES.toString()));
        command.addAll(List.of(more));
        Process journey = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String told = new String(journey.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(journey.waitFor()).as(told).isZero();
        } finally {
            journey.destroy();
        }
    }
}
