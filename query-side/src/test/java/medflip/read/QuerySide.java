package medflip.read;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import medflip.accounts.events.Role;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.AsOf;
import medflip.platform.tenancy.TenantJdbc;
import medflip.platform.tenancy.TenantPredicate;
import medflip.platform.view.LiveChanges;
import medflip.platform.view.ViewProgress;
import medflip.platform.web.SignedIn;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query side over HTTP as it is served, but for who is signed in: a request's header says it. */
public final class QuerySide {

    private static final String TENANT = "Test-Tenant";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final AtomicReference<TenantPredicate> PREDICATE =
            new AtomicReference<>(TenantPredicate.byParameter());

    private static final ConfigurableApplicationContext CONTEXT = new SpringApplicationBuilder(Application.class)
            .properties(
                    "spring.config.import=classpath:platform.properties",
                    "server.port=0",
                    "server.address=127.0.0.1",
                    "medflip.live.heartbeat=200ms")
            .run();

    private final HttpClient client = HttpClient.newHttpClient();
    private final TenantId tenant;

    private QuerySide(TenantId tenant) {
        this.tenant = tenant;
    }

    /** The query side as the owner of a business sees it. */
    public static QuerySide of(TenantId tenant) {
        return new QuerySide(tenant);
    }

    /** Runs with the application's own filter replaced. */
    public static void with(TenantPredicate predicate, Runnable run) {
        PREDICATE.set(predicate);
        try {
            run.run();
        } finally {
            PREDICATE.set(TenantPredicate.byParameter());
        }
    }

    public static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return get(path, BodyHandlers.ofString(), headers);
    }

    public <T> HttpResponse<T> get(String path, BodyHandler<T> body, String... headers) {
        try {
            return client.send(request(path, headers), body);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpRequest request(String path, String... headers) {
        String port = CONTEXT.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(TENANT, tenant.toString());
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocConfiguration.class,
        SpringDocWebMvcConfiguration.class,
        MultipleOpenApiSupportConfiguration.class
    })
    @ComponentScan(
            basePackages = "medflip",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        // What reads the log itself, or links in mails, needs the whole service, and is tested there.
                        pattern =
                                "medflip\\.(?!audit\\.read\\.(events|seal|journal|replay)|reports\\.read\\.filed|catalog\\.read\\.whatif\\.OwnList|accounts\\.read\\.archive|privacy\\.read\\.disclosure)\\w+\\.read\\..*(Api|Store|Reports)"),
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "medflip\\.platform\\.report\\.Report(sApi|Store)|medflip\\.platform\\.web\\.(LiveApi|SessionStore|ReadYourWrites|PastQuestions|ApiDescription|WebConfiguration"
                                        + "|ProblemAdvice|Versioned\\$TagAdvice|ListingResponse\\$\\w+Advice)")
            })
    static class Application {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Bean
        AsOf asOf() {
            return new AsOf();
        }

        @Bean
        TenantJdbc tenantJdbc() {
            return ReadDatabase.tenants(qualifier -> PREDICATE.get().sql(qualifier));
        }

        @Bean
        JdbcClient jdbcClient() {
            return ReadDatabase.service();
        }

        @Bean
        LiveChanges liveChanges() {
            return new LiveChanges();
        }

        @Bean
        Positions positions() {
            return new Positions();
        }

        @Bean
        ViewProgress viewProgress(Positions positions) {
            return positions.progress();
        }

        @Bean
        OncePerRequestFilter signedIn() {
            return new SignedInByHeader();
        }
    }

    private static final class SignedInByHeader extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilterAsyncDispatch() {
            return false;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            UUID tenant = UUID.fromString(Objects.requireNonNull(request.getHeader(TENANT)));
            var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                    new SignedIn(tenant, Log.USER, Role.OWNER), null, List.of());
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return signedIn;
                        }
                    },
                    response);
        }
    }
}
