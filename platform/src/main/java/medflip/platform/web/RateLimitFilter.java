package medflip.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses what is above the {@link RateLimits}, and says on each answer how much is left. */
final class RateLimitFilter extends OncePerRequestFilter {

    private final RateLimits limits;
    private final ProblemWriter problems;

    RateLimitFilter(RateLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (grant(limits, problems, identity(), request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** False if the request was refused. */
    static boolean grant(
            RateLimits limits,
            ProblemWriter problems,
            @Nullable Identity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Allowance> allowances = limits.take(identity, Throttle.place(request));
        // As the IETF's draft "RateLimit header fields for HTTP" writes them.
        response.setHeader(
                "RateLimit-Policy",
                allowances.entrySet().stream()
                        .map(limit -> "\"%s\";q=%d;w=%d"
                                .formatted(
                                        limit.getKey(),
                                        limit.getValue().times(),
                                        limit.getValue().period().toSeconds()))
                        .collect(Collectors.joining(", ")));
        var scarcest = allowances.entrySet().stream()
                .min(Comparator.comparingLong(limit -> limit.getValue().left()))
                .orElseThrow();
        response.setHeader(
                "RateLimit",
                "\"%s\";r=%d;t=%d"
                        .formatted(
                                scarcest.getKey(),
                                scarcest.getValue().left(),
                                scarcest.getValue().retryAfterSeconds()));
        long wait = allowances.values().stream()
                .filter(allowance -> !allowance.granted())
                .mapToLong(Allowance::retryAfterSeconds)
                .max()
                .orElse(0);
        if (wait > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            problems.write(response, ProblemAdvice.tooMany());
        }
        return wait == 0;
    }

    private static @Nullable Identity identity() {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        return known != null && known.getPrincipal() instanceof Identity identity ? identity : null;
    }
}
