package medflip.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.platform.web.Permission;
import medflip.platform.web.WebConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sees each answer that may have shown somebody's data, or gave a whole list away. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    private static final int FIRST_FAILURE = 400;

    /** What shows nobody's data, by the first part of its address. All else that is read is noted: rather too much. */
    private static final Set<String> SHOWS_NOBODY = Set.of(
            "products",
            "price-lists",
            "pricing-rules",
            "deal-rules",
            "card-plan",
            "policy",
            "stock",
            "tier-drops",
            "twilio-connection",
            "text-templates",
            "samples",
            "subscription",
            "archives",
            "operator-acts",
            "sale-candidates",
            "sale-proposals",
            "feature-use",
            "support",
            "delivery-schedules",
            "deliveries");

    /** Whole lists, the log, the audit bundle, files of deliveries. */
    private static final Pattern TAKES_AWAY = Pattern.compile(".*(\\.csv|/events|/bundle|/latest|/file)");

    private static final Pattern HASHES =
            Pattern.compile("/api/audit/(seal|checkpoints?|inclusion|consistency|verifier)");

    private final AccessLog log;

    AccessConfiguration(AccessLog log) {
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Watch()).addPathPatterns("/api/**");
    }

    /** @param path such as {@code /api/customers/{id}} */
    static boolean isNoted(Permission permission, String method, String path) {
        boolean mayShow = permission == Permission.READ || permission == Permission.EXPORT;
        return method.equals("GET")
                && mayShow
                && (TAKES_AWAY.matcher(path).matches()
                        || !SHOWS_NOBODY.contains(path.split("/")[2])
                                && !HASHES.matcher(path).matches());
    }

    private static @Nullable UUID record(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id) {
            try {
                return UUID.fromString(id);
            } catch (IllegalArgumentException none) {
                return null;
            }
        }
        return null;
    }

    private final class Watch implements HandlerInterceptor {

        @Override
        public void afterCompletion(
                HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
            if (handler instanceof HandlerMethod endpoint
                    && response.getStatus() < FIRST_FAILURE
                    && request.getUserPrincipal() != null
                    && request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof Object path
                    && isNoted(Permission.of(endpoint), request.getMethod(), path.toString())) {
                log.note(WebConfiguration.caller(request.getUserPrincipal()), path.toString(), record(request));
            }
        }
    }
}
