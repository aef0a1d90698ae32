package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.view.LiveChanges;
import medflip.platform.view.LiveProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A browser that follows its business's changes. */
@Timeout(30)
class LiveTest {

    private final TenantId tenant = new TenantId(Ids.next());
    private final LiveChanges changes = QuerySide.bean(LiveChanges.class);

    @Test
    void a_follower_hears_of_its_own_business_and_of_no_other() throws IOException {
        try (Follower follower = follow(tenant);
                Follower other = follow(new TenantId(Ids.next()))) {
            LiveProbe.publish(changes, tenant, "deals.deals", 123);
            assertThat(follower.nextChange()).isEqualTo("{\"view\":\"deals.deals\",\"position\":123}");
            LiveProbe.publish(changes, tenant, "sales.sales", 124);
            assertThat(follower.nextChange()).isEqualTo("{\"view\":\"sales.sales\",\"position\":124}");
            assertThat(other.nextLine()).as("nothing but heartbeats").startsWith(":");
        }
    }

    @Test
    void a_quiet_stream_has_a_heartbeat() throws IOException {
        try (Follower follower = follow(tenant)) {
            assertThat(follower.nextLine()).isEqualTo(":still here");
            assertThat(follower.nextLine()).isEqualTo(":still here");
        }
    }

    @Test
    void a_reader_that_does_not_read_neither_delays_the_publisher_nor_piles_up_changes() throws IOException {
        try (Follower follower = follow(tenant)) {
            long begin = System.nanoTime();
            for (int i = 1; i <= 200_000; i++) {
                LiveProbe.publish(changes, tenant, "deals.deals", i);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            String last = "";
            int heard = 0;
            while (!last.contains(":200000}")) {
                last = follower.nextChange();
                heard++;
            }
            assertThat(heard).as("only the latest is worth telling").isLessThan(200_000);
        }
    }

    @Test
    void a_reader_that_has_gone_is_forgotten() throws IOException {
        TenantId alone = new TenantId(Ids.next());
        follow(alone).close();
        // Each heartbeat is a write, and a write to nobody fails.
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (LiveProbe.isFollowed(changes, alone)) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
        assertThat(LiveProbe.isFollowed(changes, alone)).isFalse();
    }

    private Follower follow(TenantId business) throws IOException {
        HttpResponse<InputStream> answer =
                QuerySide.of(business).get("/api/live", BodyHandlers.ofInputStream(), "Accept", "text/event-stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        Follower follower = new Follower(answer.body());
        assertThat(follower.nextLine()).isEqualTo(":live");
        assertThat(List.of(LiveProbe.isFollowed(changes, business))).containsExactly(true);
        return follower;
    }

    private static final class Follower implements AutoCloseable {

        private final InputStream stream;
        private final BufferedReader lines;

        Follower(InputStream stream) {
            this.stream = stream;
            this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }

        /** The next line that isn't empty. */
        String nextLine() throws IOException {
            String line = lines.readLine();
            while (line != null && line.isEmpty()) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        }

        String nextChange() throws IOException {
            String line = nextLine();
            while (line.startsWith(":")) {
                line = nextLine();
            }
            assertThat(line).isEqualTo("event:changed");
            return nextLine().replaceFirst("^data:", "");
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
