package medflip.launcher.gateway;

import java.time.Clock;
import java.util.Map;
import medflip.platform.database.GatewayDatabase;
import medflip.platform.inbox.GatewayInbox;
import medflip.platform.mail.ResendConfiguration;
import medflip.platform.privacy.PrivacyConfiguration;
import medflip.platform.stripe.StripeConfiguration;
import medflip.platform.trace.TraceConfiguration;
import medflip.platform.twilio.TwilioVault;
import medflip.platform.web.Drain;
import medflip.platform.web.ProblemAdvice;
import medflip.platform.web.PublicUrl;
import medflip.platform.web.TlsConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The door for other services alone: it goes on to take what they deliver while the rest of the service is down. It has
 * a port and a role at the database of its own, and of Spring what is named here; so nothing else of the service
 * answers at it, whatever is on its class path.
 */
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    SslAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    ObservationAutoConfiguration.class,
    WebMvcObservationAutoConfiguration.class,
    OpenTelemetrySdkAutoConfiguration.class,
    OpenTelemetryTracingAutoConfiguration.class,
    OtlpTracingAutoConfiguration.class,
    MicrometerTracingAutoConfiguration.class
})
@Import({
    GatewayDatabase.class,
    GatewayInbox.class,
    GatewayHealth.class,
    PrivacyConfiguration.class,
    TwilioVault.class,
    PublicUrl.class,
    Drain.class,
    StripeConfiguration.class,
    ResendConfiguration.class,
    ProblemAdvice.class,
    TraceConfiguration.class,
    TlsConfiguration.class
})
@ComponentScan({"medflip.messaging.inbound", "medflip.billing.inbound", "medflip.accounts.inbound"})
public class WebhooksGateway {

    public static void main(String[] arguments) {
        SpringApplication gateway = new SpringApplication(WebhooksGateway.class);
        gateway.setDefaultProperties(Map.of("spring.config.name", "webhooks-gateway"));
        gateway.run(arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
