package medflip.platform.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import medflip.platform.view.ViewSwitch.RebuildState;
import medflip.platform.view.ViewSwitch.ViewRebuild;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever process is asked, it tells of the same rebuilds, and only one that is there makes one. */
class StandingRebuildsTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();
    private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.connections(ACCESS.url(), ACCESS.service()));
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);

    private final StandingRebuilds one = new StandingRebuilds(JDBC);
    private final StandingRebuilds other = new StandingRebuilds(JDBC);

    @Test
    void every_process_tells_of_the_same_and_one_makes_it() {
        assertThat(one.begin("test.of-all", now)).isTrue();
        assertThat(other.begin("test.of-all", now)).as("it is made already").isFalse();
        one.note("test.of-all", RebuildState.BUILDING, 40);
        other.note("test.of-all", RebuildState.BUILDING, 99);
        assertThat(other.all())
                .containsExactlyElementsOf(one.all())
                .contains(new ViewRebuild("test.of-all", RebuildState.BUILDING, 40, 0, 0, now, null, null));

        one.done("test.of-all", 7, 2, now);
        assertThat(other.all()).contains(new ViewRebuild("test.of-all", RebuildState.DONE, 100, 7, 2, now, now, null));
        assertThat(other.begin("test.of-all", now)).isTrue();
        other.failed("test.of-all", "Fault", now);
        assertThat(one.all()).contains(new ViewRebuild("test.of-all", RebuildState.FAILED, 0, 0, 0, now, now, "Fault"));
    }

    @Test
    void what_a_process_that_ended_was_at_has_failed_and_is_begun_anew_by_another() {
        assertThat(one.begin("test.left", now)).isTrue();
        silence("test.left");
        one.sayHere();
        assertThat(other.begin("test.left", now)).as("it was only slow").isFalse();
        silence("test.left");
        assertThat(other.all())
                .filteredOn(rebuild -> rebuild.view().equals("test.left"))
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.state()).isEqualTo(RebuildState.FAILED);
                    assertThat(left.failure()).isEqualTo(StandingRebuilds.PROCESS_ENDED);
                    assertThat(left.endedAt()).isNotNull();
                });
        assertThat(other.begin("test.left", now)).isTrue();
        one.done("test.left", 1, 0, now);
        assertThat(one.all())
                .as("who comes back has nothing to say about it any more")
                .contains(new ViewRebuild("test.left", RebuildState.WAITING, 0, 0, 0, now, null, null));
    }

    private static void silence(String view) {
        JDBC.sql("UPDATE read.rebuild SET seen_at = seen_at - interval '1 minute' WHERE processor = ?")
                .param(view)
                .update();
    }
}
