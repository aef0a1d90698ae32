package medflip.launcher.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.ListCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Asks a query side about a list as the person would who wants it delivered: with what they brought to be known by. */
class ListsElsewhere implements ListCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI querySide;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param querySide where this process reaches a query side, such as {@code http://query-side:8083} */
    ListsElsewhere(@Value("${medflip.query-side}") URI querySide) {
        this.querySide = querySide;
    }

    @Override
    public void check(Caller caller, String list) {
        HttpResponse<String> answer = ask(list);
        if (answer.statusCode() == HttpStatus.BAD_REQUEST.value()) {
            throw new IllegalArgumentException(
                    JSON.readTree(answer.body()).at("/errors/0/message").asString());
        }
        if (answer.statusCode() != HttpStatus.NO_CONTENT.value()) {
            throw new IllegalStateException("The query side answers " + answer.statusCode());
        }
    }

    private HttpResponse<String> ask(String list) {
        HttpServletRequest asked =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        querySide.resolve("/api/deliverable?list=" + URLEncoder.encode(list, StandardCharsets.UTF_8)))
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
            throw new IllegalStateException("No query side can be asked now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a list was asked", e);
        }
    }
}
