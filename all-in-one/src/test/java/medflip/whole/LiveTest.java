package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Open screens hear of changes of their own business, and of nobody else's. */
class LiveTest {

    private static final String END = "end of the stream";

    private final RunningService service = RunningService.shared();

    @Test
    void an_open_screen_hears_of_its_own_changes_and_of_nobody_elses() throws Exception {
        Browser owner = service.browser().signUp("Live");
        Browser stranger = service.browser().signUp("Other Live");
        BlockingQueue<String> heard = listen(owner);
        stranger.post("/api/customers", Books.person()).expect(201);
        owner.post("/api/customers", Books.person()).expect(201);
        long strangers = stranger.position();
        String line = heard.poll(20, TimeUnit.SECONDS);
        while (line != null && !line.contains("customers.people")) {
            line = heard.poll(20, TimeUnit.SECONDS);
        }
        assertThat(line).as("the owner's own change").isNotNull();
        assertThat(heard).noneMatch(each -> each.contains("\"position\":" + strangers + "}"));
        assertThat(line).doesNotContain("\"position\":" + strangers + "}").doesNotContain(Books.NAME);
    }

    @Test
    void who_is_not_signed_in_hears_nothing() {
        assertThat(service.browser().get("/api/live").status()).isEqualTo(401);
    }

    @Test
    void a_stream_ends_when_its_session_is_signed_out_of_and_that_of_another_session_goes_on() throws Exception {
        Browser owner = service.browser().signUp("Leaving");
        Browser laptop = service.browser();
        laptop.signIn(owner.email(), Browser.PASSWORD).expect(204);
        BlockingQueue<String> phone = listen(owner);
        BlockingQueue<String> desk = listen(laptop);
        owner.post("/api/sign-out", Map.of()).expect(204);
        String last = phone.poll(5, TimeUnit.SECONDS);
        while (last != null && !last.equals(END)) {
            last = phone.poll(5, TimeUnit.SECONDS);
        }
        assertThat(last).as("the stream's end").isEqualTo(END);
        laptop.post("/api/customers", Books.person()).expect(201);
        String heard = desk.poll(20, TimeUnit.SECONDS);
        while (heard != null && !heard.contains("customers.people")) {
            heard = desk.poll(20, TimeUnit.SECONDS);
        }
        assertThat(heard).isNotNull();
        assertThat(desk).doesNotContain(END);
    }

    /** Opens the stream, waits until it has begun, and collects what it says. */
    private static BlockingQueue<String> listen(Browser browser) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().cookieHandler(browser.cookies()).build();
        HttpResponse<java.io.InputStream> stream = http.send(
                HttpRequest.newBuilder(browser.root().resolve("/api/live")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> line.startsWith("data:"))
                    .forEach(lines::add);
            lines.add(END);
        });
        return lines;
    }
}
