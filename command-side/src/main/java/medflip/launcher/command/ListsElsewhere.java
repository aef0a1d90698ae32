package medflip.launcher.command;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a query side for a list as the person would who wants it delivered: with what they brought to be known by. */
class ListsElsewhere implements ListCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int SERVER_FAULT = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI querySide;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param querySide where this process reaches a query side, such as {@code http://query-side:8083} */
    ListsElsewhere(@Value("${medflip.query-side}") URI querySide) {
        this.querySide = querySide;
    }

    @Override
    public void check(Caller caller, String list) {
        if (!list.startsWith("/api/") || list.contains("..")) {
            throw new IllegalArgumentException("This is no list that can be taken away.");
        }
        HttpResponse<InputStream> answer = ask(list);
        try (InputStream body = answer.body()) {
            if (answer.statusCode() >= SERVER_FAULT) {
                throw new IllegalStateException("The query side answers " + answer.statusCode());
            }
            if (answer.statusCode() != OK || !isListing(answer)) {
                throw new IllegalArgumentException(reason(body));
            }
        } catch (IOException e) {
            throw new IllegalStateException("The query side broke off", e);
        }
    }

    private HttpResponse<InputStream> ask(String list) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address(list)).timeout(PATIENCE).GET();
        HttpServletRequest asked = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Stream.of(HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION).forEach(name -> {
            String brought = asked.getHeader(name);
            if (brought != null) {
                request.header(name, brought);
            }
        });
        request.header("X-Forwarded-For", asked.getRemoteAddr()).header("X-Forwarded-Proto", asked.getScheme());
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalStateException("No query side can be asked now", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a list was asked", e);
        }
    }

    private URI address(String list) {
        try {
            return querySide.resolve(list);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("This list can't be asked so.", e);
        }
    }

    /** A list that can be taken away comes as a file; what else there is at such an address isn't one. */
    private static boolean isListing(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue(HttpHeaders.CONTENT_DISPOSITION)
                .filter(said -> said.startsWith("attachment"))
                .isPresent();
    }

    private static String reason(InputStream body) throws IOException {
        try {
            JsonNode problem = JSON.readTree(new String(body.readNBytes(10_000), StandardCharsets.UTF_8));
            return problem.path("detail").asString("This is no list that can be taken away.");
        } catch (JacksonException e) {
            return "This is no list that can be taken away.";
        }
    }
}
