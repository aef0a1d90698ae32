package medflip.platform.mail;

import com.resend.core.exception.ResendException;
import com.resend.core.net.AbstractHttpResponse;
import com.resend.core.net.HttpMethod;
import com.resend.core.net.RequestOptions;
import com.resend.core.net.impl.HttpClient;
import com.resend.core.service.BaseService;
import com.resend.services.batch.model.CreateBatchEmailsResponse;
import com.resend.services.emails.model.CreateEmailOptions;
import com.resend.services.emails.model.CreateEmailResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Resend's client, as its makers meant it to be extended: the account's address may be another than theirs, it gives up
 * in time, follows no redirect, repeats nothing by itself, and tells what failed before it reached anybody.
 */
final class ResendEmails extends BaseService {

    private static final MediaType JSON = MediaType.get("application/json");

    /** @param timeout how long a call may take, from its beginning to the end of its answer */
    ResendEmails(ResendAccount account, Duration timeout) {
        super(account.apiKey(), new Calls(account, timeout));
    }

    /**
     * @throws ResendException if Resend answers that it doesn't send it
     * @throws UncheckedIOException if there is no answer
     */
    CreateEmailResponse send(CreateEmailOptions email, RequestOptions options) throws ResendException {
        return post("/emails", email, options, CreateEmailResponse.class);
    }

    /**
     * Several in one call.
     *
     * @throws ResendException if Resend answers that it sends none of them
     * @throws UncheckedIOException if there is no answer
     */
    CreateBatchEmailsResponse sendTogether(List<CreateEmailOptions> emails, RequestOptions options)
            throws ResendException {
        return post("/emails/batch", emails, options, CreateBatchEmailsResponse.class);
    }

    private <T> T post(String path, Object said, RequestOptions options, Class<T> as) throws ResendException {
        AbstractHttpResponse<?> answer =
                httpClient.perform(path, apiKey, HttpMethod.POST, resendMapper.writeValue(said), JSON, options);
        String body = Objects.requireNonNullElse((String) answer.getBody(), "");
        if (!answer.isSuccessful()) {
            throw new ResendException(answer.getCode(), body);
        }
        return resendMapper.readValue(body, as);
    }

    /** The client's own calls, all of which send by this one form. */
    @SuppressWarnings({"rawtypes", "unchecked"}) // Resend's own class leaves out its interface's type argument
    private static final class Calls extends HttpClient {

        private final String baseUrl;
        private final OkHttpClient http;

        Calls(ResendAccount account, Duration timeout) {
            this.baseUrl = account.baseUrl().toString();
            this.http = new OkHttpClient.Builder()
                    .addInterceptor(new AllowedHosts(Set.of(account.baseUrl().getHost())))
                    .followRedirects(false)
                    .retryOnConnectionFailure(false)
                    .connectTimeout(Duration.ofSeconds(5))
                    .callTimeout(timeout)
                    .build();
        }

        @Override
        public AbstractHttpResponse perform(
                String path, String apiKey, HttpMethod method, String payload, MediaType type, RequestOptions options) {
            Request.Builder asking = new Request.Builder();
            options.getAdditionalHeaders().forEach(asking::header);
            Request request = asking.url(baseUrl + path)
                    .header("Accept", "application/json")
                    .header("User-Agent", USER_AGENT)
                    .header("Authorization", "Bearer " + apiKey)
                    .header("Idempotency-Key", options.getIdempotencyKey())
                    .method(method.name(), RequestBody.create(payload, type))
                    .build();
            try (Response response = http.newCall(request).execute()) {
                return new AbstractHttpResponse<>(
                        response.code(), response.body().string(), response.isSuccessful());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
