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
import java.time.Duration;
import java.util.stream.Stream;
import medflip.platform.command.StorageAway;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.web.ListAnswer;
import medflip.platform.web.ListQuestion;
import medflip.platform.web.PastFiles.Written;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;
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

    ListsOverHttp(URI querySide) {
        this.querySide = querySide;
    }

    ListAnswer ask(ListQuestion question) {
        PastMoment moment = question.moment();
        return moment == null ? checked(question.list()) : written(question.list(), moment);
    }

    private ListAnswer checked(String list) {
        HttpResponse<InputStream> answer =
                get("/api/deliverable?list=" + URLEncoder.encode(list, StandardCharsets.UTF_8));
        try (InputStream body = answer.body()) {
            return switch (HttpStatus.resolve(answer.statusCode())) {
                case NO_CONTENT -> ListAnswer.CAN_BE_ASKED;
                case BAD_REQUEST ->
                    ListAnswer.refused(
                            JSON.readTree(body).at("/errors/0/message").asString());
                case null, default -> throw unexpected(answer);
            };
        } catch (IOException e) {
            throw new IllegalStateException("The query side's answer broke off", e);
        }
    }

    private ListAnswer written(String list, PastMoment moment) {
        HttpResponse<InputStream> answer = get(list + (list.contains("?") ? "&" : "?") + "asOf=" + moment.at());
        try (InputStream body = answer.body()) {
            return switch (HttpStatus.resolve(answer.statusCode())) {
                case OK -> ListAnswer.of(Written.of(body));
                case UNPROCESSABLE_CONTENT -> ListAnswer.noPast();
                case SERVICE_UNAVAILABLE -> {
                    JsonNode percent = JSON.readTree(body).path("percent");
                    if (percent.isMissingNode()) {
                        throw new StorageAway(null);
                    }
                    yield ListAnswer.inTheMaking(percent.asInt());
                }
                case null, default -> throw unexpected(answer);
            };
        } catch (IOException e) {
            throw new IllegalStateException("The query side's answer broke off", e);
        }
    }

    private static IllegalStateException unexpected(HttpResponse<?> answer) {
        return new IllegalStateException("The query side answers " + answer.statusCode());
    }

    private HttpResponse<InputStream> get(String question) {
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
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new StorageAway(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a list was asked", e);
        }
    }
}
