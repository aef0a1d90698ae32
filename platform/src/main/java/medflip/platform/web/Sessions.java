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

/** Opens sessions. A session from before the sign-in gets a new id, so that nobody can fix it beforehand. */
@Component
public class Sessions {

    private final SecurityContextRepository contexts;

    Sessions(SecurityContextRepository contexts) {
        this.contexts = contexts;
    }

    public void signIn(UUID tenant, UUID user, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(tenant, user), null, AuthorityUtils.createAuthorityList("ROLE_OWNER")));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
