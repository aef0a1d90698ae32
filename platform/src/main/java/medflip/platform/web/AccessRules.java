package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Rejection;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
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
 * The one place where it is decided whether somebody may call an endpoint. {@link ApiSecurity} has seen before that they
 * are somebody at all.
 */
@Configuration(proxyBeanMethods = false)
public class AccessRules implements WebMvcConfigurer {

    static final String DESCRIBED_AS = "x-permission";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Check()).addPathPatterns("/api/**").order(Ordered.HIGHEST_PRECEDENCE);
    }

    /** Each operation says what it needs. */
    @Bean
    OperationCustomizer permissions() {
        return (operation, endpoint) -> {
            operation.addExtension(DESCRIBED_AS, Permission.of(endpoint).name());
            return operation;
        };
    }

    private static final class Check implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod endpoint) {
                Permission needed = Permission.of(endpoint);
                Rejection refusal = needed == Permission.ANYBODY ? null : refusal(needed);
                if (refusal != null) {
                    throw new CommandRejected(refusal);
                }
            }
            return true;
        }

        private static @Nullable Rejection refusal(Permission needed) {
            Authentication known = SecurityContextHolder.getContext().getAuthentication();
            return known != null && known.getPrincipal() instanceof Identity identity
                    ? identity.refusal(needed)
                    : AccessRejection.NOT_ALLOWED;
        }
    }
}
