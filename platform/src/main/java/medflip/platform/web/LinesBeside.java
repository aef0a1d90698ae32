package medflip.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the rows of a list into lines, in a thread of its own, while the next are read: neither the database nor we
 * wait for the other. Rows are taken and lines sent in the caller's thread alone.
 */
final class LinesBeside<T> implements AutoCloseable {

    /** Rows that are handed over together. Three times as many are in memory at most. */
    private static final int ROWS = 1_000;

    private final Supplier<OutputStream> open;
    private final ExecutorService maker = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("lines-of-list").factory());
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ListingFormat.Lines<T> lines;
    private List<T> rows = new ArrayList<>();
    private @Nullable Future<byte[]> making;
    private @Nullable OutputStream out;
    private long taken;

    /** @param open asked when the first lines are there */
    LinesBeside(Supplier<OutputStream> open, ListingFormat format, Listing<T> listing, JsonMapper json) {
        this.open = open;
        this.lines = format.open(made, listing, json);
    }

    void take(T row) {
        rows.add(row);
        taken++;
        if (rows.size() == ROWS) {
            make(false);
        }
    }

    /**
     * Sends what is left.
     *
     * @return how many rows were taken
     */
    long end() throws IOException {
        make(true);
        send().flush();
        return taken;
    }

    private void make(boolean last) {
        List<T> batch = rows;
        rows = new ArrayList<>(ROWS);
        Future<byte[]> next = maker.submit(() -> {
            batch.forEach(lines::write);
            if (last) {
                lines.end();
            }
            lines.flush();
            byte[] bytes = made.toByteArray();
            made.reset();
            return bytes;
        });
        if (making != null) {
            send();
        }
        making = next;
    }

    private OutputStream send() {
        byte[] bytes = done(making);
        try {
            if (out == null) {
                out = open.get();
            }
            out.write(bytes);
            return out;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] done(@Nullable Future<byte[]> making) {
        try {
            return making == null ? new byte[0] : making.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("Lines can't be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while lines were made", e);
        }
    }

    @Override
    public void close() {
        maker.shutdownNow();
    }
}
