package medflip.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.accept.ParameterContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * {@code ?format=ndjson}, for who can't ask by {@code Accept}. Questions only: to look for a parameter in an upload
 * would read the upload, which may be the very one that was refused.
 */
final class FormatOfQuestion extends ParameterContentNegotiationStrategy {

    FormatOfQuestion() {
        super(Arrays.stream(ListingFormat.values())
                .collect(Collectors.toMap(ListingFormat::ending, ListingFormat::type)));
        setUseRegisteredExtensionsOnly(true);
    }

    @Override
    protected @Nullable String getMediaTypeKey(NativeWebRequest request) {
        HttpServletRequest question = request.getNativeRequest(HttpServletRequest.class);
        return question != null && "GET".equals(question.getMethod()) ? super.getMediaTypeKey(request) : null;
    }
}
