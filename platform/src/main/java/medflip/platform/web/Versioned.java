package medflip.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * An answer about one thing, whose version goes into the ETag, for the If-Match of a change. The version is that of the
 * thing's own events; sums in the answer that come from others' events may differ under one version, so a conditional
 * GET is never answered with 304.
 */
public interface Versioned {

    /** From 0. */
    long version();

    /**
     * Where in the log that stands which the answer tells of and which no command of the reader's did, such as the work
     * of a job; 0 if there is none. Goes into {@link WebHeaders#POSITION}, so that the reader's next query shows it.
     */
    default long position() {
        return 0;
    }

    /** Sets the headers. */
    @RestControllerAdvice
    class TagAdvice implements ResponseBodyAdvice<Object> {

        @Override
        public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
            return Versioned.class.isAssignableFrom(returnType.getParameterType());
        }

        @Override
        public @Nullable Object beforeBodyWrite(
                @Nullable Object body,
                MethodParameter returnType,
                MediaType type,
                Class<? extends HttpMessageConverter<?>> converter,
                ServerHttpRequest request,
                ServerHttpResponse response) {
            if (body instanceof Versioned versioned) {
                response.getHeaders().set(HttpHeaders.ETAG, "\"" + versioned.version() + "\"");
                if (versioned.position() > 0) {
                    response.getHeaders().set(WebHeaders.POSITION, Long.toString(versioned.position()));
                }
            }
            return body;
        }
    }
}
