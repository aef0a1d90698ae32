package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that can't fail guards nothing: code that breaks each one, and nothing else stands in it. */
class BrokenOnPurposeTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void what_breaks_it_is_caught_by(Rule rule) throws IOException {
        assertCaught(rule, brokenBy(rule));
    }

    @Test
    void a_text_that_is_marked_neither_way_is_caught() throws IOException {
        assertCaught(Rule.PERSONAL_DATA_IS_MARKED, """
                package medflip.deals.events;
                sealed interface WeightEvent extends medflip.kernel.DomainEvent {
                    record Weighed(DealId aggregateId, String remark) implements WeightEvent {}
                }
                """);
    }

    @Test
    void a_person_hidden_inside_a_part_of_an_event_is_caught() throws IOException {
        assertCaught(Rule.PERSONAL_DATA_IS_MARKED, """
                package medflip.deals.events;
                sealed interface WeightEvent extends medflip.kernel.DomainEvent {
                    record Weighing(@medflip.kernel.PersonalData("deals.by") medflip.kernel.PersonName by) {}
                    record Weighed(DealId aggregateId, java.util.List<Weighing> weighings) implements WeightEvent {}
                }
                """);
    }

    @Test
    void an_empty_processing_group_is_caught() throws IOException {
        assertCaught(Rule.PROCESSING_GROUPS_ARE_NAMED_AND_UNIQUE, """
                package medflip.deals.read.weights;
                @medflip.platform.view.Projection(processingGroup = "", tables = "weight")
                class WeightsProjection {}
                """);
    }

    @Test
    void a_group_of_another_domain_is_caught() throws IOException {
        assertCaught(Rule.PROCESSING_GROUPS_ARE_NAMED_AND_UNIQUE, """
                package medflip.deals.automation;
                @medflip.platform.view.Automation(processingGroup = "sales.weigh")
                class WhenDealAgreedThenWeigh {}
                """);
    }

    @Test
    void a_time_zone_is_no_clock() throws IOException {
        assertCaught(Rule.THE_CLOCK_IS_HANDED_IN, """
                package medflip.deals.write;
                class Weighing { java.time.LocalDate day = java.time.LocalDate.now(java.time.ZoneOffset.UTC); }
                """);
    }

    @Test
    void an_import_that_uses_more_of_a_domain_than_its_commands_is_caught() throws IOException {
        assertCaught(
                Rule.DOMAINS_MEET_IN_EVENTS,
                "package medflip.deals.write; public class Scale {}",
                "package medflip.imports.write; class Weighing { medflip.deals.write.Scale scale; }");
    }

    @Test
    void a_sale_that_uses_more_of_the_lots_than_their_commands_is_caught() throws IOException {
        assertCaught(
                Rule.DOMAINS_MEET_IN_EVENTS,
                "package medflip.inventory.write; public class Scale {}",
                "package medflip.sales.write; class Weighing { medflip.inventory.write.Scale scale; }");
    }

    private void assertCaught(Rule rule, String... sources) throws IOException {
        Sources.compiled(
                folder,
                sources,
                broken -> assertThat(
                                rule.rule().evaluate(broken).getFailureReport().getDetails())
                        .isNotEmpty());
    }

    private static String[] brokenBy(Rule rule) {
        return switch (rule) {
            case EVERYTHING_HAS_ITS_PLACE -> of("package medflip.deals.utilities; class Rounding {}");

            case EVENTS_KNOW_NO_FRAMEWORK -> of("""
                    package medflip.deals.events;
                    record Weighed(org.springframework.util.unit.DataSize weight) {}
                    """);

            case READ_NEVER_SEES_WRITE ->
                of(
                        "package medflip.deals.write; public class Scale {}",
                        "package medflip.deals.read.weights; class Weights { medflip.deals.write.Scale scale; }");

            case WRITE_NEVER_SEES_READ ->
                of(
                        "package medflip.deals.read.weights; public class Weights {}",
                        "package medflip.deals.write; class Scale { medflip.deals.read.weights.Weights weights; }");

            case DOMAINS_MEET_IN_EVENTS ->
                of(
                        "package medflip.customers.write; public class Scale {}",
                        "package medflip.deals.write; class Weighing { medflip.customers.write.Scale scale; }");

            case THE_CLOCK_IS_HANDED_IN -> of("""
                    package medflip.deals.read.weights;
                    class WeightsApi { java.util.function.Supplier<java.time.Instant> now = java.time.Instant::now; }
                    """);

            case NOBODY_ROLLS_DICE -> of("""
                    package medflip.deals.write;
                    class Weighing { java.util.UUID id = java.util.UUID.randomUUID(); }
                    """);

            case DECISIONS_AND_VIEWS_FOLLOW_FROM_EVENTS -> of("""
                    package medflip.deals.read.weights;
                    @medflip.platform.view.Projection(processingGroup = "deals.weights", tables = "weight")
                    class WeightsProjection {
                        boolean isLate(java.time.Clock clock) { return clock.millis() > 0; }
                    }
                    """);

            case ONLY_STORES_TOUCH_THE_DATABASE -> of("""
                    package medflip.deals.read.weights;
                    class WeightsApi { org.springframework.jdbc.core.simple.JdbcClient jdbc; }
                    """);

            case EVENTS_ARE_RECORDS_OF_A_SEALED_FAMILY -> of("""
                    package medflip.deals.events;
                    interface WeightEvent extends medflip.kernel.DomainEvent {
                        record Weighed(DealId aggregateId) implements WeightEvent {}
                    }
                    """);

            case EVENTS_NAME_THEIR_STREAM -> of("""
                    package medflip.deals.events;
                    sealed interface WeightEvent extends medflip.kernel.DomainEvent {
                        record Weighed(int grams) implements WeightEvent {
                            public DealId aggregateId() { throw new IllegalStateException(); }
                        }
                    }
                    """);

            case PERSONAL_DATA_IS_MARKED -> of("""
                    package medflip.deals.events;
                    sealed interface WeightEvent extends medflip.kernel.DomainEvent {
                        record Weighed(DealId aggregateId, java.util.List<medflip.kernel.PersonName> by)
                                implements WeightEvent {}
                    }
                    """);

            case PROCESSING_GROUPS_ARE_NAMED_AND_UNIQUE -> of("""
                    package medflip.deals.read.weights;
                    @medflip.platform.view.Projection(processingGroup = "deals.weights", tables = "weight")
                    class WeightsProjection {}
                    """, """
                    package medflip.deals.read.sizes;
                    @medflip.platform.view.Projection(processingGroup = "deals.weights", tables = "size")
                    class SizesProjection {}
                    """);

            case EVENTS_ARE_HEARD_IN_NAMED_GROUPS -> of("""
                    package medflip.deals.read.weights;
                    class Weights { @org.axonframework.eventhandling.EventHandler void on(String event) {} }
                    """);

            case PROJECTIONS_ARE_CALLED_SO -> of("""
                    package medflip.deals.read.weights;
                    @medflip.platform.view.Projection(processingGroup = "deals.weights", tables = "weight")
                    class WeightsWriter {}
                    """);

            case POLICIES_READ_AS_SENTENCES -> of("""
                    package medflip.deals.automation;
                    @medflip.platform.view.Automation(processingGroup = "deals.weigh")
                    class Weigher {}
                    """);

            case HANDLERS_ARE_CALLED_BY_WHAT_THEY_DO -> of("""
                    package medflip.deals.write;
                    class Weighing { @org.axonframework.commandhandling.CommandHandler void handle(String command) {} }
                    """);

            case CONTROLLERS_ARE_APIS -> of("""
                    package medflip.deals.write;
                    @org.springframework.web.bind.annotation.RestController
                    class WeightsController {}
                    """);

            case NAMES_SAY_WHAT_A_THING_IS -> of("package medflip.deals.write; class WeightHelper {}");

            case COMMANDS_AND_LOOK_UPS_ALONE_ARE_PUBLIC -> of("package medflip.deals.write; public class Scale {}");

            case PACKAGES_HAVE_NO_CYCLES ->
                of(
                        "package medflip.deals.events; public class Hen { medflip.sales.events.Egg egg; }",
                        "package medflip.sales.events; public class Egg { medflip.deals.events.Hen hen; }");

            case CONSTRUCTORS_TAKE_WHAT_IS_NEEDED -> of("""
                    package medflip.deals.write;
                    class Weighing { @org.springframework.beans.factory.annotation.Autowired Object scale; }
                    """);

            case FIELDS_ARE_NO_OPTIONALS -> of("""
                    package medflip.deals.write;
                    record Weighing(java.util.Optional<String> note) {}
                    """);

            case STATICS_ARE_FINAL -> of("package medflip.deals.write; class Weighing { static int count; }");
        };
    }

    private static String[] of(String... sources) {
        return sources;
    }
}
