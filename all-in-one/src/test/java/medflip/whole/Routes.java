package medflip.whole;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docker/routes.map}, read as the web server reads it: the first line that fits. */
record Routes(List<Route> lines) {

    private static final Pattern LINE = Pattern.compile("\"~(.+)\"\\s+(\\w+);");

    record Route(Pattern request, String side) {}

    static Routes read() {
        try {
            return new Routes(Files.readAllLines(Path.of("..", "docker", "routes.map")).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> {
                        Matcher matcher = LINE.matcher(line);
                        if (!matcher.matches()) {
                            throw new AssertionError("Not a route: " + line);
                        }
                        return new Route(Pattern.compile(matcher.group(1)), matcher.group(2));
                    })
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code command}, {@code query} or {@code gateway}; empty for what the web server answers itself. */
    Optional<String> side(String method, String path) {
        return lines.stream()
                .filter(line -> line.request().matcher(method + " " + path).find())
                .map(Route::side)
                .findFirst();
    }
}
