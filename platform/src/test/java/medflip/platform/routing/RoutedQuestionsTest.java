package medflip.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.trace.ToldSpans;
import medflip.platform.web.ListAnswer;
import medflip.platform.web.ListQuestion;
import medflip.platform.web.PastFiles.Written;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One that asks and one that answers, and what stands between them, with Axon's own connector. */
class RoutedQuestionsTest {

    private static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
    private static final Caller CALLER = Caller.user(TENANT, new UUID(7, 7)).in(new UUID(8, 8));
    private static final PastMoment MOMENT =
            new PastMoment(TENANT, 1_234_567, Instant.parse("2026-11-03T17:00:00.123456789Z"));
    private static final String LIST = "/api/customers.csv?search=Wanda";

    private static final Keyring KEYRING = TestKeyring.create();
    private static final TenantSeal SEAL = TestKeyring.seal(KEYRING);

    private static final List<ListQuestion> ASKED = new CopyOnWriteArrayList<>();
    private static final AtomicReference<Function<ListQuestion, ListAnswer>> ANSWER = new AtomicReference<>();

    private static final ToldSpans SPANS = new ToldSpans();

    /** The same for all tests: the connector takes seconds to end a connection. */
    private static Switchboard switchboard = new Switchboard(0);

    private static final Side ASKING = new Side("asking", SEAL);
    private static final Side ANSWERING = new Side("answering", SEAL).answering();

    private static final class Side implements AutoCloseable {
        private final AxonServer server;
        private final RoutedQuestions questions;

        Side(String name, TenantSeal seal) {
            server = new AxonServer(
                    new AxonServer.Place("127.0.0.1:" + switchboard.port(), "", false, "", AxonServer.ONLY_CONTEXT),
                    name);
            questions = new RoutedQuestions(
                    server.questions(),
                    server::isConnected,
                    MessageSeal.ofAnySide(seal),
                    SPANS.traces(),
                    Duration.ofSeconds(5));
            server.start();
            Until.holds(server::isConnected);
        }

        Side answering() {
            questions.answerBy(question -> {
                ASKED.add(question);
                return ANSWER.get().apply(question);
            });
            return this;
        }

        @Override
        public void close() {
            server.stop();
            server.close();
        }
    }

    private static void answerWith(Function<ListQuestion, ListAnswer> answer) {
        ANSWER.set(answer);
    }

    @BeforeEach
    void connect() {
        ASKED.clear();
        Until.holds(() -> switchboard.answering() == 1 && ASKING.server.isConnected());
    }

    @AfterAll
    static void close() {
        ANSWERING.close();
        ASKING.close();
        switchboard.close();
        KEYRING.close();
    }

    @Test
    void a_question_arrives_whole_and_each_answer_comes_back_as_it_was() {
        Written written = new Written(4_711, "a hash");
        answerWith(question -> question.moment() == null ? ListAnswer.CAN_BE_ASKED : ListAnswer.of(written));
        long told = ASKING.questions.told();
        long answered = ANSWERING.questions.answered();
        ListQuestion whether = new ListQuestion(CALLER, LIST, null);
        ListQuestion what = new ListQuestion(CALLER, LIST, MOMENT);
        assertThat(ASKING.questions.ask(whether)).contains(ListAnswer.CAN_BE_ASKED);
        assertThat(ASKING.questions.ask(what).orElseThrow().told()).isEqualTo(written);
        assertThat(ASKED).containsExactly(whether, what);
        assertThat(ASKING.questions.told() - told).isEqualTo(2);
        assertThat(ANSWERING.questions.answered() - answered).isEqualTo(2);
    }

