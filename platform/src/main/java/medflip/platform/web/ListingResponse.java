package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.Touched;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Sends a {@link Listing} as a file, while its rows are read. */
final class ListingResponse extends AbstractHttpMessageConverter<Listing<?>> {

    static final String SINCE = "since";

    private final JsonMapper json;

    ListingResponse(JsonMapper json) {
        super(ListingFormat.CSV.type(), ListingFormat.NDJSON.type());
        this.json = json;
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == Listing.class;
    }

    @Override
    protected Listing<?> readInternal(Class<? extends Listing<?>> type, HttpInputMessage input) {
        throw new UnsupportedOperationException("Nobody sends a listing to us.");
    }

    @Override
    protected void writeInternal(Listing<?> listing, HttpOutputMessage output) throws IOException {
        MediaType asked = output.getHeaders().getContentType();
        write(
                listing,
                ListingFormat.NDJSON.type().isCompatibleWith(asked) ? ListingFormat.NDJSON : ListingFormat.CSV,
                json,
                output);
    }

    /**
     * Writes the whole answer. Nothing is sent before the first lines are there, so that a refusal until then is an
     * ordinary problem; a failure after that breaks the connection off, since a file that ends too early must not look
     * whole.
     */
    static void write(Listing<?> listing, ListingFormat format, JsonMapper json, HttpOutputMessage output)
            throws IOException {
        String file = listing.name() + "." + format.ending();
        AtomicBoolean begun = new AtomicBoolean();
        try {
            listing.writeTo(
                    () -> {
                        begun.set(true);
                        return open(output, file, format);
                    },
                    format,
                    json);
        } catch (UncheckedIOException gone) {
            throw new AsyncRequestNotUsableException("The reader of " + file + " has gone.", gone);
        } catch (RuntimeException failure) {
            throw begun.get() ? new BrokenOff(file, failure) : failure;
        }
    }

    private static OutputStream open(HttpOutputMessage output, String file, ListingFormat format) {
        output.getHeaders().setContentType(MediaType.parseMediaType(format.contentType()));
        output.getHeaders()
                .setContentDisposition(
                        ContentDisposition.attachment().filename(file).build());
        try {
            return output.getBody();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An export failed when part of it was sent already. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff(String file, RuntimeException cause) {
            super("The export of " + file + " broke off.", cause);
        }
    }

    /** Lets a broken export through to the servlet container, which then closes the connection without an end. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class BrokenOffAdvice {

        @ExceptionHandler
        void brokenOff(BrokenOff failure) {
            throw failure;
        }
    }

    /**
     * Says behind which position somebody asks next who comes again. It was noted before any row was read, so what
     * changed meanwhile is told again, and nothing is missed.
     */
    @RestControllerAdvice
    static class PositionAdvice implements ResponseBodyAdvice<Listing<?>> {

        private final ReadYourWrites readYourWrites;

        private final ObjectProvider<Touched> touched;

        PositionAdvice(ReadYourWrites readYourWrites, ObjectProvider<Touched> touched) {
            this.readYourWrites = readYourWrites;
            this.touched = touched;
        }

        @Override
        public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
            return returned.getParameterType() == Listing.class;
        }

        @Override
        public @Nullable Listing<?> beforeBodyWrite(
                @Nullable Listing<?> listing,
                MethodParameter returned,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            if (listing != null
                    && request instanceof ServletServerHttpRequest asked
                    && response instanceof ServletServerHttpResponse answer) {
                HttpServletRequest http = asked.getServletRequest();
                HttpServletResponse sent = answer.getServletResponse();
                readYourWrites.await(listing.reads(), http, sent);
                response.getHeaders()
                        .set(
                                WebHeaders.NEXT_POSITION,
                                Long.toString(
                                        listing.reads().isEmpty()
                                                ? readYourWrites.seenBefore(http)
                                                : readYourWrites.position(listing.reads())));
                return since(listing, http, response);
            }
            return listing;
        }

        /** Of a list that was taken away before, what may look different since then. */
        private Listing<?> since(Listing<?> listing, HttpServletRequest request, ServerHttpResponse response) {
            String said = request.getParameter(SINCE);
            if (said == null) {
                return listing;
            }
            long since = ReadYourWrites.parsed(SINCE, said);
            Caller caller = WebConfiguration.caller(request.getUserPrincipal());
            Listing<?> changed = touched.getObject()
                    .since(caller.tenant(), since)
                    .<Listing<?>>map(listing::changed)
                    .orElse(listing);
            if (changed.equals(listing)) {
                response.getHeaders().set(WebHeaders.WHOLE, "true");
            }
            return changed;
        }
    }
}
