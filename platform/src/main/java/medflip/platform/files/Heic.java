package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * HEIC (ISO/IEC 23008-12 in boxes of ISO/IEC 14496-12): the picture is an item, and so are Exif and XMP. Places in the
 * file are told by their distance from its beginning, so metadata isn't cut out but overwritten with zeros, which
 * readers take for none. How the picture is turned is said elsewhere, and stays.
 */
final class Heic {

    private static final Set<String> METADATA = Set.of("Exif", "mime", "uri ");

    private final ByteBuffer file;
    private final Set<Long> metadata = new HashSet<>();
    private long width;
    private long height;
    /** Where the box of small items begins, if there is one. */
    private int small = -1;

    private Heic(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    static byte[] clean(byte[] uploaded) {
        Heic heic = new Heic(uploaded.clone());
        heic.clean();
        return heic.file.array();
    }

    /** A box: its name, and where its content begins and ends. */
    private record Box(String name, int from, int to) {}

    @FunctionalInterface
    private interface Visitor {
        void visit(Box box);
    }

    private void clean() {
        // In that order, whatever order they stand in: which items there are, then where they are.
        each(0, file.capacity(), box -> {
            // A film has places in its own boxes; and it isn't a photo.
            require(!box.name().equals("moov"), FileRejection.TYPE_UNKNOWN);
            if (box.name().equals("meta")) {
                each(box.from() + 4, box.to(), this::learn);
                each(box.from() + 4, box.to(), inner -> {
                    if (inner.name().equals("iloc")) {
                        overwrite(inner);
                    }
                });
            }
        });
        Picture.requireShowable(width, height);
    }

    private void learn(Box box) {
        switch (box.name()) {
            case "iinf" -> each(box.from() + (file.get(box.from()) == 0 ? 6 : 8), box.to(), this::learn);
            case "infe" -> {
                boolean wide = file.get(box.from()) >= 3;
                long id = unsigned(box.from() + 4, wide ? 4 : 2);
                if (METADATA.contains(text(box.from() + (wide ? 10 : 8)))) {
                    metadata.add(id);
                }
            }
            case "iprp", "ipco" -> each(box.from(), box.to(), this::learn);
            case "ispe" -> {
                width = Math.max(width, unsigned(box.from() + 4, 4));
                height = Math.max(height, unsigned(box.from() + 8, 4));
            }
            case "idat" -> small = box.from();
            default -> {}
        }
    }

    /** Walks the table of places, and empties those of metadata. */
    private void overwrite(Box box) {
        int version = file.get(box.from());
        int sizes = file.getShort(box.from() + 4) & 0xFFFF;
        int offsetSize = sizes >> 12;
        int lengthSize = sizes >> 8 & 0xF;
        int baseSize = sizes >> 4 & 0xF;
        int indexSize = version == 0 ? 0 : sizes & 0xF;
        int idSize = version < 2 ? 2 : 4;
        int at = box.from() + 6 + idSize;
        for (long items = unsigned(box.from() + 6, idSize); items > 0; items--) {
            long id = unsigned(at, idSize);
            at += idSize;
            int method = version == 0 ? 0 : file.getShort(at) & 0xF;
            at += version == 0 ? 2 : 4;
            long base = unsigned(at, baseSize);
            at += baseSize;
            int extents = file.getShort(at) & 0xFFFF;
            at += 2;
            for (; extents > 0; extents--) {
                at += indexSize;
                long from = base + unsigned(at, offsetSize) + (method == 1 ? small : 0);
                long length = unsigned(at + offsetSize, lengthSize);
                at += offsetSize + lengthSize;
                if (metadata.contains(id)) {
                    require(
                            method < 2 && from >= 0 && length >= 0 && from <= file.capacity() - length,
                            FileRejection.DAMAGED);
                    Arrays.fill(file.array(), (int) from, (int) (from + length), (byte) 0);
                }
            }
        }
    }

    private void each(int from, int to, Visitor visitor) {
        int at = from;
        while (at < to) {
            long size = unsigned(at, 4);
            int head = 8;
            if (size == 1) {
                size = unsigned(at + 8, 8);
                head = 16;
            } else if (size == 0) {
                size = (long) to - at;
            }
            require(size >= head && size <= to - at, FileRejection.DAMAGED);
            visitor.visit(new Box(text(at + 4), at + head, at + (int) size));
            at += (int) size;
        }
    }

    private String text(int at) {
        byte[] name = new byte[4];
        file.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }

    private long unsigned(int at, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | file.get(at + i) & 0xFF;
        }
        return value;
    }
}
