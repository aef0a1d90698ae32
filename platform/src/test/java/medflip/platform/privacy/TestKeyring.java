package medflip.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess;
import medflip.platform.database.TestDatabase;

/** Keyrings for tests, on real databases. */
public final class TestKeyring {

    /** A root key, the same in every test. */
    public static final String ROOT = "1:" + Base64.getEncoder().encodeToString(new byte[32]);

    private TestKeyring() {}

    /** A keyring on two fresh databases. */
    public static Keyring create() {
        return open(TestDatabase.create());
    }

    /** A keyring on given databases, as another node would have it. */
    public static Keyring open(DatabaseAccess access) {
        return Keyring.open(dataSource(access), RootKey.parse(ROOT));
    }

    public static BlindIndex index(Keyring keyring) {
        return new HmacIndex(keyring);
    }

    public static TenantSeal seal(Keyring keyring) {
        return new AeadSeal(keyring);
    }

    /** Erases, with a ledger of its own. */
    public static Erasure erasure(Keyring keyring) {
        try {
            Path folder = Files.createTempDirectory("medflip-ledger");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve("erasures.ledger");
            file.toFile().deleteOnExit();
            return new Erasure(keyring, ErasureLedger.open(file, RootKey.parse(ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DataSource dataSource(DatabaseAccess access) {
        return TestDatabase.connections(access.keysUrl(), access.keys());
    }
}
