package medflip.launcher.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.view.PastViews;
import medflip.platform.web.ListCheck;
import medflip.platform.web.PastFiles;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Asks a query side about lists as the person would who is asking: with what they brought to be known by. */
class ListsElsewhere implements ListCheck, PastFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** How often a query side is asked that has to make the moment first; it waits for a while itself. */
    private static final int ATTEMPTS = 3;

    private final URI querySide;
    private final PastViews past;
    private final Clock clock;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param querySide where this process reaches a query side, such as {@code http://query-side:8083} */
    ListsElsewhere(@Value("${medflip.query-side}") URI querySide, PastViews past, Clock clock) {
        this.querySide = querySide;
        this.past = past;
        this.clock = clock;
    }

    @Override
    public void check(Caller caller, String list) {
        HttpResponse<String> answer = ask(
                "/api/deliverable?list=" + URLEncoder.encode(list, StandardCharsets.UTF_8), BodyHandlers.ofString());
        if (answer.statusCode() == HttpStatus.BAD_REQUEST.value()) {
            throw new IllegalArgumentException(
                    JSON.readTree(answer.body()).at("/errors/0/message").asString());
        }
        if (answer.statusCode() != HttpStatus.NO_CONTENT.value()) {
            throw new IllegalStateException("The query side answers " + answer.statusCode());
        }
    }

    @Override
    public PastMoment now(TenantId tenant) {
        return past.now(tenant, clock.instant())
                .orElseThrow(() -> new CommandRejected(RequestRejection.BEFORE_BEGINNING));
    }

    @Override
    public Written written(Caller caller, String list, PastMoment moment) {
        String then = list + (list.contains("?") ? "&" : "?") + "asOf=" + moment.at();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HttpResponse<InputStream> answer = ask(then, BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() == HttpStatus.OK.value()) {
                    return Written.of(body);
                }
                if (answer.statusCode() == HttpStatus.UNPROCESSABLE_CONTENT.value()) {
                    throw new CommandRejected(RequestRejection.NO_PAST);
                }
                if (answer.headers().firstValue(HttpHeaders.RETRY_AFTER).isEmpty()) {
                    break;
                }
            } catch (IOException e) {
                throw new IllegalStateException("The query side's answer broke off", e);
            }
        }
        throw new IllegalStateException("No query side can tell how the report stands now");
    }

    private <T> HttpResponse<T> ask(String question, HttpResponse.BodyHandler<T> reading) {
        HttpServletRequest asked =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HttpRequest.Builder request = HttpRequest.newBuilder(querySide.resolve(question))
                .timeout(PATIENCE)
                .header("X-Forwarded-For", asked.getRemoteAddr())
                .header("X-Forwarded-Proto", asked.getScheme());
        Stream.of(HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION).forEach(name -> {
            String brought = asked.getHeader(name);
            if (brought != null) {
                request.header(name, brought);
            }
        });
        try {
            return http.send(request.build(), reading);
        } catch (IOException e) {
            throw new IllegalStateException("No query side can be asked now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a list was asked", e);
        }
    }
}
