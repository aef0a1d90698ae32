package medflip.launcher.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import medflip.platform.command.StorageAway;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.web.ListAnswer;
import medflip.platform.web.ListQuestion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Asks a query side about lists as the person would who is asking: with what they brought to be known by. */
class ListsOverHttp {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(10);
    /** Longer than a query side waits for a moment that has to be made. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI querySide;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_WITHIN).build();

    /** @param querySide where this process reaches a query side, such as {@code http://query-side:8083} */
    ListsOverHttp(URI querySide) {
        this.querySide = querySide;
    }

    /** @throws StorageAway if no query side can be asked, or answer, now */
    ListAnswer ask(ListQuestion question) {
        HttpResponse<String> answer = get(address(question));
        if (answer.statusCode() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            throw new StorageAway(null);
        }
        if (answer.statusCode() != HttpStatus.OK.value()) {
            throw new IllegalStateException("The query side answers " + answer.statusCode());
        }
        return JSON.readValue(answer.body(), ListAnswer.class);
    }

    private URI address(ListQuestion question) {
        PastMoment moment = question.moment();
        UriComponentsBuilder address =
                UriComponentsBuilder.fromUri(querySide).path("/api/deliverable").queryParam("list", "{list}");
        return moment == null
                ? address.encode().build(question.list())
                : address.queryParam("position", moment.position())
                        .queryParam("at", moment.at())
                        .encode()
                        .build(question.list());
    }

    private HttpResponse<String> get(URI question) {
        HttpServletRequest asked =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HttpRequest.Builder request = HttpRequest.newBuilder(question)
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
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StorageAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a list was asked", e);
        }
    }
}
