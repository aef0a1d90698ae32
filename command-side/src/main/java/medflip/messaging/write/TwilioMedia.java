package medflip.messaging.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.platform.twilio.TwilioAccount;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fetches the pictures that came along with a text, by the business's own credentials. Twilio leads to where they lie
 * by a redirect, which is followed to hosts of its own alone, without the credentials.
 *
 * @see <a href="https://www.twilio.com/docs/messaging/api/media-resource">Media resource</a>
 */
@Component
class TwilioMedia {

    /** One more than what can be kept: who reads so many bytes knows that it is too large. */
    private static final long MOST = 10L * 1024 * 1024 + 1;

    private static final Pattern PATH =
            Pattern.compile("/2010-04-01/Accounts/(AC[0-9a-f]{32})/Messages/[A-Z]{2}[0-9a-f]{32}/Media/ME[0-9a-f]{32}");
    private static final Pattern WHERE_MEDIA_LIE = Pattern.compile("(?:[a-z0-9.-]+\\.)?(?:twilio|twiliocdn)\\.com");
    private static final int NOT_FOUND = 404;

    private final TwilioClients clients;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .connectTimeout(Duration.ofSeconds(5))
            .callTimeout(Duration.ofSeconds(20))
            .build();

    TwilioMedia(TwilioClients clients) {
        this.clients = clients;
    }

    /**
     * @param address as the delivery tells it; of another account, or elsewhere, it leads to nothing
     * @return nothing if there is no such picture any more
     * @throws UncheckedIOException if there is no answer
     */
    Optional<byte[]> fetch(TwilioAccount account, String address) {
        Matcher path =
                PATH.matcher(Objects.requireNonNullElse(URI.create(address).getPath(), ""));
        if (!path.matches() || !account.sid().equals(path.group(1))) {
            return Optional.empty();
        }
        HttpUrl url = Objects.requireNonNull(
                HttpUrl.get(clients.baseUrl(account).toString()).resolve(path.group()));
        try (Response answer = http.newCall(new Request.Builder()
                        .url(url)
                        .header("Authorization", Credentials.basic(account.sid(), account.token()))
                        .build())
                .execute()) {
            if (!answer.isRedirect()) {
                return content(answer);
            }
            HttpUrl elsewhere = elsewhere(answer.header("Location"));
            if (elsewhere == null) {
                return Optional.empty();
            }
            try (Response content =
                    http.newCall(new Request.Builder().url(elsewhere).build()).execute()) {
                return content(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable HttpUrl elsewhere(@Nullable String location) {
        HttpUrl url = location == null ? null : HttpUrl.parse(location);
        return url != null
                        && url.isHttps()
                        && WHERE_MEDIA_LIE.matcher(url.host()).matches()
                ? url
                : null;
    }

    private static Optional<byte[]> content(Response answer) throws IOException {
        if (answer.code() == NOT_FOUND) {
            return Optional.empty();
        }
        if (!answer.isSuccessful()) {
            throw new IOException("Twilio answered " + answer.code());
        }
        return Optional.of(answer.peekBody(MOST).bytes());
    }
}
