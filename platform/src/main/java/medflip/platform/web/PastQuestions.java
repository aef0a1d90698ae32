package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.AsOf;
import medflip.platform.tenancy.PastGone;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Answers any question of a business's data as of a past moment, where the request says one ({@code asOf}, or
 * {@link WebHeaders#AS_OF}): the same endpoint, the same stores, other tables and another clock. An endpoint has a past
 * where it {@link Reads} nothing but views; any other refuses, and so does every change.
 */
@Configuration(proxyBeanMethods = false)
class PastQuestions implements WebMvcConfigurer {

    static final String PARAMETER = "asOf";

    /** Longer than a browser should wait without a word. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** Percent of what is there as good as whole. */
    private static final int NEARLY = 99;

    private static final Set<Permission> OF_BUSINESS_DATA =
            Set.of(Permission.READ, Permission.EXPORT, Permission.ADMINISTER);

    private final AsOf asOf;
    private final ObjectProvider<PastViews> views;
    private final Clock clock;

    PastQuestions(AsOf asOf, ObjectProvider<PastViews> views, Clock clock) {
        this.asOf = asOf;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // The last: whatever else watches a request, and counts it by day, does so by the present's clock.
        registry.addInterceptor(new Travel()).addPathPatterns("/api/**").order(Ordered.LOWEST_PRECEDENCE);
    }

    /** The moment isn't there yet, and is being made: the same question is answered in a while. */
    static final class InTheMaking extends RuntimeException {

        private final int percent;

        InTheMaking(int percent) {
            super("A past moment is being made");
            this.percent = percent;
        }

        int percent() {
            return percent;
        }
    }

    /** Whether an endpoint can be asked as of a past moment: all that it reads follows from the log. */
    boolean hasPast(HandlerMethod endpoint) {
        Reads reads = endpoint.getMethodAnnotation(Reads.class);
        PastViews known = views.getIfAvailable();
        return reads != null
                && known != null
                && (reads.value().length > 0 || reads.more())
                && known.views().containsAll(List.of(reads.value()))
                && OF_BUSINESS_DATA.contains(Permission.of(endpoint));
    }

    /** Whether the present request is one. */
    boolean isAsked() {
        return asOf.moment().isPresent();
    }

    /** The position that is asked as of. */
    long position() {
        return asOf.moment().map(PastMoment::position).orElse(0L);
    }

    /**
     * Has views of the moment made.
     *
     * @throws InTheMaking where that takes longer
     */
    void make(List<String> groups) {
        if (!groups.isEmpty()) {
            make(asOf.moment().orElseThrow(), groups);
        }
    }

    private void make(PastMoment moment, List<String> groups) {
        Optional<PastViews.Making> making = asOf.now(() -> views.getObject().fill(moment, groups, PATIENCE));
        if (making.isPresent()) {
            throw new InTheMaking(making.get().percent());
        }
    }

    /** Has all views of a moment made, and says how far they are. */
    private InTheMaking begin(PastMoment moment) {
        return new InTheMaking(asOf.now(() -> views.getObject().fill(moment, List.of(), Duration.ZERO))
                .map(PastViews.Making::percent)
                .orElse(NEARLY));
    }

    private PastMoment moment(TenantId tenant, String said) {
        Optional<PastMoment> moment =
                said.chars().allMatch(Character::isDigit) ? atPosition(tenant, said) : atTime(tenant, said);
        return moment.orElseThrow(() -> new CommandRejected(RequestRejection.BEFORE_BEGINNING));
    }

    private Optional<PastMoment> atPosition(TenantId tenant, String said) {
        return views.getObject().at(tenant, ReadYourWrites.parsed(PARAMETER, said));
    }

    private Optional<PastMoment> atTime(TenantId tenant, String said) {
        Instant time;
        try {
            time = Instant.parse(said);
        } catch (DateTimeParseException e) {
            throw invalid("A moment is an instant, such as 2026-11-03T17:00:00Z, or a position of the log.");
        }
        if (time.isAfter(clock.instant())) {
            throw invalid("That moment is yet to come.");
        }
        return views.getObject().at(tenant, time);
    }

    private static Faults.InvalidRequest invalid(String why) {
        return new Faults.InvalidRequest(List.of(new Faults.Fault(PARAMETER, "invalid", why)));
    }

    private static @Nullable String said(HttpServletRequest request) {
        String header = request.getHeader(WebHeaders.AS_OF);
        if (header != null) {
            return header;
        }
        // Not getParameter, which would read a form out of the body.
        String query = request.getQueryString();
        return query == null || !query.contains(PARAMETER + "=") ? null : request.getParameter(PARAMETER);
    }

    private final class Travel implements AsyncHandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            String said = said(request);
            if (said == null || !(handler instanceof HandlerMethod endpoint)) {
                return true;
            }
            if (!hasPast(endpoint)) {
                boolean question = request.getMethod().equals("GET");
                throw new CommandRejected(question ? RequestRejection.NO_PAST : RequestRejection.PAST_IS_FIXED);
            }
            PastMoment moment =
                    moment(WebConfiguration.caller(request.getUserPrincipal()).tenant(), said);
            Reads reads = endpoint.getMethodAnnotation(Reads.class);
            if (reads != null && reads.value().length > 0) {
                make(moment, List.of(reads.value()));
            }
            response.setHeader(WebHeaders.AS_OF, moment.at().toString());
            asOf.begin(moment);
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
            asOf.end();
        }

        @Override
        public void afterConcurrentHandlingStarted(
                HttpServletRequest request, HttpServletResponse response, Object handler) {
            asOf.end();
        }
    }

    /** A question reads a view that its endpoint doesn't name, or the moment was let go of just now. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class PastAdvice {

        private final PastQuestions past;

        PastAdvice(PastQuestions past) {
            this.past = past;
        }

        @ExceptionHandler
        ResponseEntity<ProblemDetail> gone(PastGone gone) {
            return inTheMaking(past.begin(gone.moment()));
        }

        @ExceptionHandler
        ResponseEntity<ProblemDetail> inTheMaking(InTheMaking making) {
            ProblemDetail problem = ProblemAdvice.problem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "request.past-in-the-making",
                    "That moment is being looked up. Ask again in a second.");
            problem.setProperty("percent", making.percent());
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .body(problem);
        }
    }
}
