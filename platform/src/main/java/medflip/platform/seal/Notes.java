package medflip.platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import medflip.platform.privacy.Signer;
import medflip.platform.privacy.Signer.Signed;

/**
 * Signed notes (C2SP signed-note): a text, an empty line, and a line with who signed it: a name, and in Base64 four
 * bytes that follow from name and key, and the Ed25519 signature over the text.
 */
public final class Notes {

    /** As whom the service signs. */
    public static final String NAME = "medflip";

    private static final String MARK = "\u2014 ";
    private static final byte ED25519 = 1;
    private static final int KEY_LENGTH = 32;
    private static final int ID_LENGTH = 4;

    private Notes() {}

    /** @param text whole lines */
    static String signed(Signer signer, String text) {
        Signed signed = signer.sign(text);
        byte[] signature = Base64.getDecoder().decode(signed.signature());
        byte[] line = ByteBuffer.allocate(ID_LENGTH + signature.length)
                .put(keyId(signed.publicKey()))
                .put(signature)
                .array();
        return text + "\n" + MARK + NAME + " " + Base64.getEncoder().encodeToString(line) + "\n";
    }

    /**
     * Whether it was signed by that key.
     *
     * @param publicKey X.509 form, in Base64
     */
    static boolean isSigned(String note, String publicKey) {
        int end = note.indexOf("\n\n" + MARK + NAME + " ");
        if (end < 0) {
            return false;
        }
        byte[] line = Base64.getDecoder()
                .decode(note.substring(end + 2 + MARK.length() + NAME.length() + 1)
                        .strip());
        return Arrays.equals(keyId(publicKey), Arrays.copyOf(line, ID_LENGTH))
                && Signer.verifies(new Signed(
                        note.substring(0, end + 1),
                        Base64.getEncoder().encodeToString(Arrays.copyOfRange(line, ID_LENGTH, line.length)),
                        publicKey));
    }

    /** The first four bytes of SHA-256(name, line feed, kind of signature, key). */
    private static byte[] keyId(String publicKey) {
        byte[] encoded = Base64.getDecoder().decode(publicKey);
        MessageDigest digest = Merkle.sha256();
        digest.update((NAME + "\n").getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        // The key itself is the end of its X.509 form (RFC 8410).
        digest.update(encoded, encoded.length - KEY_LENGTH, KEY_LENGTH);
        return Arrays.copyOf(digest.digest(), ID_LENGTH);
    }
}
