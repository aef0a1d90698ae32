package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import medflip.whole.LoggedCards.ReadAlong;
import org.junit.jupiter.api.Test;

/** That a card's number in a log would be found (policy promise P4.2). */
class LoggedCardsTest {

    @Test
    void P4_2_a_card_s_number_that_is_logged_is_found_and_nothing_is_lost() {
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        Queue<String> found = new ConcurrentLinkedQueue<>();
        try (PrintStream read = new ReadAlong(console, found)) {
            read.writeBytes(bytes("INFO refused: take 4242 4242 4242 4242\n"));
            read.writeBytes(bytes("INFO refused: take 4242 4242 4242 4243\n"));
        }
        assertThat(console.toString(StandardCharsets.UTF_8)).hasLineCount(2).contains("4242 4243");
        assertThat(found).singleElement().asString().contains("••••4242").doesNotContain("4242 4242");
    }

    @Test
    void P4_2_the_console_is_read_along_with_while_tests_run() {
        assertThat(System.out).isInstanceOf(ReadAlong.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
