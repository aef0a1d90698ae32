package medflip.platform.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What a ciphertext or a keyed hash is bound to: texts, each behind its length, so that no two lists look alike. */
public final class Binding {

    private Binding() {}

    public static byte[] of(String... parts) {
        byte[][] encoded = new byte[parts.length][];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            encoded[i] = parts[i].getBytes(StandardCharsets.UTF_8);
            length += Integer.BYTES + encoded[i].length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (byte[] part : encoded) {
            bytes.putInt(part.length).put(part);
        }
        return bytes.array();
    }
}
