package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.view.Projection;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Each projection gives equal rows however its facts are cut into batches and however streams are interleaved. */
class ReplayEqualsLiveTest {

    @Test
    void there_are_views() {
        assertThat(projections()).hasSizeGreaterThanOrEqualTo(7);
    }

    @TestFactory
    Stream<DynamicTest> batches_of_any_size_give_the_rows_that_single_facts_gave() {
        return projections()
                .map(projection -> DynamicTest.dynamicTest(name(projection), () -> {
                    long seed = System.nanoTime();
                    TenantId tenant = new TenantId(Ids.next());
                    List<TrackedEventMessage<?>> log = log(tenant, seed);
                    log.forEach(message -> ReadDatabase.apply(projection, List.of(message)));
                    Map<String, String> live = ReadDatabase.hashes(tenant, view(projection));
                    assertThat(live.values())
                            .as("every table has rows, seed %d", seed)
                            .noneMatch(text -> text.startsWith("0 "));

                    ReadDatabase.clear(tenant, view(projection));
                    inRandomBatches(projection, log, seed);
                    assertThat(ReadDatabase.hashes(tenant, view(projection)))
                            .as("seed %d", seed)
                            .isEqualTo(live);
                }));
    }

    @TestFactory
    Stream<DynamicTest> facts_of_different_streams_may_come_in_any_order() {
        return projections()
                .map(projection -> DynamicTest.dynamicTest(name(projection), () -> {
                    long seed = System.nanoTime();
                    TenantId tenant = new TenantId(Ids.next());
                    List<TrackedEventMessage<?>> log = log(tenant, seed);
                    ReadDatabase.apply(projection, log);
                    Map<String, String> live = ReadDatabase.hashes(tenant, view(projection));

                    ReadDatabase.clear(tenant, view(projection));
                    inRandomBatches(projection, Story.reordered(log, ReplayEqualsLiveTest::stream, seed), seed);
                    assertThat(ReadDatabase.hashes(tenant, view(projection)))
                            .as("seed %d", seed)
                            .isEqualTo(live);
                }));
    }

    @Test
    void a_different_story_gives_different_rows() {
        Object projection = projections().findFirst().orElseThrow();
        TenantId tenant = new TenantId(Ids.next());
        List<TrackedEventMessage<?>> log = log(tenant, 1);
        ReadDatabase.apply(projection, log);
        Map<String, String> whole = ReadDatabase.hashes(tenant, view(projection));
        ReadDatabase.clear(tenant, view(projection));
        ReadDatabase.apply(projection, log.subList(0, 1));
        assertThat(ReadDatabase.hashes(tenant, view(projection))).isNotEqualTo(whole);
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

    private static String stream(TrackedEventMessage<?> message) {
        return ((DomainEvent) message.getPayload()).aggregateId().value();
    }

    private static Stream<Object> projections() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Projection.class));
        return scanner.findCandidateComponents("medflip").stream()
                .map(found -> instance(String.valueOf(found.getBeanClassName())));
    }

    private static Object instance(String name) {
        try {
            Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " should need nothing: a projection knows only its events", e);
        }
    }

    private static Projection view(Object projection) {
        return projection.getClass().getAnnotation(Projection.class);
    }

    private static String name(Object projection) {
        return view(projection).processingGroup();
    }
}
