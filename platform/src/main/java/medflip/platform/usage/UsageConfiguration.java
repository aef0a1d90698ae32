package medflip.platform.usage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import medflip.platform.web.Permission;
import medflip.platform.web.SignedIn;
import medflip.platform.web.SupportVisitor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sees each request once it is known that it is allowed. */
@Configuration(proxyBeanMethods = false)
class UsageConfiguration implements WebMvcConfigurer {

    private static final int FIRST_FAILURE = 400;

    private final FeatureUseCount count;
    private final SupportLooks looks;

    UsageConfiguration(FeatureUseCount count, SupportLooks looks) {
        this.count = count;
        this.looks = looks;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Watch()).addPathPatterns("/api/**");
    }

    /** What was done with a feature, as far as it is counted; null for what concerns the session or the service. */
    private static @Nullable Use use(HandlerMethod endpoint, HttpServletRequest request) {
        return switch (Permission.of(endpoint)) {
            case READ -> Use.LOOK;
            case WRITE -> Use.CHANGE;
            case ADMINISTER -> request.getMethod().equals("GET") ? Use.LOOK : Use.CHANGE;
            case EXPORT -> Use.EXPORT;
            case ANYBODY, SELF, SESSION, OPERATE -> null;
        };
    }

    /** A feature is a domain, or a part of the platform that people meet. */
    private static String feature(HandlerMethod endpoint) {
        String[] packages = endpoint.getBeanType().getPackageName().split("\\.");
        return packages[1].equals("platform") ? packages[2] : packages[1];
    }

    private final class Watch implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (handler instanceof HandlerMethod endpoint
                    && use(endpoint, request) != null
                    && request.getUserPrincipal() instanceof Authentication known
                    && known.getPrincipal() instanceof SupportVisitor visitor) {
                looks.note(
                        visitor,
                        request.getMethod() + " "
                                + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
            }
            return true;
        }

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
            if (handler instanceof HandlerMethod endpoint
                    && response.getStatus() < FIRST_FAILURE
                    && request.getUserPrincipal() instanceof Authentication known
                    && known.getPrincipal() instanceof SignedIn who) {
                Use use = use(endpoint, request);
                if (use != null) {
                    count.count(who, feature(endpoint), use);
                }
            }
        }
    }
}
