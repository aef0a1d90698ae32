package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * PNG (W3C): chunks of length, name, data and check. Kept are those that the picture is drawn from; texts, times, Exif
 * and whatever follows the end go.
 */
final class Png {

    private static final int SIGNATURE = 8;
    private static final int FRAME = 12;
    private static final Set<String> DRAWN_FROM = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "pHYs", "bKGD",
            "acTL", "fcTL", "fdAT");

    private Png() {}

    static byte[] clean(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file);
        require("IHDR".equals(name(file, SIGNATURE)), FileRejection.DAMAGED);
        Picture.requireShowable(
                chunks.getInt(SIGNATURE + 8) & 0xFFFFFFFFL, chunks.getInt(SIGNATURE + 12) & 0xFFFFFFFFL);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        while (true) {
            int length = chunks.getInt(at);
            require(length >= 0 && length <= file.length - at - FRAME, FileRejection.DAMAGED);
            String name = name(file, at);
            if (DRAWN_FROM.contains(name)) {
                kept.write(file, at, length + FRAME);
            }
            if (name.equals("IEND")) {
                return kept.toByteArray();
            }
            at += length + FRAME;
        }
    }

    private static String name(byte[] file, int chunk) {
        return new String(file, chunk + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
