package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import medflip.kernel.FileKind;
import medflip.platform.command.CommandRejected;

/** A file as it is kept: of a known kind, and without what a photo tells of place, time and device. */
record FileContent(FileKind kind, byte[] bytes) {

    static final int BYTES_MAX = 10 * 1024 * 1024;

    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "mif1");

    /**
     * Reads what was uploaded. Its name and the type that came with it say nothing: anybody can claim anything.
     *
     * @throws CommandRejected with a {@link FileRejection}
     */
    static FileContent read(byte[] uploaded) {
        require(uploaded.length <= BYTES_MAX, FileRejection.TOO_LARGE);
        FileKind kind = kind(uploaded);
        try {
            return new FileContent(
                    kind,
                    switch (kind) {
                        case JPEG -> Jpeg.clean(uploaded);
                        case PNG -> Png.clean(uploaded);
                        case WEBP -> Webp.clean(uploaded);
                        case HEIC -> Heic.clean(uploaded);
                        case PDF -> uploaded;
                    });
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException cutShort) {
            throw new CommandRejected(FileRejection.DAMAGED);
        }
    }

    private static FileKind kind(byte[] file) {
        if (begins(file, 0, "\u00ff\u00d8\u00ff")) {
            return FileKind.JPEG;
        } else if (begins(file, 0, "\u0089PNG\r\n\u001a\n")) {
            return FileKind.PNG;
        } else if (begins(file, 0, "RIFF") && begins(file, 8, "WEBP")) {
            return FileKind.WEBP;
        } else if (begins(file, 4, "ftyp")
                && file.length >= 12
                && HEIC_BRANDS.contains(new String(file, 8, 4, StandardCharsets.ISO_8859_1))) {
            return FileKind.HEIC;
        } else if (begins(file, 0, "%PDF-")) {
            return FileKind.PDF;
        }
        throw new CommandRejected(FileRejection.TYPE_UNKNOWN);
    }

    /** Whether these characters, each a byte, stand there. */
    static boolean begins(byte[] file, int at, String with) {
        byte[] expected = with.getBytes(StandardCharsets.ISO_8859_1);
        return file.length >= at + expected.length
                && Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
    }
}
