package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Opens and ends sessions. A session from before the sign-in gets a new id, so that nobody can fix it beforehand. */
@Component
public class Sessions {

    private final SecurityContextRepository contexts;
    private final SessionStore store;

    Sessions(SecurityContextRepository contexts, SessionStore store) {
        this.contexts = contexts;
        this.store = store;
    }

    public void signIn(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                who, null, AuthorityUtils.createAuthorityList("ROLE_" + who.role())));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    /** Signs somebody out everywhere; within a second, no session of theirs is good for anything. */
    public void endAll(UUID user) {
        store.endAll(user);
    }
}
