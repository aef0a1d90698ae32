package medflip.platform.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import medflip.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signs what the service vouches for, so that anybody can check it without asking the service: Ed25519 (RFC 8032), with
 * the key that the JDK makes at the first signature.
 */
public final class Signer {

    private static final String ALGORITHM = "Ed25519";
    private static final String PURPOSE = "signing-key";

    /**
     * A text with who vouches for it.
     *
     * @param signature over the text's UTF-8 form, in Base64
     * @param publicKey by which it is checked: X.509 form, in Base64
     */
    public record Signed(String text, String signature, String publicKey) {}

    /**
     * A key by which something was signed.
     *
     * @param number the later, the higher
     * @param publicKey X.509 form, in Base64
     */
    public record PublicKey(int number, String publicKey) {}

    private record Key(byte[] publicKey, byte[] sealed) {}

    private final JdbcClient jdbc;
    private final TenantSeal seal;

    public Signer(JdbcClient jdbc, TenantSeal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    public Signed sign(String text) {
        Key key = newest().orElseGet(this::make);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(open(key));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signed(text, base64(signature.sign()), base64(key.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    /** Whether the text is the one that was signed, by the bearer of that key. */
    public static boolean verifies(Signed signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signed.publicKey()))));
            signature.update(signed.text().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Every key that ever signed here, for whoever wants to know whether a certificate's key is one of them. */
    public List<PublicKey> publicKeys() {
        return jdbc.sql("SELECT key_number, public_key FROM write.signing_key ORDER BY key_number")
                .query((row, number) -> new PublicKey(row.getInt("key_number"), base64(row.getBytes("public_key"))))
                .list();
    }

    private Optional<Key> newest() {
        return jdbc.sql("SELECT public_key, sealed FROM write.signing_key ORDER BY key_number DESC LIMIT 1")
                .query(Key.class)
                .optional();
    }

    private Key make() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            jdbc.sql("INSERT INTO write.signing_key (public_key, sealed) VALUES (:public, :sealed)")
                    .param("public", pair.getPublic().getEncoded())
                    .param(
                            "sealed",
                            seal.sealForTenant(
                                    TenantId.SERVICE, PURPOSE, pair.getPrivate().getEncoded()))
                    .update();
            return newest().orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    private PrivateKey open(Key key) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePrivate(new PKCS8EncodedKeySpec(seal.openForTenant(TenantId.SERVICE, PURPOSE, key.sealed())));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
