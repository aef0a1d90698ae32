package medflip.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A place in a trace is found again by what is written of it, and by what events tell of their command. */
class TracePointTest {

    private static final String COMMAND = "0192f0a4-7d3c-4c6e-9f00-00000000000a";
    private static final TracePoint POINT = new TracePoint("0123456789abcdef0123456789abcdef", "9f0000000000000a");

    @Test
    void what_follows_it_in_another_thread_or_process_stands_beneath_it() {
        assertThat(TracePoint.here()).isNull();
        List<@Nullable TracePoint> seen = new ArrayList<>();
        TracePoint.follow(TracePoint.of(POINT.toString()), () -> seen.add(TracePoint.here()));
        TracePoint.follow(null, () -> seen.add(TracePoint.here()));
        assertThat(seen).containsExactly(POINT, null);
        assertThat(TracePoint.here()).isNull();
    }

    @Test
    void a_command_is_found_by_its_events() {
        assertThat(TracePoint.ofCommand(POINT.trace(), COMMAND)).isEqualTo(POINT);
    }

    @Test
    void an_event_of_no_trace_leads_nowhere() {
        assertThat(TracePoint.ofCommand(COMMAND, COMMAND))
                .as("correlation of its own")
                .isNull();
        assertThat(TracePoint.ofCommand(null, COMMAND)).isNull();
        assertThat(TracePoint.ofCommand(POINT.trace(), null)).isNull();
        assertThat(TracePoint.ofCommand(POINT.trace(), "brought")).isNull();
        assertThat(TracePoint.of("nonsense")).isNull();
        assertThat(TracePoint.of(null)).isNull();
    }
}
