package medflip.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.kernel.Money;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

class CsvResponseTest {

    private static final CsvColumns<String> TEXTS = new CsvColumns<String>().text("Text", text -> text);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "+16175550199+1",
                "+16175550199, =1",
                "+1617555019988888"
            })
    void a_text_that_begins_like_a_formula_gets_an_apostrophe(String text) {
        assertThat(CsvColumns.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x=1", "'=1", "1-2", " =1", "+16175550199", "+16175550199, +442079460000"})
    void any_other_text_stays_as_it_is(String text) {
        assertThat(CsvColumns.guarded(text)).isEqualTo(text);
    }

    @Test
    void amounts_have_the_digits_of_their_currency() throws IOException {
        CsvColumns<Money> amounts = new CsvColumns<Money>().money("Amount", money -> money);
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsvResponse.write(response, "amounts", amounts, each -> {
            each.accept(new Money(-1250, "USD"));
            each.accept(new Money(5, "USD"));
            each.accept(new Money(1250, "JPY"));
        });
        assertThat(response.getContentAsString()).isEqualTo("Amount\r\n-12.50\r\n0.05\r\n1250\r\n");
    }

    @Test
    void quotes_commas_and_breaks_are_quoted_and_absent_values_are_empty() throws IOException {
        CsvColumns<String> columns = new CsvColumns<String>()
                .text("A", text -> text)
                .text("B", text -> null)
                .value("C", text -> null)
                .money("D", text -> null);
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsvResponse.write(response, "texts", columns, each -> {
            each.accept("a,b");
            each.accept("say \"hi\"");
            each.accept("two\nlines");
            each.accept("ünï");
        });
        assertThat(response.getContentAsString())
                .isEqualTo("A,B,C,D\r\n\"a,b\",,,\r\n\"say \"\"hi\"\"\",,,\r\n\"two\nlines\",,,\r\nünï,,,\r\n");
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"texts.csv\"");
        assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void an_empty_list_is_a_file_with_titles_alone() throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsvResponse.write(response, "texts", TEXTS, each -> {});
        assertThat(response.getContentAsString()).isEqualTo("Text\r\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 999, 1_000, 1_001, 2_000, 4_321})
    void a_list_of_any_length_comes_whole_and_in_order(int length) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsvResponse.write(
                response, "texts", TEXTS, each -> IntStream.range(0, length).forEach(row -> each.accept("row " + row)));
        assertThat(response.getContentAsString().lines())
                .containsExactlyElementsOf(Stream.concat(
                                Stream.of("Text"), IntStream.range(0, length).mapToObj(row -> "row " + row))
                        .toList());
    }

    @Test
    void a_row_that_can_t_be_told_breaks_the_list_off() {
        CsvColumns<Integer> columns = new CsvColumns<Integer>().value("Number", row -> 1 / (2_500 - row));
        assertThatThrownBy(() -> CsvResponse.write(
                        new MockHttpServletResponse(),
                        "numbers",
                        columns,
                        each -> IntStream.range(0, 10_000).forEach(each::accept)))
                .hasRootCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_failure_before_the_first_row_leaves_the_answer_untouched() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        assertThatThrownBy(() -> CsvResponse.write(response, "texts", TEXTS, each -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(response.getContentType()).isNull();
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void a_file_that_breaks_off_never_looks_whole(@TempDir Path folder) throws Exception {
        Tomcat tomcat = started(folder);
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/broken.csv"))
                    .build();
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, BodyHandlers.ofString()))
                    .isInstanceOf(IOException.class);
        } finally {
            tomcat.stop();
            tomcat.destroy();
        }
    }

    private static Tomcat started(Path folder) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        var application = new AnnotationConfigWebApplicationContext();
        application.register(Broken.class);
        Context context = tomcat.addContext("", folder.toString());
        Wrapper api = Tomcat.addServlet(context, "api", new DispatcherServlet(application));
        api.setLoadOnStartup(1);
        api.addMapping("/");
        tomcat.start();
        return tomcat;
    }

    /** An export whose database fails when much of it was sent already. */
    @RestController
    @EnableWebMvc
    @Import({ProblemAdvice.class, ListingResponse.BrokenOffAdvice.class})
    static class Broken {

        @GetMapping("/broken.csv")
        void export(jakarta.servlet.http.HttpServletResponse response) throws IOException {
            CsvResponse.write(response, "broken", TEXTS, each -> {
                IntStream.range(0, 10_000).forEach(row -> each.accept("row " + row));
                throw new IllegalStateException("the database has gone");
            });
        }
    }
}
