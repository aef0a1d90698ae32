package medflip.platform.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;

/**
 * Who gets in: everything under {@code /api} needs a session or a key, except signing up, signing in, reading the
 * policy, and what a private link leads to. What they may do then, {@link AccessRules} say. Cookies are those of policy
 * promise P9 and no others; the browser may load nothing from another host (P3).
 */
@Configuration(proxyBeanMethods = false)
@EnableJdbcHttpSession(maxInactiveIntervalInSeconds = 12 * 60 * 60)
public class ApiSecurity {

    /** Styles may stand inline, because the component library sets custom properties on elements; scripts may not. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String ONE_CLICK = "/api/optional-mail/one-click";

    private static final String[] OPEN = {
        "/api/sign-up/**",
        "/api/sign-in",
        "/api/sign-in/passkey",
        "/api/sign-in/passkey/ask",
        "/api/sign-in/google/**",
        "/api/password-reset/**",
        "/api/email-change/agree",
        "/api/policy",
        "/api/offers/**",
        "/api/private-data/**",
        "/api/erasure-certificates/**",
        "/api/signing-keys",
        "/api/invitations/open",
        "/api/invitations/accept",
        "/api/mailbox/**",
        "/api/optional-mail/by-link",
        ONE_CLICK,
        "/actuator/health/**",
        "/v3/api-docs/**",
        "/swagger-ui/**"
    };

    @Bean
    SecurityFilterChain apiSecurityChain(
            HttpSecurity http,
            ProblemWriter problems,
            ApiKeyStore keys,
            RateLimits limits,
            SecurityContextRepository contexts,
            ObjectProvider<ReturningUsers> returning,
            @Value("${medflip.tls:false}") boolean tls,
            @Value("${management.server.port:0}") int managementPort)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        // Figures over all businesses, at a port of their own that those alone reach who run the
                        // service.
                        .requestMatchers(request -> managementPort > 0 && request.getLocalPort() == managementPort)
                        .permitAll()
                        // The end of a stream that was allowed when it began.
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        // Figures over all businesses are for nobody who signs in to one.
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        // What remains is the browser UI: static files that hold no data.
                        .anyRequest()
                        .permitAll())
                .csrf(csrf -> csrf.spa()
                        .csrfTokenRepository(csrfCookie(tls))
                        .ignoringRequestMatchers(ApiKeys::isBrought)
                        // Other services sign what they deliver; what mail programs post goes by its token alone.
                        .ignoringRequestMatchers("/webhooks/**", ONE_CLICK))
                .addFilterBefore(new ApiKeys(keys, limits, problems), CsrfFilter.class)
                .addFilterAfter(new RateLimitFilter(limits, problems), ApiKeys.class)
                .securityContext(context -> context.securityContextRepository(contexts))
                .addFilterBefore(new ReturningUsersFilter(returning), AnonymousAuthenticationFilter.class)
                .requestCache(cache -> cache.disable())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .anonymous(anonymous -> {})
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy("camera=(self), geolocation=(), microphone=(), payment=()")))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> problems.write(
                                        response,
                                        ProblemAdvice.problem(
                                                HttpStatus.UNAUTHORIZED,
                                                "accounts.sign-in-required",
                                                "Sign in first.")))
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response,
                                ProblemAdvice.problem(
                                        HttpStatus.FORBIDDEN,
                                        "request.forbidden",
                                        "This request isn't allowed. Reload the page, then try again."))))
                .build();
    }

    /** It would be a dozen timers a request, one for each filter, that nobody reads; requests themselves are timed. */
    @Bean
    SecurityObservationSettings filtersUntimed() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /**
     * {@code __Host-} binds the cookie to this host and to TLS; without TLS (a newcomer's machine) it can't be used.
     */
    @Bean
    CookieSerializer sessionCookie(@Value("${medflip.tls:false}") boolean tls) {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(tls ? "__Host-session" : "session");
        cookie.setUseSecureCookie(tls);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    @Bean
    @Primary
    SessionRepository<? extends Session> rememberedSessions(JdbcIndexedSessionRepository stored) {
        return new RememberedSessions<>(stored, Ticker.systemTicker());
    }

    /** Readable for the screens' scripts, which send its value back as a header; other sites can't read it. */
    private static CookieCsrfTokenRepository csrfCookie(boolean tls) {
        CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookie.setCookieName(tls ? "__Host-XSRF-TOKEN" : "XSRF-TOKEN");
        cookie.setCookiePath("/");
        cookie.setCookieCustomizer(attributes -> attributes.sameSite("Lax").secure(tls));
        return cookie;
    }
}
