package medflip.imports.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ledger that newcomers try the import with: 1,500 deals as somebody really keeps them, and three rows at fault.
 */
final class SampleLedger {

    private SampleLedger() {}

    static byte[] bytes() {
        try {
            return Files.readAllBytes(Path.of("../all-in-one/src/main/resources/sample/ledger.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
