package medflip.platform.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import medflip.kernel.TenantId;
import medflip.platform.routing.MessageSeal.Unreadable;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.text.FaultLine;
import medflip.platform.trace.TracePoint;
import medflip.platform.trace.Traces;
import medflip.platform.web.ListAnswer;
import medflip.platform.web.ListQuestion;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a query side about a list, by way of Axon Server, and answers where this is one. Nothing rests on it: whoever
 * gets no answer asks in another way, and a question does no harm the second time.
 */
public final class RoutedQuestions {

    private static final Logger log = LoggerFactory.getLogger(RoutedQuestions.class);

    private static final String LIST = "medflip.list";

    /** What the log of the process that was asked tells why. */
    private static final String NO_ANSWER = "";

    private final QueryBus elsewhere;
    private final BooleanSupplier reachable;
    private final MessageSeal seal;
    private final @Nullable Traces traces;
    private final Duration patience;
    private final LongAdder told = new LongAdder();
    private final LongAdder unanswered = new LongAdder();
    private final LongAdder answered = new LongAdder();

    /**
     * @param elsewhere passes on what is asked, and brings what others ask
     * @param reachable whether asking has a chance
     * @param traces null where nothing is traced
     * @param patience how long an answer may take; longer than a moment is waited for that has to be made
     */
    RoutedQuestions(
            QueryBus elsewhere,
            BooleanSupplier reachable,
            MessageSeal seal,
            @Nullable Traces traces,
            Duration patience) {
        this.elsewhere = elsewhere;
        this.reachable = reachable;
        this.seal = seal;
        this.traces = traces;
        this.patience = patience;
    }

    /** A question as it is sent. Absent are both or none of position and time. */
    private record Asked(
            TenantId tenant,
            String actor,
            @Nullable UUID session,
            String list,
            @Nullable Long position,
            @Nullable Instant at,
            @Nullable String trace) {

        static Asked of(ListQuestion question) {
            Caller caller = question.caller();
            PastMoment moment = question.moment();
            TracePoint here = TracePoint.here();
            return new Asked(
                    caller.tenant(),
                    caller.actor(),
                    caller.session(),
                    question.list(),
                    moment == null ? null : moment.position(),
                    moment == null ? null : moment.at(),
                    here == null ? null : here.toString());
        }

        ListQuestion question() {
            return new ListQuestion(
                    new Caller(tenant, actor, session),
                    list,
                    position == null || at == null ? null : new PastMoment(tenant, position, at));
        }
    }

    /** Empty where nobody answers. */
    public Optional<ListAnswer> ask(ListQuestion question) {
        Optional<ListAnswer> answer = reachable.getAsBoolean() ? routed(question) : Optional.empty();
        (answer.isPresent() ? told : unanswered).increment();
        return answer;
    }

    private Optional<ListAnswer> routed(ListQuestion question) {
        String id = UUID.randomUUID().toString();
        QueryMessage<String, String> message = new GenericQueryMessage<>(
                new GenericMessage<>(id, seal.seal(purpose(id), Asked.of(question)), Map.of()),
                LIST,
                ResponseTypes.instanceOf(String.class));
        try {
            var response = elsewhere.query(message).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (response.isExceptional()) {
                return unanswered(response.exceptionResult());
            }
            if (response.getPayload().equals(NO_ANSWER)) {
                return Optional.empty();
            }
            return Optional.of(seal.open(purposeOfAnswer(id), response.getPayload(), ListAnswer.class));
        } catch (ExecutionException | TimeoutException | Unreadable e) {
            return unanswered(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unanswered(e);
        }
    }

    private static Optional<ListAnswer> unanswered(Throwable cause) {
        log.debug("No answer by way of Axon Server: {}", FaultLine.of(cause));
        return Optional.empty();
    }

    /** From here on this process answers what is asked. */
    void answerBy(Function<ListQuestion, ListAnswer> answering) {
        elsewhere.<String>subscribe(LIST, String.class, asked -> answer(asked, answering));
    }

    private String answer(QueryMessage<?, ?> message, Function<ListQuestion, ListAnswer> answering) {
        String id = message.getIdentifier();
        try {
            ListAnswer answer = traced(seal.open(purpose(id), message.getPayload(), Asked.class), answering);
            answered.increment();
            return seal.seal(purposeOfAnswer(id), answer);
        } catch (Unreadable e) {
            log.warn("{}; whoever asks it asks in another way", e.getMessage());
        } catch (Exception e) {
            log.error("A question of another process failed: {}", FaultLine.of(e));
        }
        return NO_ANSWER;
    }

    private ListAnswer traced(Asked asked, Function<ListQuestion, ListAnswer> answering) throws Exception {
        TracePoint sent = TracePoint.of(asked.trace());
        if (traces == null || sent == null) {
            return answering.apply(asked.question());
        }
        Object answer = traces.within(
                sent, null, "query " + LIST, asked.tenant().toString(), () -> answering.apply(asked.question()));
        return Objects.requireNonNull((ListAnswer) answer);
    }

    /** How many questions of this process were answered by way of Axon Server. */
    long told() {
        return told.sum();
    }

    /** How many weren't, and were left to whoever asked. */
    long unanswered() {
        return unanswered.sum();
    }

    /** How many questions this process answered, whichever asked. */
    long answered() {
        return answered.sum();
    }

    private static String purpose(String id) {
        return "question " + id;
    }

    private static String purposeOfAnswer(String id) {
        return "answer to " + purpose(id);
    }
}
