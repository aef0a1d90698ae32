package medflip.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {

    private final Letter letter = Letter.about("Confirm\r\nBcc: everybody@example.com")
            .says("Hello <script>alert(1)</script> & co.")
            .tells("Browser", "\"Firefox\"")
            .offers("Confirm it", "https://medflip.example/confirm#token");

    @Test
    void text_and_html_say_the_same() {
        assertThat(letter.text())
                .contains("Hello <script>alert(1)</script> & co.", "Browser: \"Firefox\"")
                .contains("Confirm it:\nhttps://medflip.example/confirm#token");
        assertThat(letter.html())
                .contains("Confirm it</a>", "href=\"https://medflip.example/confirm#token\"", "&quot;Firefox&quot;");
    }

    @Test
    void what_a_person_typed_is_never_markup() {
        assertThat(letter.html())
                .contains("Hello &lt;script&gt;alert(1)&lt;/script&gt; &amp; co.")
                .doesNotContain("<script");
    }

    @Test
    void a_subject_is_one_line_and_so_adds_no_header() {
        assertThat(letter.subject()).isEqualTo("Confirm Bcc: everybody@example.com");
    }

    @Test
    void opening_a_mail_asks_no_server_for_anything() {
        assertThat(letter.html()).doesNotContain("<img", "<link", "url(", "src=");
    }

    @Test
    void lines_that_are_quoted_stay_as_they_are() {
        Letter letter = Letter.about("The seal of your log").quotes("one\ntwo <3\n\n\u2014 medflip abc\n");
        assertThat(letter.text()).contains("one\ntwo <3\n\n\u2014 medflip abc\n");
        assertThat(letter.html()).contains("one\ntwo &lt;3\n\n\u2014 medflip abc\n</pre>");
    }
}
