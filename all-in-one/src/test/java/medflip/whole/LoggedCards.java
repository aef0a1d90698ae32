package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import medflip.kernel.CardNumbers;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads along with all that services of this process write to the console, which is their log, while any test of this
 * module runs; the first class of tests that ends after a card's number was written fails (policy promise P4.2). A
 * process of its own is looked at when it ends ({@link ServiceProcess}). Found by its name in
 * {@code META-INF/services}.
 */
public final class LoggedCards implements BeforeAllCallback, AfterAllCallback {

    private static final Queue<String> FOUND = new ConcurrentLinkedQueue<>();

    /** Who runs the tests may have put a console of its own in place meanwhile. */
    @Override
    public void beforeAll(ExtensionContext context) {
        synchronized (FOUND) {
            if (!(System.out instanceof ReadAlong)) {
                System.setOut(new ReadAlong(System.out, FOUND));
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        assertThat(FOUND)
                .as("log lines with a card's number, which is left out here")
                .isEmpty();
    }

    /** The console, and a reader of it; a log line comes in one piece. */
    static final class ReadAlong extends PrintStream {

        ReadAlong(OutputStream console, Queue<String> found) {
            super(
                    new FilterOutputStream(console) {
                        @Override
                        public void write(byte[] bytes, int from, int length) throws IOException {
                            out.write(bytes, from, length);
                            String line = new String(bytes, from, length, StandardCharsets.UTF_8);
                            if (CardScan.findsOneIn(line)) {
                                found.add(CardNumbers.masked(line));
                            }
                        }
                    },
                    true,
                    StandardCharsets.UTF_8);
        }
    }
}
