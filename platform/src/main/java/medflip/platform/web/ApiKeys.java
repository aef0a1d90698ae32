package medflip.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets other systems in by {@code Authorization: Bearer mfp_…}. Such a request has no session, whatever cookie it
 * brings, and needs no CSRF token: no page of another site can make a browser send that header.
 */
final class ApiKeys extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiKeyStore store;
    private final RateLimits limits;
    private final ProblemWriter problems;

    ApiKeys(ApiKeyStore store, RateLimits limits, ProblemWriter problems) {
        this.store = store;
        this.limits = limits;
        this.problems = problems;
    }

    static boolean isBrought(HttpServletRequest request) {
        return token(request) != null;
    }

    private static @Nullable String token(HttpServletRequest request) {
        String said = request.getHeader(HttpHeaders.AUTHORIZATION);
        return said != null && said.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? said.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<KeyHolder> holder = store.find(PrivateToken.hash(token));
        if (holder.isEmpty()) {
            if (RateLimitFilter.grant(limits, problems, null, request, response)) {
                problems.write(response, ProblemAdvice.problem(AccessRejection.KEY_UNKNOWN));
            }
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(holder.get(), null, List.of()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }
}
