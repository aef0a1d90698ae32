package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} tells of each requirement what shows it: tests that exist, or why it doesn't apply. */
class SecurityTableTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)#(\\w+)`");

    private static final Pattern NUMBERED = Pattern.compile("^\\| \\d");
    private static final Pattern ALGORITHM = Pattern.compile(
            "(?:MessageDigest|Mac|SecretKeyFactory|Signature|Cipher|KeyPairGenerator)\\.getInstance\\(\"([^\"]+)\""
                    + "|Predefined\\w+Parameters\\.(\\w+)");

    /** Answers that a caller's own request is the same as before are no secrets. */
    private static final Pattern COMPARED =
            Pattern.compile("(?i)\\w*(?:token|signature|secret|password)\\w*(?:\\(\\))?\\.equals\\("
                    + "|\\.equals\\((?:\\w+\\.)?\\w*(?:token|signature|secret|password)\\w*");

    private static final Pattern PASSWORD_FIELD = Pattern.compile("(?s)<PasswordInput\\b.*?/>");

    private final List<String> rows = ProjectFiles.text("docs/security.md")
            .lines()
            .filter(line -> NUMBERED.matcher(line).find())
            .toList();

    /**
     * What the service is built to: of level 2 what is not about the organisation behind a service, and of level 3 what
     * is cheap beyond. OAuth as a client, tokens and WebRTC have chapters of their own.
     */
    private static final List<String> REQUIREMENTS =
            Stream.of("""
                    1.2.4 1.2.10 1.3.2 1.3.6 1.3.7 1.3.11 1.3.12 1.5.2 1.5.3
                    2.2.1 2.3.1 2.3.2 2.3.3 2.3.4 2.4.1
                    3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.2 3.4.3 3.4.4 3.4.5 3.4.6 3.4.8 3.5.1 3.5.3
                    4.1.1 4.1.2 4.1.3 4.1.4 4.1.5 4.4 5.2.1 5.2.2 5.2.3 5.2.4 5.3.1
                    6.1.1 6.1.3 6.2.1 6.2.2 6.2.3 6.2.4 6.2.5 6.2.7 6.2.8 6.2.9 6.2.10 6.2.11 6.2.12
                    6.3.1 6.3.3 6.3.5 6.3.7 6.3.8 6.4.1 6.4.3 6.5.1 6.5.2 6.5.5 6.6.1 6.7.1 6.7.2 6.8.1 6.8.2
                    7.1.1 7.2.1 7.2.2 7.2.3 7.2.4 7.3.1 7.3.2 7.4.1 7.4.2 7.4.3 7.5.1 7.5.2 7.5.3
                    8.1.1 8.2.1 8.2.2 8.2.3 8.3.1 8.3.2 8.4.1 8.4.2
                    9.1.1 10.1.1 10.1.2 10.2.1 10.3 10.4 10.5.1 10.6 10.7
                    11.1.1 11.1.2 11.2.1 11.2.2 11.2.4 11.3.1 11.3.2 11.3.3 11.4.2 11.5.1
                    12.1.1 12.2.1 12.2.2 12.3.1 12.3.2
                    13.1.2 13.1.3 13.2.2 13.2.4 13.2.6 13.3.1 13.3.2 13.3.3 13.4.4 13.4.5 13.4.6
                    14.1.1 14.1.2 14.2.1 14.2.3 14.2.4 14.2.6 14.2.7 14.3.1 14.3.2
                    15.1.1 15.2.2 15.3.2 15.3.3 15.3.4 15.3.7 15.4.1
                    16.2.1 16.2.2 16.2.3 16.2.4 16.2.5 16.3.1 16.3.2 16.3.3 16.3.4 16.4.1 16.4.2 16.4.3
                    16.5.1 16.5.3 16.5.4 17
                    """.split("\\s+")).toList();

    /** {@code 7.2.1}, or {@code 7.2.1 to 7.2.4}. */
    private static final Pattern NUMBER = Pattern.compile("([\\d.]+\\.)?(\\d+)★?(?: to [\\d.]+\\.(\\d+))?");

    @Test
    void no_requirement_of_the_list_lacks_a_row() {
        Set<String> listed = rows.stream()
                .flatMap(row -> numbers(row.split("\\|")[1]))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(listed).containsAll(REQUIREMENTS);
        assertThat(numbers(" 7.2.1 to 7.2.4, 9.1★ ")).containsExactly("7.2.1", "7.2.2", "7.2.3", "7.2.4", "9.1");
    }

    @Test
    void each_algorithm_of_the_code_stands_in_the_inventory() {
        String inventory = ProjectFiles.text("docs/security.md").split("## Keys and algorithms")[1];
        List<String> algorithms = sources()
                .flatMap(source -> ALGORITHM.matcher(source).results())
                .map(named -> named.group(1) == null ? named.group(2) : named.group(1))
                .distinct()
                .toList();
        assertThat(algorithms)
                .hasSizeGreaterThan(4)
                .allSatisfy(name -> assertThat(inventory).contains(name));
    }

    @Test
    void no_secret_is_compared_character_by_character() {
        // The vault asks whether its owner brings another token; nobody else is asked for one there.
        assertThat(sources()
                        .filter(source -> !source.contains("class TwilioVault "))
                        .flatMap(source -> COMPARED.matcher(source).results())
                        .map(MatchResult::group))
                .isEmpty();
        assertThat(COMPARED.matcher("given.token().equals(known)").find()).isTrue();
        assertThat(COMPARED.matcher("known.equals(tokenHash)").find()).isTrue();
    }

    @Test
    void a_password_may_be_pasted_and_filled_in_by_a_manager() {
        List<String> fields = ProjectFiles.all(".tsx")
                .filter(file -> file.startsWith("browser-ui/src/domains/accounts/"))
                .flatMap(file -> PASSWORD_FIELD.matcher(ProjectFiles.text(file)).results())
                .map(MatchResult::group)
                .toList();
        assertThat(fields)
                .hasSizeGreaterThan(5)
                .allSatisfy(field -> assertThat(field)
                        .containsPattern("autoComplete=\"(new|current)-password\"")
                        .doesNotContain("onPaste"));
    }

    /** Of what is deployed: all of it, with its version, so that a fault that becomes known can be looked up. */
    @Test
    void what_is_built_in_is_listed_and_how_fast_its_faults_are_mended_is_written_down() {
        assertThat(rows.stream().filter(row -> row.startsWith("| 15.1.1 ")))
                .singleElement()
                .asString()
                .contains("within 7 days", "within 30", "bom.json");
        assertThat(ProjectFiles.text("pom.xml"))
                .contains("<artifactId>cyclonedx-maven-plugin</artifactId>", "<outputName>bom</outputName>");
    }

    private static Stream<String> sources() {
        return ProjectFiles.all(".java")
                .filter(file -> file.contains("/src/main/java/"))
                .map(ProjectFiles::text);
    }

    private static Stream<String> numbers(String cell) {
        return NUMBER.matcher(cell).results().flatMap(found -> {
            String chapter = found.group(1) == null ? "" : found.group(1);
            int first = Integer.parseInt(found.group(2));
            int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
            return IntStream.rangeClosed(first, last).mapToObj(number -> chapter + number);
        });
    }

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
