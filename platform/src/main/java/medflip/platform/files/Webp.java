package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** WebP (RFC 9649): RIFF chunks, little-endian, padded to even length. Exif, XMP and unknown chunks go. */
final class Webp {

    private static final int HEADER = 12;
    private static final int FRAME = 8;
    private static final int EXIF_AND_XMP = 0x0C;
    private static final Set<String> DRAWN_FROM = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private Webp() {}

    static byte[] clean(byte[] file) {
        ByteBuffer chunks = ByteBuffer.wrap(file.clone()).order(ByteOrder.LITTLE_ENDIAN);
        long size = (chunks.getInt(4) & 0xFFFFFFFFL) + FRAME;
        require(size <= file.length, FileRejection.DAMAGED);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, HEADER);
        long width = 0;
        long height = 0;
        int at = HEADER;
        while (at < size) {
            String name = new String(file, at, 4, StandardCharsets.ISO_8859_1);
            int length = chunks.getInt(at + 4);
            require(length >= 0 && length <= size - at - FRAME, FileRejection.DAMAGED);
            int data = at + FRAME;
            switch (name) {
                case "VP8X" -> {
                    width = Math.max(width, u24(chunks, data + 4) + 1);
                    height = Math.max(height, u24(chunks, data + 7) + 1);
                    chunks.put(data, (byte) (chunks.get(data) & ~EXIF_AND_XMP));
                }
                case "VP8 " -> {
                    width = Math.max(width, chunks.getShort(data + 6) & 0x3FFF);
                    height = Math.max(height, chunks.getShort(data + 8) & 0x3FFF);
                }
                case "VP8L" -> {
                    int bits = chunks.getInt(data + 1);
                    width = Math.max(width, (bits & 0x3FFF) + 1);
                    height = Math.max(height, (bits >> 14 & 0x3FFF) + 1);
                }
                default -> {}
            }
            int whole = Math.min(FRAME + length + (length & 1), Math.toIntExact(size) - at);
            if (DRAWN_FROM.contains(name)) {
                kept.write(chunks.array(), at, whole);
            }
            at += whole;
        }
        Picture.requireShowable(width, height);
        byte[] result = kept.toByteArray();
        ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).putInt(4, result.length - FRAME);
        return result;
    }

    private static long u24(ByteBuffer chunks, int at) {
        return (chunks.getShort(at) & 0xFFFF) | (chunks.get(at + 2) & 0xFF) << 16;
    }
}
