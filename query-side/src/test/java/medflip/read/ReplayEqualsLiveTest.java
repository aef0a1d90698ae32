package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each projection gives equal rows however its facts are cut into batches and however streams are interleaved. */
class ReplayEqualsLiveTest {

    @Test
    void there_are_views() {
        assertThat(Views.projections()).hasSizeGreaterThanOrEqualTo(7);
    }

    @TestFactory
    Stream<DynamicTest> batches_of_any_size_give_the_rows_that_single_facts_gave() {
        return Views.projections()
                .map(projection -> DynamicTest.dynamicTest(name(projection), () -> {
                    long seed = System.nanoTime();
                    TenantId tenant = new TenantId(Ids.next());
                    List<TrackedEventMessage<?>> log = log(tenant, seed);
                    log.forEach(message -> ReadDatabase.apply(projection, List.of(message)));
                    Map<String, String> live = ReadDatabase.hashes(tenant, Views.view(projection));
                    assertThat(live.values())
                            .as("every table has rows, seed %d", seed)
                            .noneMatch(text -> text.startsWith("0 "));

                    ReadDatabase.clear(tenant, Views.view(projection));
                    inRandomBatches(projection, log, seed);
                    assertThat(ReadDatabase.hashes(tenant, Views.view(projection)))
                            .as("seed %d", seed)
                            .isEqualTo(live);
                }));
    }

    @TestFactory
    Stream<DynamicTest> facts_of_different_streams_may_come_in_any_order() {
        return Views.projections()
                .map(projection -> DynamicTest.dynamicTest(name(projection), () -> {
                    long seed = System.nanoTime();
                    TenantId tenant = new TenantId(Ids.next());
                    List<TrackedEventMessage<?>> log = log(tenant, seed);
                    ReadDatabase.apply(projection, log);
                    Map<String, String> live = ReadDatabase.hashes(tenant, Views.view(projection));

                    ReadDatabase.clear(tenant, Views.view(projection));
                    inRandomBatches(projection, Story.reordered(log, seed), seed);
                    assertThat(ReadDatabase.hashes(tenant, Views.view(projection)))
                            .as("seed %d", seed)
                            .isEqualTo(live);
                }));
    }

    @Test
    void a_different_story_gives_different_rows() {
        Object projection = Views.projections().findFirst().orElseThrow();
        TenantId tenant = new TenantId(Ids.next());
        List<TrackedEventMessage<?>> log = log(tenant, 1);
        ReadDatabase.apply(projection, log);
        Map<String, String> whole = ReadDatabase.hashes(tenant, Views.view(projection));
        ReadDatabase.clear(tenant, Views.view(projection));
        ReadDatabase.apply(projection, log.subList(0, 1));
        assertThat(ReadDatabase.hashes(tenant, Views.view(projection))).isNotEqualTo(whole);
    }

    private static void inRandomBatches(Object projection, List<TrackedEventMessage<?>> log, long seed) {
        Random random = new Random(seed);
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + 1 + random.nextInt(60));
            ReadDatabase.apply(projection, log.subList(from, to));
            from = to;
        }
    }

    private static List<TrackedEventMessage<?>> log(TenantId tenant, long seed) {
        Log log = new Log();
        Story.of(tenant, seed).forEach(log::append);
        return log.messages();
    }

    private static String name(Object projection) {
        return Views.view(projection).processingGroup();
    }
}
