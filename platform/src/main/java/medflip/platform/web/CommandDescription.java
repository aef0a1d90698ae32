package medflip.platform.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;

/**
 * What every command says and answers beside its body, which no controller repeats: a path without a
 * {@code {placeholder}} makes something, needs an Idempotency-Key and answers 201; one with it changes what it names,
 * needs the version that was seen and answers 200. What is otherwise (something is made under something that is named,
 * or changed without a name in the path) says so by {@link ResponseStatus}. Whatever is refused is a problem of RFC
 * 9457.
 */
@Configuration(proxyBeanMethods = false)
public class CommandDescription {

    private static final String CREATED = "201";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String CODES = "Stable, for a program to decide on. Whatever is asked, it may be"
            + " request.too-many (429), request.unavailable (503: nothing was changed) or request.outcome-unknown (503:"
            + " it may be done, or not; the same under the same Idempotency-Key is done once), each with Retry-After.";

    @Bean
    OperationCustomizer commandHeaders() {
        return (operation, handler) -> {
            if (Arrays.asList(handler.getMethod().getParameterTypes()).contains(CommandRequest.class)
                    || answers(handler, CommandAnswer.class)) {
                describe(operation, path(handler).contains("{"), status(handler));
            } else if (answers(handler, Void.class)) {
                operation.getResponses().remove("200");
                operation.getResponses().addApiResponse("204", new ApiResponse().description("Done"));
            }
            return operation;
        };
    }

    /** @param named whether the path names what is changed */
    private static void describe(Operation operation, boolean named, @Nullable HttpStatus status) {
        boolean makes = status == null ? !named : status == HttpStatus.CREATED;
        operation.addParametersItem(header(
                WebHeaders.IDEMPOTENCY_KEY,
                makes || !named,
                "Names this one wish: the same key and body again is answered like the first time, and makes nothing.",
                new StringSchema().format("uuid")));
        if (named && !makes) {
            operation.addParametersItem(header(
                    "If-Match", true, "The version that was seen, from an ETag.", new StringSchema().example("\"3\"")));
        }
        ApiResponse done = operation.getResponses().remove("200");
        if (done == null) {
            done = operation.getResponses().remove(CREATED);
        }
        if (done != null) {
            done.addHeaderObject(
                    WebHeaders.POSITION,
                    new Header()
                            .description("Where in the log this stands; a later GET that names it shows it.")
                            .schema(new IntegerSchema().format("int64")));
            operation.getResponses().addApiResponse(makes ? CREATED : "200", done.description(makes ? "Made" : "Done"));
        }
    }

    private static @Nullable HttpStatus status(HandlerMethod handler) {
        ResponseStatus declared = handler.getMethodAnnotation(ResponseStatus.class);
        return declared == null ? null : declared.code();
    }

    private static HeaderParameter header(String name, boolean required, String says, Schema<?> schema) {
        HeaderParameter header = new HeaderParameter();
        header.name(name).required(required).description(says).schema(schema);
        return header;
    }

    private static boolean answers(HandlerMethod handler, Class<?> body) {
        ResolvableType answer = ResolvableType.forMethodReturnType(handler.getMethod());
        return answer.toClass() == ResponseEntity.class && answer.getGeneric(0).toClass() == body;
    }

    private static String path(HandlerMethod handler) {
        return Stream.of(handler.getBeanType(), handler.getMethod())
                .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class))
                .flatMap(mapping -> mapping == null ? Stream.empty() : Stream.of(mapping.path()))
                .reduce("", String::concat);
    }

    @Bean
    OpenApiCustomizer problemsAndFiles() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, problem());
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> {
                        operation.getResponses().addApiResponse("default", refusal());
                        requireFile(operation.getRequestBody());
                    });
        };
    }

    private static ApiResponse refusal() {
        return new ApiResponse()
                .description("Refused, and why")
                .content(new Content()
                        .addMediaType(
                                PROBLEM_JSON,
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
    }

    private static void requireFile(RequestBody body) {
        if (body != null && body.getContent().containsKey("multipart/form-data")) {
            body.setRequired(true);
        }
    }

    private static Schema<?> problem() {
        Schema<Object> fault = new ObjectSchema();
        fault.addProperty("field", new StringSchema());
        fault.addProperty("code", new StringSchema());
        fault.addProperty("message", new StringSchema());
        fault.required(List.of("field", "code", "message"));
        Schema<Object> problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().format("uri-reference"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema().description("For a person to read."));
        problem.addProperty("code", new StringSchema().description(CODES));
        problem.addProperty(
                "errors", new ArraySchema().items(fault).description("What is wrong with which field, all at once."));
        problem.required(List.of("type", "title", "status", "code"));
        return problem;
    }
}
