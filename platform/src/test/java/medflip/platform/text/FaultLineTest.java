package medflip.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FaultLineTest {

    @Test
    void a_fault_is_told_by_its_classes_its_code_and_its_place_and_never_by_its_words() {
        Exception fault = new IllegalStateException(
                "for Canarius", new SQLException("Key (name)=(Canarius) already exists", "23505"));
        assertThat(FaultLine.of(fault))
                .startsWith("IllegalStateException at FaultLineTest.a_fault_is_told")
                .contains(" < SQLException 23505 at FaultLineTest.")
                .doesNotContain("Canarius");
    }
}
