package medflip.platform.web;

import static org.springframework.http.MediaType.APPLICATION_PDF_VALUE;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What the API says of itself at {@code /v3/api-docs}, which the browser's client is generated from: operations are
 * called like their methods and grouped by domain; a record's component is required unless it is {@link Nullable}. What
 * a request must bring is nullable for Java all the same, so that all that is missing is told at once: there,
 * {@link io.swagger.v3.oas.annotations.media.Schema#requiredMode} says it.
 */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    static {
        // An enum has one name, whatever uses it.
        ModelResolver.enumsAsRef = true;
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, CommandRequest.class, SignedIn.class)
                .addResponseTypeToIgnore(Listing.class)
                .replaceWithSchema(YearMonth.class, month());
    }

    @Bean
    OpenAPI medflipApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("MedFlip Profit")
                        .version("1")
                        .description("Customers, deals, stock, sales and reports of one business."))
                .components(new Components().addParameters(PastQuestions.PARAMETER, asOf()));
    }

    /** Said once; every question that has a past takes it. */
    private static Parameter asOf() {
        return new QueryParameter()
                .name(PastQuestions.PARAMETER)
                .description(
                        "As of when: an instant such as 2026-11-03T17:00:00Z, or a position of the log. The answer is"
                                + " what it would have been then, but that who was erased since stays erased. The header "
                                + WebHeaders.AS_OF
                                + " says the same. While the moment is looked up for the first time the"
                                + " answer may be 503 request.past-in-the-making with Retry-After: ask again.")
                .schema(new StringSchema());
    }

    @Bean
    OperationCustomizer namesAndDomains(PastQuestions past) {
        return (operation, handler) -> {
            String[] packages = handler.getBeanType().getPackageName().split("\\.");
            operation.setOperationId(handler.getMethod().getName());
            operation.setTags(List.of(packages[1]));
            describeText(operation, handler.getMethod());
            if (handler.hasMethodAnnotation(ExportMapping.class)) {
                describeListing(operation);
            }
            if (past.hasPast(handler)) {
                operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + PastQuestions.PARAMETER));
            }
            return operation;
        };
    }

    /** Files and streams are bytes to their methods, if they return anything: the mapping alone says what they are. */
    private static void describeText(Operation operation, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        for (String type : mapping == null ? new String[0] : mapping.produces()) {
            if (type.startsWith("text/") || type.equals(APPLICATION_PDF_VALUE)) {
                Schema<?> schema = new StringSchema().format(type.startsWith("text/") ? null : "binary");
                operation.setResponses(new ApiResponses()
                        .addApiResponse(
                                "200",
                                new ApiResponse()
                                        .description("OK")
                                        .content(new Content().addMediaType(type, new MediaType().schema(schema)))));
            }
        }
    }

    private static void describeListing(Operation operation) {
        Schema<String> format = new StringSchema();
        format.setEnum(
                Stream.of(ListingFormat.values()).map(ListingFormat::ending).toList());
        operation.addParametersItem(new QueryParameter()
                .name("format")
                .description("In place of Accept: csv for people, ndjson (an object a line) for machines")
                .schema(format));
        operation.addParametersItem(new QueryParameter()
                .name(ListingResponse.SINCE)
                .description("The Medflip-Next-Position of an earlier answer: only rows that may look different since"
                        + " then. A report, or a list whose rows are no things of their own, comes whole if anything"
                        + " has happened, as all do, with Medflip-Whole, where too much has changed. In ndjson, what isn't in the list any more is told as {id, gone: true}; csv"
                        + " tells what is there. What changes by the calendar alone is no change.")
                .schema(new IntegerSchema().format("int64")));
        Content file = new Content();
        for (ListingFormat each : ListingFormat.values()) {
            file.addMediaType(each.type().toString(), new MediaType().schema(new StringSchema()));
        }
        ApiResponse answer = new ApiResponse().description("OK").content(file);
        answer.addHeaderObject(
                WebHeaders.NEXT_POSITION,
                new Header()
                        .description("Position of the log up to which the rows show everything")
                        .schema(new IntegerSchema().format("int64")));
        operation.setResponses(new ApiResponses().addApiResponse("200", answer));
    }

    /**
     * What is absent is left out, never null. Else a filter that may be absent makes its enum nullable for everyone.
     */
    @Bean
    OpenApiCustomizer withoutNulls() {
        return api -> {
            api.getComponents().getSchemas().values().forEach(ApiDescription::neverNull);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .flatMap(operation ->
                            Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
                    .map(Parameter::getSchema)
                    .filter(Objects::nonNull)
                    .forEach(ApiDescription::neverNull);
        };
    }

    private static void neverNull(Schema<?> schema) {
        if (schema.getTypes() != null) {
            schema.getTypes().remove("null");
        }
    }

    @Bean
    ModelConverter requiredComponents() {
        return new RequiredComponents();
    }

    private static Schema<String> month() {
        StringSchema schema = new StringSchema();
        schema.pattern("^\\d{4}-\\d{2}$").example("2026-11");
        return schema;
    }

    private static final class RequiredComponents implements ModelConverter {

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            Schema<?> model = schema == null ? null : defined(schema, context);
            if (raw.isRecord() && model != null && model.getProperties() != null) {
                model.setRequired(
                        required(raw).filter(model.getProperties()::containsKey).toList());
            }
            return schema;
        }

        private static boolean isRequired(RecordComponent component) {
            var schema = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
            return schema != null && schema.requiredMode() == RequiredMode.REQUIRED
                    || !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        }

        private static @Nullable Schema<?> defined(Schema<?> schema, ModelConverterContext context) {
            String reference = schema.get$ref();
            return reference == null
                    ? schema
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
        }

        private static Stream<String> required(Class<?> record) {
            return Arrays.stream(record.getRecordComponents())
                    .filter(RequiredComponents::isRequired)
                    .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                            ? required(component.getType())
                            : Stream.of(component.getName()));
        }
    }
}
