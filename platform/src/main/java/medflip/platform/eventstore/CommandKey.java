package medflip.platform.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What command sides know, and nobody else. Each side can open what is sealed, since each reads people's data; that
 * something at Axon Server was put there by one that may decide is told by this.
 */
public final class CommandKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key random, 32 bytes */
    public CommandKey(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param connections of the service's role, or the owner's; no other may read it */
    public static CommandKey of(DataSource connections) {
        return new CommandKey(JdbcClient.create(connections)
                .sql("SELECT key FROM events.command_key")
                .query(byte[].class)
                .single());
    }

    static CommandKey of(Connection connection) {
        return of(new SingleConnectionDataSource(connection, true));
    }

    /**
     * Begins a code of 32 bytes that only command sides can make (HMAC-SHA-256).
     *
     * @param use what it is for; a code for one use is none for another
     */
    public Mac mac(String use) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
