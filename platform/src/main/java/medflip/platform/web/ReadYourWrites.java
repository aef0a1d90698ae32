package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import medflip.platform.view.ViewProgress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a query that names a position wait until the views it {@link Reads} have passed it, two seconds at most; after
 * that it is answered with what is there, and says so.
 */
@Configuration(proxyBeanMethods = false)
public class ReadYourWrites implements WebMvcConfigurer {

    private static final String SEEN = ReadYourWrites.class.getName() + ".seen";

    private final ObjectProvider<ViewProgress> progress;
    private final PastQuestions past;

    ReadYourWrites(ObjectProvider<ViewProgress> progress, PastQuestions past) {
        this.progress = progress;
        this.past = past;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Wait()).addPathPatterns("/api/**");
    }

    /**
     * Waits for the views where the request names a position; says on the answer if they aren't there yet. Of a past
     * moment it has them made.
     */
    public void await(List<String> views, HttpServletRequest request, HttpServletResponse response) {
        if (past.isAsked()) {
            past.make(views);
            return;
        }
        String position = request.getHeader(WebHeaders.POSITION);
        if (position != null && !progress.getObject().await(views, parsed(WebHeaders.POSITION, position))) {
            response.setHeader(WebHeaders.STALE, "true");
        }
    }

    /** How far the views are: everything up to there is in each of them; 0 where none of them has begun. */
    long position(List<String> views) {
        if (past.isAsked()) {
            return past.position();
        }
        return views.stream()
                .mapToLong(view -> Math.max(0, progress.getObject().position(view)))
                .min()
                .orElse(0);
    }

    /** How far the views that the request's endpoint {@link Reads} were before it began. */
    long seenBefore(HttpServletRequest request) {
        if (past.isAsked()) {
            return past.position();
        }
        return request.getAttribute(SEEN) instanceof Long seen ? seen : 0;
    }

    static long parsed(String name, String position) {
        try {
            return Long.parseLong(position);
        } catch (NumberFormatException e) {
            throw new Faults.InvalidRequest(
                    List.of(new Faults.Fault(name, "invalid", "A position is a whole number.")));
        }
    }

    private final class Wait implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            Reads reads = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Reads.class) : null;
            if (reads != null) {
                await(List.of(reads.value()), request, response);
                if (handler instanceof HandlerMethod method && method.hasMethodAnnotation(ExportMapping.class)) {
                    request.setAttribute(SEEN, position(List.of(reads.value())));
                }
            }
            return true;
        }
    }
}
