package medflip.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Consumer;
import org.springframework.http.server.ServletServerHttpResponse;
import tools.jackson.databind.json.JsonMapper;

/** Sends what is no list of the business's own as a CSV file, such as the rows of a file that was uploaded. */
public final class CsvResponse {

    public static final String MEDIA_TYPE = "text/csv";

    private static final JsonMapper NO_JSON = JsonMapper.builder().build();

    private CsvResponse() {}

    /**
     * Writes the whole answer, as {@link ListingResponse} does.
     *
     * @param name of the file, without its ending
     * @param rows hands each row to the consumer it is given
     */
    public static <T> void write(
            HttpServletResponse response, String name, CsvColumns<T> columns, Consumer<Consumer<T>> rows)
            throws IOException {
        ServletServerHttpResponse output = new ServletServerHttpResponse(response);
        ListingResponse.write(Listing.of(name, columns, rows), ListingFormat.CSV, NO_JSON, output);
        output.flush();
    }
}
