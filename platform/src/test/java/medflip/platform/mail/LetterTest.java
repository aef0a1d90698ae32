package medflip.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LetterTest {

    private final Letter letter = Letter.essential("Confirm\r\nBcc: everybody@example.com")
            .says("Hello <script>alert(1)</script> & co.")
            .tells("Browser", "\"Firefox\"")
            .offers("Confirm it", "https://medflip.example/confirm#token");

    @Test
    void text_and_html_say_the_same() {
        assertThat(letter.text(null))
                .contains("Hello <script>alert(1)</script> & co.", "Browser: \"Firefox\"")
                .contains("Confirm it:\nhttps://medflip.example/confirm#token");
        assertThat(letter.html(null))
                .contains("Confirm it</a>", "href=\"https://medflip.example/confirm#token\"", "&quot;Firefox&quot;");
    }

    @Test
    void what_a_person_typed_is_never_markup() {
        assertThat(letter.html(null))
                .contains("Hello &lt;script&gt;alert(1)&lt;/script&gt; &amp; co.")
                .doesNotContain("<script");
    }

    @Test
    void a_subject_is_one_line_and_so_adds_no_header() {
        assertThat(letter.subject()).isEqualTo("Confirm Bcc: everybody@example.com");
    }

    @Test
    void opening_a_mail_asks_no_server_for_anything() {
        assertThat(letter.html(null)).doesNotContain("<img", "<link", "url(", "src=");
    }

    @Test
    void P8_what_can_be_declined_says_how_and_what_is_essential_does_not() {
        Unsubscribe way = new Unsubscribe("https://medflip.example/unsubscribe#token", "https://medflip.example/post");
        assertThat(letter.text(way))
                .endsWith("To get no more mails like it:\nhttps://medflip.example/unsubscribe#token\n");
        assertThat(letter.html(way)).contains("href=\"https://medflip.example/unsubscribe#token\"");
        assertThat(letter.text(null) + letter.html(null)).doesNotContain("unsubscribe", "no more mails");
        assertThat(letter.isEssential()).isTrue();
        assertThat(Letter.optional("News").isEssential()).isFalse();
    }

    @Test
    void lines_that_are_quoted_stay_as_they_are() {
        Letter letter = Letter.optional("The seal of your log").quotes("one\ntwo <3\n\n\u2014 medflip abc\n");
        assertThat(letter.text(null)).contains("one\ntwo <3\n\n\u2014 medflip abc\n");
        assertThat(letter.html(null)).contains("one\ntwo &lt;3\n\n\u2014 medflip abc\n</pre>");
    }
}