    @Test
    void what_is_refused_there_is_refused_here_in_the_same_words() {
        answerWith(question -> switch (question.list()) {
            case "no list" -> ListAnswer.refused("This is no list that can be taken away.");
            case "no past" -> ListAnswer.noPast();
            default -> ListAnswer.inTheMaking(37);
        });
        assertThatThrownBy(() -> ask("no list").told())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("This is no list that can be taken away.");
        assertThatThrownBy(() -> ask("no past").told())
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new CommandRejected(RequestRejection.NO_PAST).reason()));
        assertThat(ask("in the making").percent()).isEqualTo(37);
    }

    private ListAnswer ask(String list) {
        return ASKING.questions.ask(new ListQuestion(CALLER, list, MOMENT)).orElseThrow();
    }

    @Test
    void who_passes_it_on_learns_nothing_of_it() {
        answerWith(question -> ListAnswer.refused("There is no Wanda"));
        ASKING.questions.ask(new ListQuestion(CALLER, LIST, MOMENT));
        assertThat(switchboard.seen())
                .hasSizeGreaterThan(1)
                .noneMatch(text -> text.contains("Wanda")
                        || text.contains("customers")
                        || text.contains(TENANT.toString())
                        || text.contains(CALLER.actor()));
    }

    @Test
    void one_trace_goes_from_who_asks_to_who_answers() {
        answerWith(each -> ListAnswer.CAN_BE_ASKED);
        Span request =
                SPANS.tracer().spanBuilder("http post /api/filed-reports").startSpan();
        try (Scope asks = request.makeCurrent()) {
            ASKING.questions.ask(new ListQuestion(CALLER, LIST, MOMENT));
        } finally {
            request.end();
        }
        SpanData answered = SPANS.told().getFirst();
        assertThat(answered.getName()).isEqualTo("query medflip.list");
        assertThat(answered.getParentSpanId())
                .isEqualTo(request.getSpanContext().getSpanId());
        assertThat(answered.getTraceId()).isEqualTo(request.getSpanContext().getTraceId());
        assertThat(answered.getAttributes().asMap().values()).containsExactly(TENANT.toString());
    }

    @Test
    void where_the_answer_is_none_the_asker_hears_so_at_once() {
        ListQuestion question = new ListQuestion(CALLER, LIST, null);
        long before = ASKING.questions.unanswered();
        answerWith(each -> {
            throw new IllegalStateException("A fault that quotes Wanda");
        });
        assertThat(ASKING.questions.ask(question)).as("a fault there").isEmpty();
        assertThat(switchboard.seen()).noneMatch(text -> text.contains("Wanda"));

        ASKED.clear();
        try (Keyring others = TestKeyring.create();
                Side another = new Side("another", TestKeyring.seal(others))) {
            assertThat(another.questions.ask(question)).as("another service").isEmpty();
            assertThat(ASKED).isEmpty();
        }

        answerWith(each -> ListAnswer.CAN_BE_ASKED);
        switchboard.loseAnswers();
        assertThat(ASKING.questions.ask(question)).as("a lost answer").isEmpty();
        assertThat(ASKED).hasSize(1);
        assertThat(ASKING.questions.unanswered()).isEqualTo(before + 2);
        restart();
    }

    @Test
    void without_the_server_nobody_is_asked_and_with_it_again_somebody_is() {
        answerWith(each -> ListAnswer.CAN_BE_ASKED);
        ListQuestion question = new ListQuestion(CALLER, LIST, null);
        int port = switchboard.port();
        switchboard.close();
        Until.holds(() -> !ASKING.server.isConnected());
        assertThat(ASKING.questions.ask(question)).isEmpty();
        switchboard = new Switchboard(port);
        Until.holds(() -> switchboard.answering() == 1 && ASKING.server.isConnected());
        assertThat(ASKING.questions.ask(question)).contains(ListAnswer.CAN_BE_ASKED);
    }

    @Test
    void who_leaves_is_asked_nothing_more_and_still_asks() {
        answerWith(each -> ListAnswer.CAN_BE_ASKED);
        ListQuestion question = new ListQuestion(CALLER, LIST, null);
        ASKING.server.stop();
        assertThat(ASKING.questions.ask(question)).isPresent();
        try (Side leaving = new Side("leaving", SEAL).answering()) {
            Until.holds(() -> switchboard.answering() == 2);
            leaving.server.stop();
            Until.holds(() -> switchboard.answering() == 1);
            assertThat(leaving.questions.ask(question)).isPresent();
        }
    }

    private static void restart() {
        int port = switchboard.port();
        switchboard.close();
        switchboard = new Switchboard(port);
    }
}
