package medflip.messaging.write;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;

/**
 * How Twilio's SDK reaches Twilio: at its own hosts, or at an address in the place of them all, in time, without
 * redirects, and once. The SDK's own client would try three times where it got a 500, and three texts would leave.
 */
final class TwilioCalls extends HttpClient {

    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final String API = "api.twilio.com";
    private static final String TWILIO = ".twilio.com";

    private final HttpUrl baseUrl;
    private final OkHttpClient changes;

    /** Looking something up twice does no harm, and an idle connection may have been closed at the other end. */
    private final OkHttpClient lookups;

    /**
     * @param baseUrl that of Twilio's first API means each API's own host; any other stands in for all of them
     * @param timeout how long a call may take, from its beginning to the end of its answer
     */
    TwilioCalls(URI baseUrl, Duration timeout) {
        this.baseUrl = HttpUrl.get(baseUrl.toString());
        this.changes = HTTP.newBuilder().callTimeout(timeout).build();
        this.lookups = changes.newBuilder().retryOnConnectionFailure(true).build();
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    /** @throws UncheckedIOException if there is no answer */
    @Override
    public Response makeRequest(Request request) {
        URL wanted = request.constructURL();
        HttpUrl own = HttpUrl.get(wanted.toString());
        boolean twilios = baseUrl.host().equals(API) && own.host().endsWith(TWILIO) && own.isHttps();
        HttpUrl url = twilios
                ? own
                : own.newBuilder()
                        .scheme(baseUrl.scheme())
                        .host(baseUrl.host())
                        .port(baseUrl.port())
                        .build();
        okhttp3.Request.Builder call = new okhttp3.Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("Authorization", request.getAuthString());
        call.method(request.getMethod().toString(), body(request));
        OkHttpClient client = request.getMethod() == HttpMethod.GET ? lookups : changes;
        try (okhttp3.Response answer = client.newCall(call.build()).execute()) {
            return new Response(answer.body().string(), answer.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable RequestBody body(Request request) {
        if (request.getMethod() != HttpMethod.POST) {
            return null;
        }
        if (request.getContentType() != null && request.getContentType() != EnumConstants.ContentType.FORM_URLENCODED) {
            throw new IllegalArgumentException("Only forms are sent to Twilio");
        }
        FormBody.Builder form = new FormBody.Builder();
        request.getPostParams().forEach((name, values) -> values.forEach(value -> form.add(name, value)));
        return form.build();
    }
}
