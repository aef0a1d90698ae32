package medflip.platform.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static medflip.platform.files.Pictures.SECRET;
import static medflip.platform.files.Pictures.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import medflip.kernel.FileKind;
import medflip.platform.command.CommandRejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileContentTest {

    private static Stream<Arguments> photos() {
        return Stream.of(
                Arguments.of(FileKind.JPEG, Pictures.jpeg()),
                Arguments.of(FileKind.PNG, Pictures.png()),
                Arguments.of(FileKind.WEBP, Pictures.webp()),
                Arguments.of(FileKind.HEIC, Pictures.heic(40, 30)));
    }

    @ParameterizedTest
    @MethodSource("photos")
    void a_photo_is_known_by_its_content_and_forgets_where_it_was_taken(FileKind kind, byte[] photo) {
        assertThat(text(photo)).contains(SECRET);
        FileContent content = FileContent.read(photo);
        assertThat(content.kind()).isEqualTo(kind);
        assertThat(text(content.bytes())).doesNotContain(SECRET).doesNotContain("42.36");
    }

    @ParameterizedTest
    @MethodSource("photos")
    void cleaning_what_is_clean_changes_nothing(FileKind kind, byte[] photo) {
        byte[] once = FileContent.read(photo).bytes();
        assertThat(FileContent.read(once).bytes()).isEqualTo(once);
        assertThat(FileContent.read(once).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @MethodSource("photos")
    void a_photo_that_is_cut_short_anywhere_is_refused(FileKind kind, byte[] photo) {
        byte[] clean = FileContent.read(photo).bytes();
        for (int length = 16; length < clean.length; length++) {
            byte[] cut = Arrays.copyOf(clean, length);
            assertThat(refusal(cut)).as("%s of %d bytes", kind, length).isEqualTo("files.damaged");
        }
    }

    @Test
    void jpeg_and_png_still_show_the_same_picture() throws IOException {
        assertThat(dots(FileContent.read(Pictures.jpeg()).bytes())).isEqualTo(dots(Pictures.jpeg()));
        assertThat(dots(FileContent.read(Pictures.png()).bytes())).isEqualTo(dots(Pictures.png()));
    }

    @Test
    void a_photo_that_was_taken_sideways_still_says_so() {
        byte[] clean = FileContent.read(Pictures.jpeg()).bytes();
        // The one tag that is written back: orientation, a short, one of them, 6.
        assertThat(text(clean)).contains(text(new byte[] {1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6}));
    }

    @Test
    void the_bytes_of_a_heic_picture_stay_where_they_are() {
        byte[] photo = Pictures.heic(40, 30);
        byte[] clean = FileContent.read(photo).bytes();
        assertThat(clean).hasSameSizeAs(photo);
        assertThat(text(clean)).contains("the picture's own bytes");
    }

    @Test
    void a_pdf_is_kept_as_it_is() {
        FileContent content = FileContent.read(Pictures.pdf());
        assertThat(content.kind()).isEqualTo(FileKind.PDF);
        assertThat(content.bytes()).isEqualTo(Pictures.pdf());
    }

    @Test
    void what_is_neither_photo_nor_pdf_is_refused_whatever_it_claims() {
        for (String other : new String[] {
            "",
            "hello",
            "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
            "<!doctype html><script>alert(1)</script>",
            "GIF89a",
            "MZ",
            "PK\u0003\u0004",
            " %PDF-1.4",
            "\0\0\0\u0018ftypmp42",
            "RIFF\0\0\0\0WAVE"
        }) {
            assertThat(refusal(ascii(other))).as(other).isEqualTo("files.type-unknown");
        }
    }

    @Test
    void a_picture_that_would_exhaust_who_shows_it_is_refused_and_one_at_the_limit_is_not() {
        assertThat(refusal(Pictures.jpeg(20_001, 10))).isEqualTo("files.picture-too-large");
        assertThat(refusal(Pictures.jpeg(10_001, 10_000))).isEqualTo("files.picture-too-large");
        assertThat(refusal(Pictures.png(60_000, 60_000))).isEqualTo("files.picture-too-large");
        assertThat(refusal(Pictures.webp(16_000, 16_000))).isEqualTo("files.picture-too-large");
        assertThat(refusal(Pictures.heic(60_000, 60_000))).isEqualTo("files.picture-too-large");
        assertThat(refusal(Pictures.png(0, 10))).isEqualTo("files.damaged");
        for (byte[] largest : new byte[][] {
            Pictures.jpeg(10_000, 10_000),
            Pictures.png(20_000, 5_000),
            Pictures.webp(10_000, 10_000),
            Pictures.heic(10_000, 10_000)
        }) {
            assertThat(FileContent.read(largest).bytes()).isNotEmpty();
        }
    }

    @Test
    void ten_megabytes_are_the_most() {
        byte[] most = Arrays.copyOf(Pictures.pdf(), FileContent.BYTES_MAX);
        assertThat(FileContent.read(most).bytes()).hasSize(FileContent.BYTES_MAX);
        assertThat(refusal(Arrays.copyOf(most, FileContent.BYTES_MAX + 1))).isEqualTo("files.too-large");
    }

    @ParameterizedTest
    @MethodSource("photos")
    void whatever_the_bytes_they_are_taken_or_refused_and_never_a_fault_of_ours(FileKind kind, byte[] photo) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            byte[] changed = photo.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
            try {
                assertThat(FileContent.read(cut).bytes().length).isLessThanOrEqualTo(cut.length + 36);
            } catch (CommandRejected refused) {
                assertThat(refused.reason().code())
                        .as("%s, seed %d", kind, seed)
                        .startsWith("files.");
            }
        }
    }

    private static String refusal(byte[] file) {
        return Objects.requireNonNull(
                        catchThrowableOfType(CommandRejected.class, () -> FileContent.read(file)), "it was taken")
                .reason()
                .code();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static int[] dots(byte[] file) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
