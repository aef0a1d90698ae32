package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} tells of each requirement what shows it: tests that exist, or why it doesn't apply. */
class SecurityTableTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");

    private final List<String> rows = ProjectFiles.text("docs/security.md")
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| id"))
            .toList();

    @Test
    void each_requirement_names_a_test_or_says_why_it_doesnt_apply() {
        assertThat(rows)
                .hasSizeGreaterThan(25)
                .allMatch(row -> NAMED.matcher(row).find() || row.contains("doesn't apply: "));
    }

    @Test
    void each_named_test_exists() {
        Map<String, String> tests = ProjectFiles.all("Test.java")
                .collect(Collectors.toMap(
                        file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".java".length()),
                        Function.identity(),
                        (one, another) -> one));
        assertThat(rows.stream().flatMap(row -> NAMED.matcher(row).results()))
                .allSatisfy(named -> assertThat(tests).containsKey(named.group(1)))
                .allSatisfy(named -> assertThat(ProjectFiles.text(tests.get(named.group(1))))
                        .as(named.group())
                        .contains("void " + named.group(2) + "("));
    }

    @Test
    void a_test_that_isnt_there_would_be_noticed() {
        assertThat(NAMED.matcher("`SecurityTableTest#nobody_wrote_this`")
                        .results()
                        .map(MatchResult::group))
                .hasSize(1);
        assertThat(ProjectFiles.text("all-in-one/src/test/java/medflip/architecture/SecurityTableTest.java"))
                .doesNotContain("void nobody_wrote_this" + "(");
    }
}
