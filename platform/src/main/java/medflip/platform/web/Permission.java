package medflip.platform.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import medflip.accounts.events.KeyScope;
import medflip.accounts.events.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** What an endpoint lets somebody do, and so which roles and which API keys may call it. */
public enum Permission {
    /** What needs no sign-in: signing up, the policy, what a private link leads to. */
    ANYBODY(EnumSet.allOf(Role.class), EnumSet.allOf(KeyScope.class)),
    /** What concerns who is signed in, alone: their sign-ins, their password. Never for a key. */
    SELF(EnumSet.allOf(Role.class), EnumSet.noneOf(KeyScope.class)),
    /** What belongs to a session of whatever kind, also of a {@link SupportVisitor}: whose it is, its end. */
    SESSION(EnumSet.allOf(Role.class), EnumSet.noneOf(KeyScope.class)),
    /** To see what the business has: what a GET is, unless it says otherwise. */
    READ(EnumSet.of(Role.OWNER, Role.STAFF, Role.AUDITOR), EnumSet.of(KeyScope.READ)),
    /** To take whole lists away: what a GET of a file of them is. */
    EXPORT(EnumSet.of(Role.OWNER, Role.STAFF, Role.AUDITOR), EnumSet.of(KeyScope.EXPORT)),
    /** To change the books: what everything but a GET is, unless it says otherwise. */
    WRITE(EnumSet.of(Role.OWNER, Role.STAFF), EnumSet.of(KeyScope.WRITE)),
    /** To decide about the account: its members, keys and settings. Never for a key. */
    ADMINISTER(EnumSet.of(Role.OWNER), EnumSet.noneOf(KeyScope.class)),
    /** To run the service for all businesses, without seeing what any of them has. */
    OPERATE(EnumSet.of(Role.OPERATOR), EnumSet.noneOf(KeyScope.class));

    private final Set<Role> roles;
    private final Set<KeyScope> scopes;

    Permission(Set<Role> roles, Set<KeyScope> scopes) {
        this.roles = roles;
        this.scopes = scopes;
    }

    /** Whether that role has it. */
    public boolean isOf(Role role) {
        return roles.contains(role);
    }

    /** Whether a key with one of these scopes has it. */
    boolean isOfAny(Set<KeyScope> granted) {
        return granted.stream().anyMatch(scopes::contains);
    }

    /** What an endpoint needs: what it {@link Requires}, or else what follows from its verb and what it answers. */
    public static Permission of(HandlerMethod endpoint) {
        Requires said = said(endpoint);
        if (said != null) {
            return said.value();
        }
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), RequestMapping.class);
        if (mapping == null || !Arrays.equals(mapping.method(), new RequestMethod[] {RequestMethod.GET})) {
            return WRITE;
        }
        return Arrays.asList(mapping.produces()).contains(CsvResponse.MEDIA_TYPE) ? EXPORT : READ;
    }

    private static @Nullable Requires said(HandlerMethod endpoint) {
        Requires ofMethod = endpoint.getMethodAnnotation(Requires.class);
        return ofMethod == null ? endpoint.getBeanType().getAnnotation(Requires.class) : ofMethod;
    }
}
