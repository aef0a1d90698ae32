package medflip.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import medflip.platform.text.FaultLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the database is away, already the look for the session or the key fails, where no {@link ProblemAdvice} hears
 * of it: this says the same there. It stands before the sessions, and within what times requests.
 *
 * <p>The session is looked for once more when the answer is out. That must not break the answer off.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(OutageFilter.class);

    private static final String ANSWERED = OutageFilter.class.getName() + ".answered";

    private final ProblemWriter problems;

    OutageFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            boolean answered = request.getAttribute(ANSWERED) != null;
            Optional<Outage> outage = answered ? Outage.afterwards(e, request) : Outage.of(e, request);
            if (outage.isEmpty() || response.isCommitted() && !answered) {
                throw e;
            }
            log.warn("What keeps the data is away: {}", FaultLine.of(e));
            if (response.isCommitted()) {
                return;
            }
            response.resetBuffer();
            response.setHeader(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER);
            problems.write(response, outage.get().problem());
        }
    }

    /** Stands behind the sessions, and notes that what they are for is done: an answer that is out by then is whole. */
    @Component
    @Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
    static final class Answered extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, response);
            request.setAttribute(ANSWERED, true);
        }
    }
}
