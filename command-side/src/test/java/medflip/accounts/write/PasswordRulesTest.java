package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private static final String[] KNOWN = {"tammy.jones@example.com", "Gulf Coast Strips LLC"};

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "только пароль длинный",
                "        spaces count too",
                "tammy likes blue herons",
                "123456 is no password at all"
            })
    void a_long_password_that_nobody_guesses_first_is_taken_as_it_is(String password) {
        assertThat(rules.check(password, KNOWN)).isEqualTo(password);
    }

    @Test
    void fifty_thousand_are_known_to_be_guessed_first() {
        // The first, one from the middle and the last of the list, each with what people put around it.
        for (String known : new String[] {"iloveyou", "timezone", "qwertyui"}) {
            assertThatThrownBy(() -> rules.check("2026" + known + "!!!!!!!!!!", KNOWN))
                    .hasMessageContaining("first passwords");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fourteen chars", "😀😀😀😀😀😀😀"})
    void a_short_one_is_not(String password) {
        assertThatThrownBy(() -> rules.check(password, KNOWN)).hasMessageContaining("15 to 128");
    }

    @Test
    void a_length_is_counted_in_characters_as_people_see_them() {
        assertThat(rules.check("🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋📎🐎🔋🔋", KNOWN)).isNotEmpty();
        assertThatThrownBy(() -> rules.check("ab ".repeat(50), KNOWN)).hasMessageContaining("128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passwordpassword",
                "PasswordPassword",
                "password12345678!",
                "2026!!iloveyou!!2026",
                "aaaaaaaaaaaaaaaaaaaa",
                "xyxyxyxyxyxyxyxyxy",
                "qwertyuiopqwertyuiop",
                "abcdefghijklmnopqrst",
                "98765432109876543210",
                "123456789987654321",
                "1111 2222 3333 4444"
            })
    void one_that_is_guessed_first_is_not(String password) {
        assertThatThrownBy(() -> rules.check(password, KNOWN)).hasMessageContaining("first passwords");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tammy.jones@example.com",
                "TammyJones2026!!",
                "gulf coast strips llc",
                "medflip profit 2026",
                "my medflip 12345"
            })
    void one_that_is_made_of_what_is_known_is_not(String password) {
        assertThatThrownBy(() -> rules.check(password, KNOWN)).hasMessageContaining("too close");
    }
}
