package medflip.platform.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Small pictures, each with its secret: where it was taken. */
final class Pictures {

    static final String SECRET = "taken at 42.3601 N, 71.0589 W";

    /** Exif in which the secret stands, and which says that the picture lies on its side (6). */
    private static final byte[] EXIF = join(
            ascii("Exif\0\0MM\0*"),
            number(8, 4),
            number(1, 2),
            number(0x0112, 2),
            number(3, 2),
            number(1, 4),
            number(6, 2),
            number(0, 2),
            number(0, 4),
            ascii(SECRET));

    private Pictures() {}

    static byte[] jpeg() {
        byte[] plain = drawn("jpg");
        return join(
                new byte[] {(byte) 0xFF, (byte) 0xD8},
                segment(0xE1, EXIF),
                segment(0xE1, ascii("http://ns.adobe.com/xap/1.0/\0<gps>" + SECRET + "</gps>")),
                segment(0xFE, ascii(SECRET)),
                java.util.Arrays.copyOfRange(plain, 2, plain.length),
                ascii("a film, " + SECRET));
    }

    /** A JPEG that claims to be of that size, and draws next to nothing. */
    static byte[] jpeg(int width, int height) {
        byte[] file = drawn("jpg");
        for (int at = 2; ; at += 2 + ByteBuffer.wrap(file).getShort(at + 2)) {
            if ((file[at + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(file).putShort(at + 5, (short) height).putShort(at + 7, (short) width);
                return file;
            }
        }
    }

    static byte[] png() {
        byte[] plain = drawn("png");
        int end = plain.length - 12;
        return join(
                java.util.Arrays.copyOf(plain, 33),
                chunk("tEXt", ascii("Location\0" + SECRET)),
                chunk("eXIf", EXIF),
                java.util.Arrays.copyOfRange(plain, 33, end),
                java.util.Arrays.copyOfRange(plain, end, plain.length),
                ascii(SECRET));
    }

    static byte[] png(int width, int height) {
        byte[] file = drawn("png");
        ByteBuffer.wrap(file).putInt(16, width).putInt(20, height);
        return file;
    }

    /** An extended file with a lossless picture of 3 by 2. */
    static byte[] webp() {
        return webp(3, 2);
    }

    static byte[] webp(int width, int height) {
        byte[] extended = join(new byte[] {0x0C, 0, 0, 0}, little(width - 1, 3), little(height - 1, 3));
        byte[] picture = join(new byte[] {0x2F}, little((width - 1) | (height - 1) << 14, 4), new byte[6]);
        byte[] chunks =
                join(riff("VP8X", extended), riff("VP8L", picture), riff("EXIF", EXIF), riff("XMP ", ascii(SECRET)));
        return join(ascii("RIFF"), little(chunks.length + 4, 4), ascii("WEBP"), chunks);
    }

    /** A picture, its Exif in the file's body and its XMP in the box of small items. */
    static byte[] heic(int width, int height) {
        byte[] picture = ascii("the picture's own bytes");
        byte[] xmp = ascii("<gps>" + SECRET + "</gps>");
        byte[] start = box("ftyp", ascii("heic\0\0\0\0mif1heic"));
        byte[] items = join(
                box("infe", full(2), number(1, 2), number(0, 2), ascii("hvc1\0")),
                box("infe", full(2), number(2, 2), number(0, 2), ascii("Exif\0")),
                box("infe", full(2), number(3, 2), number(0, 2), ascii("mime\0application/rdf+xml\0")));
        byte[] properties = box("iprp", box("ipco", box("ispe", full(0), number(width, 4), number(height, 4))));
        byte[] small = box("idat", xmp);
        int places = 8 + 4 + 2 + 2 + 3 * (2 + 2 + 2 + 2 + 4 + 4);
        int table = 8 + 4 + 2 + items.length;
        int body = start.length + 8 + 4 + table + properties.length + small.length + places + 8;
        byte[] meta = box(
                "meta",
                full(0),
                box("iinf", full(0), number(3, 2), items),
                properties,
                small,
                box(
                        "iloc",
                        full(1),
                        number(0x4400, 2),
                        number(3, 2),
                        place(1, 0, body, picture.length),
                        place(2, 0, body + picture.length, EXIF.length),
                        place(3, 1, 0, xmp.length)));
        return join(start, meta, box("mdat", picture, EXIF));
    }

    static byte[] pdf() {
        return ascii("%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] drawn(String format) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            image.setRGB(x, x * 3 / 4, 0x3366CC + x);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] segment(int marker, byte[] content) {
        return join(new byte[] {(byte) 0xFF, (byte) marker}, number(content.length + 2, 2), content);
    }

    private static byte[] chunk(String name, byte[] content) {
        CRC32 check = new CRC32();
        check.update(ascii(name));
        check.update(content);
        return join(number(content.length, 4), ascii(name), content, number((int) check.getValue(), 4));
    }

    private static byte[] riff(String name, byte[] content) {
        return join(ascii(name), little(content.length, 4), content, new byte[content.length & 1]);
    }

    private static byte[] place(int item, int method, int offset, int length) {
        return join(
                number(item, 2), number(method, 2), number(0, 2), number(1, 2), number(offset, 4), number(length, 4));
    }

    private static byte[] full(int version) {
        return number(version << 24, 4);
    }

    private static byte[] box(String name, byte[]... content) {
        byte[] whole = join(content);
        return join(number(whole.length + 8, 4), ascii(name), whole);
    }

    private static byte[] number(int value, int size) {
        byte[] bytes = ByteBuffer.allocate(4).putInt(value).array();
        return java.util.Arrays.copyOfRange(bytes, 4 - size, 4);
    }

    private static byte[] little(int value, int size) {
        return java.util.Arrays.copyOf(
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(value)
                        .array(),
                size);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
