package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and ends sessions. A session gets a new id with whatever is shown, so that nobody can fix it beforehand. */
@Component
public class Sessions {

    /** Under this name a session knows its own id, which stays as long as it lives. */
    public static final String REFERENCE = "medflip.session";

    private final SecurityContextRepository contexts;
    private final SessionStore store;
    private final Clock clock;

    Sessions(SecurityContextRepository contexts, SessionStore store, Clock clock) {
        this.contexts = contexts;
        this.store = store;
        this.clock = clock;
    }

    /** @param shown how they showed who they are, just now */
    public void signIn(SignedIn who, Set<Factor> shown, HttpServletRequest request, HttpServletResponse response) {
        open(who, authorities(who, shown), request, response);
    }

    /** Whoever has the session showed once more who they are, or by another factor besides. */
    public void prove(Set<Factor> shown, HttpServletRequest request, HttpServletResponse response) {
        Authentication known =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        SignedIn who = (SignedIn) Objects.requireNonNull(known.getPrincipal());
        List<GrantedAuthority> still = Proof.of(known).factors().stream()
                .filter(before -> shown.stream().noneMatch(factor -> factor.is(before)))
                .map(GrantedAuthority.class::cast)
                .toList();
        open(
                who,
                Stream.concat(still.stream(), authorities(who, shown).stream()).toList(),
                request,
                response);
    }

    /**
     * Whoever has the session is in a business now that let them in, or back from there. What they have shown of who
     * they are counts as before.
     */
    public void turnInto(
            Authentication known, SupportVisitor visitor, HttpServletRequest request, HttpServletResponse response) {
        open(visitor, known.getAuthorities(), request, response);
    }

    /** The visit is over: they are what they were before. */
    public void turnBack(Authentication known, SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        open(who, known.getAuthorities(), request, response);
    }

    /** Ends one session, wherever it was opened; within a second it is good for nothing. */
    public void end(String session) {
        store.end(session);
    }

    /** Signs somebody out everywhere; within a second, no session of theirs is good for anything. */
    public void endAll(UUID user) {
        store.endAll(user);
    }

    private List<GrantedAuthority> authorities(SignedIn who, Set<Factor> shown) {
        Instant now = clock.instant();
        return Stream.concat(
                        Stream.of(new SimpleGrantedAuthority("ROLE_" + who.role())),
                        shown.stream().map(factor -> factor.shownAt(now)))
                .toList();
    }

    private void open(
            Identity who,
            Collection<? extends GrantedAuthority> authorities,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, authorities));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
