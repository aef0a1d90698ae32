package medflip.platform.eventstore;

import static medflip.platform.eventstore.Node.event;
import static medflip.platform.eventstore.Node.newStream;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private static final DatabaseAccess ACCESS = TestDatabase.create();

    private Node node;
    private RecentEvents recent;
    private long begin;

    @BeforeEach
    void open() {
        node = new Node(ACCESS);
        recent = new RecentEvents(node.engine);
        begin = node.engine.head();
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void readers_of_one_moment_get_the_same_decoded_events() {
        publish(3);
        var one = after(begin, 1);
        var other = after(begin, 1);
        assertThat(one).hasSize(3);
        assertThat(other).hasSameSizeAs(one).first().isSameAs(one.getFirst());
    }

    @Test
    void a_reader_in_the_midst_of_what_was_read_gets_the_rest() {
        publish(3);
        var all = after(begin, 1);
        assertThat(after(position(all.get(1)), 1)).hasSize(1).first().isSameAs(all.get(2));
    }

    @Test
    void at_the_end_nothing_is_read_until_something_was_appended() {
        publish(1);
        long end = position(after(begin, 1).getLast());
        publish(1);
        assertThat(after(end, 1)).as("nobody has told of the second yet").isEmpty();
        assertThat(after(end, 2)).hasSize(1);
    }

    @Test
    void what_was_read_before_an_append_does_not_hide_it() {
        publish(2);
        var known = recent.after(token(begin), 1);
        publish(1);
        var again = recent.after(token(begin), 2);
        assertThat(again.events()).hasSameSizeAs(known.events());
        assertThat(again.seenAll())
                .as("said of the first append, not of the second")
                .isEqualTo(1);
        assertThat(after(position(again.events().getLast()), 2)).hasSize(1);
    }

    @Test
    void a_reader_far_behind_reads_all_the_same() {
        publish(2);
        long middle = node.engine.head();
        after(middle, 1);
        publish(2);
        after(middle, 2);
        assertThat(after(begin, 2)).hasSize(4);
    }

    @Test
    void what_was_forgotten_is_decoded_anew() {
        publish(1);
        var before = after(begin, 1);
        recent.clear();
        assertThat(after(begin, 1)).hasSize(1).first().isNotSameAs(before.getFirst());
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            node.publish(event(newStream(), 0));
        }
    }

    private List<? extends TrackedEventMessage<?>> after(long position, long appends) {
        return recent.after(token(position), appends).events();
    }

    private static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private static long position(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }
}
