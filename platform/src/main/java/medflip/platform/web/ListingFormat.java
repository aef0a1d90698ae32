package medflip.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** In which form a list is taken away. */
public enum ListingFormat {
    /** For people (RFC 4180, UTF-8): a line of titles, then a line for each row. */
    CSV(CsvResponse.MEDIA_TYPE, "csv") {
        @Override
        <T> Lines<T> open(OutputStream out, Listing<T> listing, JsonMapper json) {
            CsvWriter writer =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
            writer.writeRecord(listing.columns().titles());
            return new Lines<>() {
                @Override
                public void write(T row) {
                    writer.writeRecord(listing.columns().cells(row));
                }

                @Override
                public void end() {
                    // The last row ends like all others.
                }

                @Override
                public void flush() throws IOException {
                    writer.flush();
                }
            };
        }
    },
    /** For machines: a JSON object a line, each like an item of the list's own answer. */
    NDJSON(ListingFormat.NDJSON_TYPE, "ndjson") {
        @Override
        <T> Lines<T> open(OutputStream out, Listing<T> listing, JsonMapper json) {
            return new Lines<>() {
                @Override
                public void write(T row) {
                    line(listing.told(row));
                }

                @Override
                public void end() {
                    listing.gone().forEach(id -> line(new Gone(id, true)));
                }

                @Override
                public void flush() throws IOException {
                    out.flush();
                }

                private void line(Object told) {
                    try {
                        out.write(json.writeValueAsBytes(told));
                        out.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            };
        }
    };

    static final String NDJSON_TYPE = "application/x-ndjson";

    /** A thing that isn't in the list, or isn't any more. */
    private record Gone(UUID id, boolean gone) {}

    /** Takes rows one by one. */
    interface Lines<T> {
        void write(T row);

        /** Adds what follows on the rows. */
        void end();

        /** Has all of it there. */
        void flush() throws IOException;
    }

    private final MediaType type;
    private final String ending;

    ListingFormat(String type, String ending) {
        this.type = MediaType.parseMediaType(type);
        this.ending = ending;
    }

    MediaType type() {
        return type;
    }

    /** As a header says it. */
    public String contentType() {
        return type + ";charset=UTF-8";
    }

    /** Of a file's name. */
    public String ending() {
        return ending;
    }

    abstract <T> Lines<T> open(OutputStream out, Listing<T> listing, JsonMapper json);
}
