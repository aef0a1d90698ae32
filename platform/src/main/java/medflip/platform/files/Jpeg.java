package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * JPEG (ITU T.81): segments, each behind a marker. Kept are those that the picture is drawn from; Exif, XMP, IPTC,
 * comments and whatever follows the picture's end (a moving photo's film) go. Of Exif the orientation alone is written
 * back, or else photos taken upright would lie down.
 */
final class Jpeg {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int UPRIGHT = 1;
    private static final int ORIENTATION = 0x0112;

    private Jpeg() {}

    static byte[] clean(byte[] file) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
        int orientation = UPRIGHT;
        int width = 0;
        int height = 0;
        int at = 2;
        while (true) {
            require(u8(file, at) == 0xFF, FileRejection.DAMAGED);
            int marker = u8(file, at + 1);
            if (marker == 0xFF) {
                at++;
                continue;
            }
            if (marker == END) {
                kept.write(file, at, 2);
                break;
            }
            if (isRestart(marker)) {
                at += 2;
                continue;
            }
            int end = at + 2 + u16(file, at + 2);
            if (isFrame(marker)) {
                height = Math.max(height, u16(file, at + 5));
                width = Math.max(width, u16(file, at + 7));
            } else if (marker == 0xE1 && FileContent.begins(file, at + 4, "Exif\0\0")) {
                orientation = orientation(file, at + 10, end);
            }
            if (marker == START_OF_SCAN) {
                end = endOfScan(file, end);
            }
            if (isDrawnFrom(file, at, marker)) {
                kept.write(file, at, end - at);
            }
            at = end;
        }
        Picture.requireShowable(width, height);
        return assembled(orientation, kept.toByteArray());
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7 || marker == 0x01;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isDrawnFrom(byte[] file, int at, int marker) {
        return switch (marker) {
            case 0xE0 -> FileContent.begins(file, at + 4, "JFIF\0");
            case 0xE2 -> FileContent.begins(file, at + 4, "ICC_PROFILE\0");
            case 0xEE -> FileContent.begins(file, at + 4, "Adobe");
            default -> marker >= 0xC0 && marker <= 0xDF;
        };
    }

    /** A scan's data ends at the next marker; within it, 0xFF is followed by 0 or by a restart. */
    private static int endOfScan(byte[] file, int from) {
        int at = from;
        while (u8(file, at) != 0xFF || u8(file, at + 1) == 0 || isRestart(u8(file, at + 1))) {
            at++;
        }
        return at;
    }

    /** Reads the one tag out of a TIFF structure; what can't be understood is taken to stand upright. */
    private static int orientation(byte[] file, int from, int end) {
        ByteBuffer tiff = ByteBuffer.wrap(file, from, Math.min(end, file.length) - from)
                .slice()
                .order(FileContent.begins(file, from, "II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        try {
            int directory = tiff.getInt(4);
            int entries = tiff.getShort(directory) & 0xFFFF;
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                    int value = tiff.getShort(entry + 8);
                    return value >= 1 && value <= 8 ? value : UPRIGHT;
                }
            }
        } catch (IndexOutOfBoundsException nonsense) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    private static byte[] assembled(int orientation, byte[] kept) {
        ByteBuffer file =
                ByteBuffer.allocate(2 + 36 + kept.length).put((byte) 0xFF).put((byte) 0xD8);
        if (orientation != UPRIGHT) {
            file.putShort((short) 0xFFE1)
                    .putShort((short) 34)
                    .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(8)
                    .putShort((short) 1)
                    .putShort((short) ORIENTATION)
                    .putShort((short) 3)
                    .putInt(1)
                    .putShort((short) orientation)
                    .putShort((short) 0)
                    .putInt(0);
        }
        file.put(kept);
        byte[] result = new byte[file.position()];
        file.flip().get(result);
        return result;
    }

    private static int u8(byte[] file, int at) {
        return file[at] & 0xFF;
    }

    private static int u16(byte[] file, int at) {
        return u8(file, at) << 8 | u8(file, at + 1);
    }
}
