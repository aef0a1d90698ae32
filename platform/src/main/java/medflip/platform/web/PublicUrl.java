package medflip.platform.web;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Where people reach the service: {@code medflip.public-url}, or this machine itself. Never what a request says of its
 * host, since anybody may say anything there.
 */
@Component
public class PublicUrl {

    private final Environment environment;

    PublicUrl(Environment environment) {
        this.environment = environment;
    }

    /** The address of a screen; {@code path} begins with a slash. */
    public String of(String path) {
        // Read when it is needed: the port may be known only once the server listens.
        String configured = environment.getProperty("medflip.public-url", "");
        String port = environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
        String scheme = environment.getProperty("medflip.tls", Boolean.class, false) ? "https" : "http";
        return (configured.isBlank() ? scheme + "://localhost:" + port : configured.replaceAll("/+$", "")) + path;
    }
}
