package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import medflip.kernel.TenantId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A query that names a position waits for the views it reads, and only for them. */
@Isolated("It says of views that they are behind.")
class ReadYourWritesTest {

    private static final TenantId TENANT = Views.filled(Story::of, 5);
    private static final QuerySide OWNER = QuerySide.of(TENANT);

    private final Positions positions = QuerySide.bean(Positions.class);

    @Test
    void an_answer_waits_until_its_views_have_passed_the_position() {
        positions.reached("sales.sales", 41);
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> OWNER.get("/api/sales/buyers", "Medflip-Position", "42"));
        assertThat(answer).failsWithin(Duration.ofMillis(200));
        positions.reached("sales.sales", 42);
        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().headers().firstValue("Medflip-Stale")).isEmpty();
    }

    @Test
    void a_view_that_does_not_come_is_waited_for_two_seconds_and_the_answer_says_so() {
        positions.reached("sales.sales", 1);
        long begin = System.nanoTime();
        HttpResponse<String> answer = OWNER.get("/api/sales/buyers", "Medflip-Position", "99");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Medflip-Stale")).hasValue("true");
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_view_that_is_not_read_is_not_waited_for() {
        positions.reached("deals.deals", 1);
        positions.reached("sales.sales", 50);
        HttpResponse<String> answer = OWNER.get("/api/sales/buyers", "Medflip-Position", "50");
        assertThat(answer.headers().firstValue("Medflip-Stale")).isEmpty();
    }

    @Test
    void a_query_without_a_position_waits_for_nothing() {
        positions.reached("sales.sales", 0);
        assertThat(OWNER.get("/api/sales/buyers").headers().firstValue("Medflip-Stale"))
                .isEmpty();
    }

    @Test
    void a_position_is_a_number() {
        assertThat(OWNER.get("/api/sales/buyers", "Medflip-Position", "soon").statusCode())
                .isEqualTo(400);
    }
}
