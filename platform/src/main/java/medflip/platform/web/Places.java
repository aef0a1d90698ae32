package medflip.platform.web;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * To which place an IP address belongs, by a file of the operator's: nobody else is asked. The file is a MaxMind DB of
 * cities or countries, with records as GeoLite2 and DB-IP have them, nested or flat.
 */
@Component
public final class Places implements DisposableBean {

    private final @Nullable Reader reader;

    /** @throws IllegalStateException a file is named that can't be read as a MaxMind DB */
    public Places(@Value("${medflip.places.database:}") String file) {
        try {
            reader = file.isEmpty() ? null : new Reader(existing(file).toFile(), new CHMCache());
        } catch (IOException e) {
            throw new IllegalStateException("medflip.places.database isn't a MaxMind DB: " + file, e);
        }
    }

    private static Path existing(String file) {
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new IllegalStateException("medflip.places.database names a file that can't be read: " + file);
        }
        return path;
    }

    /** The city, its state and country as far as they are known, in English; empty for an address of no known place. */
    public Optional<String> of(String address) {
        if (reader == null) {
            return Optional.empty();
        }
        try {
            Map<?, ?> found = reader.get(InetAddress.getByName(address), Map.class);
            return found == null ? Optional.empty() : inWords(found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a person: the address, and its place where that is known. */
    public String told(String address) {
        return of(address).map(place -> address + " (" + place + ")").orElse(address);
    }

    private static Optional<String> inWords(Map<?, ?> found) {
        String words = Stream.of(
                        name(found.get("city")),
                        name(first(found.get("subdivisions")), found.get("state1")),
                        name(found.get("country"), country(found.get("country_code"))))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    /** Of several shapes, the first that is there. */
    private static @Nullable String name(@Nullable Object... shapes) {
        return Stream.of(shapes)
                .map(shape -> shape instanceof Map<?, ?> nested && nested.get("names") instanceof Map<?, ?> names
                        ? names.get("en")
                        : shape)
                .filter(shape -> shape instanceof String text && !text.isEmpty())
                .map(Object::toString)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object first(@Nullable Object list) {
        return list instanceof List<?> all && !all.isEmpty() ? all.getFirst() : null;
    }

    private static @Nullable String country(@Nullable Object code) {
        return code instanceof String alpha2 ? Locale.of("", alpha2).getDisplayCountry(Locale.ENGLISH) : null;
    }

    @Override
    public void destroy() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
