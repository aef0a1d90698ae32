package medflip.launcher;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the browser UI. A path that is no file is one of its screens, and gets the one page that they all live in. */
@Configuration(proxyBeanMethods = false)
class Screens implements WebMvcConfigurer {

    private static final Resource PAGE = new ClassPathResource("static/index.html");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The build puts a hash into these files' names, so that they never change.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new ScreenResolver());
    }

    private static final class ScreenResolver extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file != null || !isScreen(path) ? file : PAGE;
        }

        /** Screens have no dot in their path; what is under these prefixes is never a screen. */
        private static boolean isScreen(String path) {
            return !path.contains(".")
                    && !path.startsWith("api/")
                    && !path.startsWith("actuator/")
                    && !path.startsWith("v3/");
        }
    }
}
