package medflip.platform.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** What this service keeps in files that aren't sealed, to be looked through when somebody is erased. */
public interface KeptInFiles {

    /** What it holds, in a few words; stands where it is told that something was found. */
    String holds();

    /** How many lines say something. */
    long lines(Predicate<String> says);

    /** How many lines of a file, which may be packed by gzip, say something; 0 where it isn't there (any more). */
    static long count(Path file, Predicate<String> says) {
        // Latin-1 would read any byte, but a name in UTF-8 must be recognised; what isn't UTF-8 is replaced.
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            return lines.lines().filter(says).count();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
