package medflip.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.RemoteIpValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * That people reach the service by TLS, whether it ends here (profile {@code tls}) or at a proxy before us. What a
 * proxy says of whom it forwards is believed of the configured ones alone: anybody may send such headers.
 */
@Configuration(proxyBeanMethods = false)
@Import(ProblemWriter.class)
public class TlsConfiguration {

    /** @param forwarders addresses, or ranges of them as {@code 10.1.0.0/16} */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> believedForwarders(
            @Value("${medflip.forwarders:}") List<String> forwarders) {
        return server -> {
            if (!forwarders.isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setInternalProxies(
                        forwarders.stream().map(TlsConfiguration::range).collect(Collectors.joining(",")));
                valve.setRemoteIpHeader("X-Forwarded-For");
                valve.setProtocolHeader("X-Forwarded-Proto");
                server.addEngineValves(valve);
            }
        };
    }

    /** Tomcat takes what isn't a range for a regular expression. */
    private static String range(String forwarder) {
        String address = forwarder.strip();
        return address.contains("/") ? address : address + (address.contains(":") ? "/128" : "/32");
    }

    /** A second port, without TLS, for whoever types an address without https. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> redirectingPort(
            @Value("${medflip.redirect-port:#{null}}") @Nullable Integer port) {
        return server -> {
            if (port != null) {
                Connector connector = new Connector();
                connector.setPort(port);
                connector.setProperty(
                        "address",
                        server.getAddress() == null
                                ? "0.0.0.0"
                                : server.getAddress().getHostAddress());
                server.addAdditionalConnectors(connector);
            }
        };
    }

    @Bean
    @ConditionalOnProperty("medflip.tls")
    FilterRegistrationBean<OnlyByTls> onlyByTls(PublicUrl publicUrl, ProblemWriter problems) {
        FilterRegistrationBean<OnlyByTls> filter = new FilterRegistrationBean<>(new OnlyByTls(publicUrl, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /**
     * Sends people on to https. Programs are refused: a key that was sent in clear would else go unnoticed. Where this
     * machine asks whether the service is well, it is answered.
     */
    static final class OnlyByTls extends OncePerRequestFilter {

        private final PublicUrl publicUrl;
        private final ProblemWriter problems;

        OnlyByTls(PublicUrl publicUrl, ProblemWriter problems) {
            this.publicUrl = publicUrl;
            this.problems = problems;
        }

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.isSecure() || request.getRequestURI().startsWith("/actuator/health");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (HttpMethod.GET.matches(request.getMethod())
                    && !request.getRequestURI().startsWith("/api/")) {
                String query = request.getQueryString();
                response.setStatus(HttpStatus.PERMANENT_REDIRECT.value());
                response.setHeader(
                        HttpHeaders.LOCATION,
                        publicUrl.of(request.getRequestURI()) + (query == null ? "" : "?" + query));
            } else {
                problems.write(
                        response,
                        ProblemAdvice.problem(
                                HttpStatus.FORBIDDEN, "request.forbidden", "The service is reached by https alone."));
            }
        }
    }
}
