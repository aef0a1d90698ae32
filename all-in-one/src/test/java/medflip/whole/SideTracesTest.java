package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import medflip.launcher.TwilioSimulator;
import medflip.platform.twilio.TwilioAccount;
import medflip.whole.OtlpCollector.Span;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the sides as processes, a request is one trace through all of them, at a collector as operators have one. */
class SideTracesTest {

    private static final String COMMAND_SIDE = "medflip-command-side";
    private static final String QUERY_SIDE = "medflip-query-side";
    private static final String GATEWAY = "medflip-webhooks-gateway";
    private static final String SAID = "Is the Quixworthy box still there?";
    private static final String FROM = "+16175550142";

    @Test
    @Tag("soak")
    void one_trace_goes_from_the_door_through_the_command_to_the_view_in_three_processes(@TempDir Path folder)
            throws IOException, ClassNotFoundException {
        try (OtlpCollector collector = new OtlpCollector();
                TwilioSimulator twilio = new TwilioSimulator(Clock.systemUTC(), 100)) {
            Map<String, String> settings = new HashMap<>(collector.settings());
            settings.put("medflip.twilio.base-url", twilio.baseUrl().toString());
            try (RunningSides sides = new RunningSides(folder, settings)) {
                sides.start();
                Browser owner = sides.browser().signUp("Traced Sides");

                String customer =
                        owner.post("/api/customers", Books.person()).expect(201).id();
                Span registered = traced(
                        collector, QUERY_SIDE, "PeopleProjection CustomerRegistered", COMMAND_SIDE, COMMAND_SIDE);
                assertThat(root(collector, registered).name()).isEqualTo("http post /api/customers");

                TwilioAccount account = Texting.connectFromOutside(owner);
                assertThat(twilio.reply(account, FROM, SAID)).isEqualTo(200);
                Span shown = traced(collector, QUERY_SIDE, "InboxProjection TextReceived", COMMAND_SIDE, GATEWAY);
                assertThat(root(collector, shown).name()).isEqualTo("http post /webhooks/twilio/{key}/messages");

                owner.get("/api/customers?search=Quixworthy").expect(200);
                Eventually.of(
                        collector::spans,
                        spans -> spans.stream()
                                .anyMatch(span -> span.service().equals(QUERY_SIDE)
                                        && span.name().equals("http get /api/customers")));
                assertThat(collector.text())
                        .as("ids of businesses and words of ours, nothing of anybody")
                        .doesNotContain(
                                "Quixworthy",
                                FROM.substring(1),
                                owner.email(),
                                customer,
                                account.number(),
                                account.sid(),
                                Books.person().get("name").toString());
            }
        }
    }

    /**
     * A view's span whose parent is a command's, whose parent is a request's, each made by the process that is named.
     */
    private static Span traced(OtlpCollector collector, String view, String name, String command, String door) {
        Span last = Eventually.of(
                        () -> collector.spans().stream()
                                .filter(span -> span.name().equals(name))
                                .filter(span -> collector.spans().stream()
                                        .anyMatch(each -> each.id()
                                                        .equals(root(collector, span)
                                                                .id())
                                                && each.parent().isEmpty()))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
        Span decided = parent(collector, last);
        assertThat(last.service()).isEqualTo(view);
        assertThat(decided.name()).startsWith("command ");
        assertThat(decided.service()).isEqualTo(command);
        assertThat(parent(collector, decided).service()).isEqualTo(door);
        assertThat(List.of(decided, root(collector, last)))
                .extracting(Span::trace)
                .containsOnly(last.trace());
        return last;
    }

    /** As far as what came leads. */
    private static Span root(OtlpCollector collector, Span span) {
        Span above = span;
        while (collector.spans().stream().anyMatch(isParentOf(above))) {
            above = parent(collector, above);
        }
        return above;
    }

    private static Span parent(OtlpCollector collector, Span span) {
        return collector.spans().stream().filter(isParentOf(span)).findFirst().orElseThrow();
    }

    private static Predicate<Span> isParentOf(Span span) {
        return each -> each.trace().equals(span.trace()) && each.id().equals(span.parent());
    }
}
