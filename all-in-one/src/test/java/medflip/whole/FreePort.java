package medflip.whole;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port for a process that starts later. It is below those that systems give to outgoing connections (from 32768 on
 * with Linux): of them, one that is free now may be somebody's end of a connection by then.
 */
final class FreePort {

    private static final int FIRST = 20_000;
    private static final int END = 32_000;

    private FreePort() {}

    static int find() {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(FIRST, END))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // It is taken: another one.
            }
        }
    }
}
