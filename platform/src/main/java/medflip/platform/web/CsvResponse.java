package medflip.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * Sends a list as a CSV file (RFC 4180, UTF-8), a line at a time while its rows are read, so that memory stays flat
 * whatever its length.
 */
public final class CsvResponse {

    public static final String MEDIA_TYPE = "text/csv";

    private CsvResponse() {}

    /**
     * Writes the whole answer. Nothing is sent before the first row is there, so that a refusal until then is an
     * ordinary problem; a failure after that breaks the connection off, since a file that ends too early must not look
     * whole.
     *
     * @param name of the file, without its ending
     * @param rows hands each row to the consumer it is given
     */
    public static <T> void write(
            HttpServletResponse response, String name, CsvColumns<T> columns, Consumer<Consumer<T>> rows)
            throws IOException {
        Lines<T> lines = new Lines<>(response, name, columns);
        try {
            rows.accept(lines);
            lines.end();
        } catch (UncheckedIOException gone) {
            throw new AsyncRequestNotUsableException("The reader of " + name + ".csv has gone.", gone);
        } catch (RuntimeException failure) {
            throw lines.begun() ? new BrokenOff(name, failure) : failure;
        }
    }

    private static final class Lines<T> implements Consumer<T> {

        private final HttpServletResponse response;
        private final String name;
        private final CsvColumns<T> columns;
        private @Nullable CsvWriter writer;

        Lines(HttpServletResponse response, String name, CsvColumns<T> columns) {
            this.response = response;
            this.name = name;
            this.columns = columns;
        }

        @Override
        public void accept(T row) {
            begin().writeRecord(columns.cells(row));
        }

        void end() throws IOException {
            begin().flush();
        }

        boolean begun() {
            return writer != null;
        }

        private CsvWriter begin() {
            if (writer == null) {
                writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(open(), StandardCharsets.UTF_8);
                writer.writeRecord(columns.titles());
            }
            return writer;
        }

        private OutputStream open() {
            response.setContentType(MEDIA_TYPE + ";charset=UTF-8");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + ".csv")
                            .build()
                            .toString());
            try {
                return response.getOutputStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** An export failed when part of it was sent already. */
    static final class BrokenOff extends RuntimeException {
        BrokenOff(String name, RuntimeException cause) {
            super("The export of " + name + ".csv broke off.", cause);
        }
    }

    /** Lets a broken export through to the servlet container, which then closes the connection without an end. */
    @RestControllerAdvice
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class BrokenOffAdvice {

        @ExceptionHandler
        void brokenOff(BrokenOff failure) {
            throw failure;
        }
    }
}
