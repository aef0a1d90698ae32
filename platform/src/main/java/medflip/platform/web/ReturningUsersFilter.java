package medflip.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Asks, where nobody is signed in, whether somebody is remembered. Static files need no session. */
final class ReturningUsersFilter extends OncePerRequestFilter {

    private final ObjectProvider<ReturningUsers> returning;

    ReturningUsersFilter(ObjectProvider<ReturningUsers> returning) {
        this.returning = returning;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getCookies() == null || !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() == null) {
            returning.ifAvailable(users -> users.recognise(request, response));
        }
        if (!response.isCommitted()) {
            chain.doFilter(request, response);
        }
    }
}
