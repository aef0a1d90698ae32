package medflip.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeyTest {

    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void the_first_start_makes_a_file_that_only_its_owner_may_read_and_later_ones_keep_it(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("data/root.key");
        RootKey.fromFile(file);
        String text = Files.readString(file);
        RootKey.fromFile(file);

        assertThat(Files.readString(file)).isEqualTo(text);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void the_highest_epoch_is_the_newest_in_whatever_order_they_stand() {
        assertThat(RootKey.parse("3:" + KEY + ", 2:" + KEY + "\n").epoch()).isEqualTo(3);
        assertThat(RootKey.parse(KEY).epoch()).isEqualTo(1);
    }

    @Test
    void what_is_no_root_key_is_refused_without_being_repeated() {
        for (String wrong : new String[] {"", "secret", "1:secret", "x:" + KEY, "0:" + KEY, KEY + "," + KEY}) {
            assertThatThrownBy(() -> RootKey.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret")
                    .hasMessageNotContaining(KEY);
        }
    }
}
