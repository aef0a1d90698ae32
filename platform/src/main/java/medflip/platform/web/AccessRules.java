package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import medflip.billing.events.Access;
import medflip.platform.command.AccessBySubscription;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Rejection;
import medflip.platform.command.RequestRejection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place where it is decided whether somebody may call an endpoint. {@link ApiSecurity} has seen before that
 * they are somebody at all.
 */
@Configuration(proxyBeanMethods = false)
public class AccessRules implements WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(AccessRules.class);

    private final Clock clock;
    private final ObjectProvider<AccessBySubscription> access;

    AccessRules(Clock clock, ObjectProvider<AccessBySubscription> access) {
        this.clock = clock;
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Check()).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    /** Each operation says what it needs. */
    @Bean
    OperationCustomizer permissions() {
        return (operation, endpoint) -> {
            operation.addExtension("x-permission", Permission.of(endpoint).name());
            if (endpoint.hasMethodAnnotation(FreshSignIn.class)) {
                operation.addExtension("x-fresh-sign-in", true);
            }
            return operation;
        };
    }

    /** Whose role asks for it shows twice who they are. */
    public static boolean lacksSecondFactor(SignedIn person, Authentication known) {
        return person.role().needsSecondStep() && !Proof.of(known).hasSecond();
    }

    private final class Check implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod endpoint) {
                Permission needed = Permission.of(endpoint);
                Rejection refusal = needed == Permission.ANYBODY
                        ? null
                        : refusal(needed, endpoint.hasMethodAnnotation(FreshSignIn.class));
                if (refusal == null && isUnpaid(needed, endpoint)) {
                    refusal = RequestRejection.FIRST_PAYMENT_MISSING;
                }
                if (refusal != null) {
                    log.info(
                            "Refused {} to {}: {}",
                            endpoint.getMethod().getName(),
                            SecurityContextHolder.getContext().getAuthentication() instanceof Authentication known
                                    ? known.getName()
                                    : "nobody",
                            refusal.code());
                    throw new CommandRejected(refusal);
                }
            }
            return true;
        }

        /** Until the first payment there is the billing page, and what nothing ever blocks. */
        private boolean isUnpaid(Permission needed, HandlerMethod endpoint) {
            AccessBySubscription known = access.getIfAvailable();
            return known != null
                    && (needed == Permission.READ || needed == Permission.WRITE)
                    && !endpoint.getBeanType().isAnnotationPresent(NeverBlocked.class)
                    && SecurityContextHolder.getContext().getAuthentication() instanceof Authentication who
                    && who.getPrincipal() instanceof Identity identity
                    && known.of(identity.caller().tenant()) == Access.BILLING_ONLY;
        }

        private @Nullable Rejection refusal(Permission needed, boolean fresh) {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            if (known == null || !(known.getPrincipal() instanceof Identity identity)) {
                return AccessRejection.NOT_ALLOWED;
            }
            if (identity instanceof SupportVisitor visitor && !clock.instant().isBefore(visitor.until())) {
                return AccessRejection.SUPPORT_ENDED;
            }
            Rejection refusal = identity.refusal(needed);
            return refusal == null && identity instanceof SignedIn person
                    ? unproven(person, known, needed, fresh)
                    : refusal;
        }

        private @Nullable Rejection unproven(SignedIn person, Authentication known, Permission needed, boolean fresh) {
            if (needed != Permission.SELF && needed != Permission.SESSION && lacksSecondFactor(person, known)) {
                return AccessRejection.SECOND_FACTOR_MISSING;
            }
            return fresh && !Proof.of(known).isFresh(clock.instant()) ? AccessRejection.FRESH_SIGN_IN_NEEDED : null;
        }
    }
}
