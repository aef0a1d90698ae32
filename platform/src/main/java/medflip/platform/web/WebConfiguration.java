package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.core.Authentication;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives controllers what they ask for: the {@link Caller} that the session or key stands for, and the
 * {@link CommandRequest}.
 */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

    @Bean
    RequestBodyHash requestBodyHash() {
        return new RequestBodyHash();
    }

    /** What a body says twice is refused: nobody can check the one and use the other. */
    @Bean
    JsonMapperBuilderCustomizer nothingTwice() {
        return mapper -> mapper.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    WebMvcConfigurer listingFormats(ObjectProvider<JsonMapper> json) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
                builder.addCustomConverter(new ListingResponse(
                        json.getIfAvailable(() -> JsonMapper.builder().build())));
            }

            @Override
            public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
                configurer.strategies(List.of(new FormatOfQuestion(), new HeaderContentNegotiationStrategy()));
            }
        };
    }

    @Bean
    WebMvcConfigurer callerArguments(ObjectProvider<Commands> commands, ObjectProvider<BlindIndex> index) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new Argument<>(Caller.class, WebConfiguration::callerInSession));
                resolvers.add(new Argument<>(SignedIn.class, request -> person(request.getUserPrincipal())));
                resolvers.add(new Argument<>(CommandRequest.class, new CommandRequests(commands, index)::of));
            }
        };
    }

    /** Whoever makes the request, in their session. */
    private static Caller callerInSession(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return caller(request.getUserPrincipal())
                .in(
                        session != null && session.getAttribute(Sessions.REFERENCE) instanceof String reference
                                ? UUID.fromString(reference)
                                : null);
    }

    /** @throws IllegalStateException where nobody is signed in: the security filter should have refused before */
    public static Caller caller(@Nullable Principal principal) {
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Identity identity) {
            return identity.caller();
        }
        throw new IllegalStateException("Nobody is signed in.");
    }

    /** For endpoints that concern who is signed in: a key never gets there. */
    private static SignedIn person(@Nullable Principal principal) {
        if (principal instanceof Authentication known && known.getPrincipal() instanceof SignedIn person) {
            return person;
        }
        throw new IllegalStateException("Nobody is signed in.");
    }

    /** What a controller is given where it asks for a value of a type. */
    private record Argument<T>(Class<T> type, Function<HttpServletRequest, T> of)
            implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == type;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return of.apply(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    private record CommandRequests(ObjectProvider<Commands> commands, ObjectProvider<BlindIndex> index) {

        CommandRequest of(HttpServletRequest request) {
            Caller caller = callerInSession(request);
            String key = CommandRequest.key(request);
            return new CommandRequest(
                    caller, commands.getObject(), key, key == null ? null : hash(caller, request), version(request));
        }

        /** Keyed with the tenant's key: a plain hash of a body with a name and a phone could be guessed. */
        private String hash(Caller caller, HttpServletRequest request) {
            byte[] body = Objects.requireNonNullElse((byte[]) request.getAttribute(RequestBodyHash.BODY), new byte[0]);
            String text = request.getMethod() + " " + request.getRequestURI() + " "
                    + Objects.requireNonNullElse(request.getHeader(HttpHeaders.IF_MATCH), "") + "\n"
                    + new String(body, StandardCharsets.UTF_8);
            return index.getObject().hex(caller.tenant(), "request", text);
        }

        private static @Nullable Long version(HttpServletRequest request) {
            String match = request.getHeader(HttpHeaders.IF_MATCH);
            if (match == null) {
                return null;
            }
            try {
                return Long.valueOf(match.strip().replace("W/", "").replace("\"", ""));
            } catch (NumberFormatException e) {
                throw new CommandRejected(RequestRejection.VERSION_CONFLICT);
            }
        }
    }
}
