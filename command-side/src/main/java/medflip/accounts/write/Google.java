package medflip.accounts.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import medflip.kernel.EmailAddress;
import medflip.platform.command.CommandRejected;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.web.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Asks Google who somebody is (OpenID Connect, code flow). State, nonce and proof key wait in the browser's session;
 * that the answer belongs to them, and that Google signed it, for us, a moment ago, is checked by Spring Security. We
 * keep no token of Google's: all that is asked is who it is.
 */
@Component
class Google {

    private static final String ASKED = "google.asked";
    private static final String NEXT = "google.next";
    private static final String SHOWN = "google.shown";
    private static final String NAME = "google";
    private static final String START = "/";
    /** A path of ours: what begins with two slashes, or a backslash, is another host to browsers. */
    private static final Pattern SCREEN = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final String clientId;
    private final String clientSecret;
    private final String issuer;
    private final PublicUrl publicUrl;
    private final BlindIndex index;
    private final Clock clock;
    private final DefaultOAuth2AuthorizationRequestResolver asking;
    private final OidcAuthorizationCodeAuthenticationProvider checking;
    private volatile @Nullable ClientRegistration registration;

    Google(
            @Value("${medflip.google.client-id:}") String clientId,
            @Value("${medflip.google.client-secret:}") String clientSecret,
            @Value("${medflip.google.issuer:https://accounts.google.com}") String issuer,
            PublicUrl publicUrl,
            BlindIndex index,
            Clock clock) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.issuer = issuer;
        this.publicUrl = publicUrl;
        this.index = index;
        this.clock = clock;
        this.asking = new DefaultOAuth2AuthorizationRequestResolver(name -> registration());
        asking.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        // What the signed answer says is enough: no second question with the access token.
        this.checking = new OidcAuthorizationCodeAuthenticationProvider(
                new RestClientAuthorizationCodeTokenResponseClient(),
                answered -> new DefaultOidcUser(List.of(), answered.getIdToken()));
    }

    boolean isOffered() {
        return !clientId.isBlank();
    }

    /** Where the browser goes to be asked. */
    String ask(@Nullable String next, HttpServletRequest request) {
        OAuth2AuthorizationRequest asked = Objects.requireNonNull(asking.resolve(request, NAME));
        HttpSession session = request.getSession();
        session.setAttribute(ASKED, asked);
        session.setAttribute(NEXT, next != null && SCREEN.matcher(next).matches() ? next : START);
        return asked.getAuthorizationRequestUri();
    }

    /** What somebody wanted to see who went to Google from there. */
    record Returned(ShownByGoogle shown, EmailAddress email, String next) {}

    /**
     * Takes what the browser brought back, once.
     *
     * @throws CommandRejected if it isn't Google's answer to what this browser asked, or Google doesn't vouch for the
     *     address
     */
    Returned take(@Nullable String code, @Nullable String state, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || code == null
                || state == null
                || !(session.getAttribute(ASKED) instanceof OAuth2AuthorizationRequest asked)) {
            throw refused();
        }
        String next = session.getAttribute(NEXT) instanceof String wanted ? wanted : START;
        session.removeAttribute(ASKED);
        session.removeAttribute(NEXT);
        OidcUser user = checked(asked, code, state);
        String address = user.getEmail();
        if (address == null || !Boolean.TRUE.equals(user.getEmailVerified())) {
            throw refused();
        }
        EmailAddress email = EmailAddress.parse(address);
        ShownByGoogle shown = new ShownByGoogle(
                index.global("google", issuer + "\n" + user.getSubject()),
                index.global("sign-in", email.value()),
                clock.instant());
        session.setAttribute(SHOWN, shown);
        return new Returned(shown, email, next);
    }

    private OidcUser checked(OAuth2AuthorizationRequest asked, String code, String state) {
        OAuth2AuthorizationResponse response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(Objects.requireNonNull(asked.getRedirectUri()))
                .state(state)
                .build();
        try {
            Authentication known = checking.authenticate(new OAuth2LoginAuthenticationToken(
                    registration(), new OAuth2AuthorizationExchange(asked, response)));
            return (OidcUser) Objects.requireNonNull(
                    Objects.requireNonNull(known, "for OpenID alone").getPrincipal());
        } catch (AuthenticationException untrue) {
            throw refused();
        }
    }

    /** Whose account at Google this browser has shown within the last ten minutes. */
    ShownByGoogle shown(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(SHOWN) instanceof ShownByGoogle shown
                && clock.instant().isBefore(shown.at().plus(GOOD_FOR))) {
            return shown;
        }
        throw refused();
    }

    /** What was shown was used. */
    void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(SHOWN);
        }
    }

    /** Google says of itself where it is to be asked; it is read when it is first needed, not at the start. */
    private ClientRegistration registration() {
        ClientRegistration known = registration;
        if (known == null) {
            try {
                known = ClientRegistrations.fromIssuerLocation(issuer)
                        .registrationId(NAME)
                        .clientId(clientId)
                        .clientSecret(clientSecret)
                        .redirectUri(publicUrl.of("/google"))
                        .scope("openid", "email")
                        .build();
            } catch (IllegalArgumentException unreachable) {
                throw refused();
            }
            registration = known;
        }
        return known;
    }

    private static CommandRejected refused() {
        return new CommandRejected(AccountRejection.GOOGLE_REFUSED);
    }
}
