package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.policy.Promise;
import org.junit.jupiter.api.Test;

/** {@code docs/policy.md} tells of each promise which tests of this build and which code keep it. */
class PolicyDocumentTest {

    /** Soaks aren't meant: they don't run in every build. */
    private static final Pattern NAMED =
            Pattern.compile("(?<!@Tag\\(\"soak\"\\)\\s{1,9})void ((?:P\\d+(?:_\\d)?_)+)(\\w+)\\(");

    private static final Pattern NUMBER = Pattern.compile("P(\\d+)(?:_(\\d))?_");

    /** The policy has no numbered promise in these: an introduction, and whom to ask. */
    private static final Set<String> WITHOUT_PROMISE = Set.of("1", "13");

    private final Map<String, Set<String>> tests = tests();

    @Test
    void each_promise_has_tests_and_code_that_keep_it() {
        List<String> classes =
                ProjectFiles.mainClasses("platform", "command-side", "query-side", "webhooks-gateway", "all-in-one");
        assertThat(Promise.values()).allSatisfy(promise -> {
            assertThat(tests.getOrDefault(promise.id(), Set.of()))
                    .as("tests named after %s", promise.id())
                    .isNotEmpty();
            assertThat(promise.keepers()).isNotEmpty();
            assertThat(classes).containsAll(promise.keepers());
        });
    }

    @Test
    void each_section_of_the_policy_has_its_promise_and_no_test_is_named_after_another() {
        Set<String> known = Stream.of(Promise.values()).map(Promise::id).collect(Collectors.toCollection(TreeSet::new));
        String policy = ProjectFiles.text(policyFile());
        Set<String> sections = Pattern.compile("(?m)^##+ (\\d+(?:\\.\\d)?)\\.? ")
                .matcher(policy)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        sections.removeIf(section -> sections.stream().anyMatch(other -> other.startsWith(section + ".")));
        sections.removeAll(WITHOUT_PROMISE);
        assertThat(sections.stream().map(section -> "P" + section)).containsExactlyInAnyOrderElementsOf(known);
        assertThat(known).containsAll(tests.keySet());
    }

    @Test
    void the_page_says_so() {
        ProjectFiles.assertIs("docs/policy.md", page());
    }

    /** What the service itself tells of them. */
    @Test
    void the_service_says_so() {
        ProjectFiles.assertIs(
                "platform/src/main/resources/policy/tests.txt",
                Stream.of(Promise.values())
                        .flatMap(promise -> tests.getOrDefault(promise.id(), Set.of()).stream()
                                .map(test -> promise.id() + " " + test.replace("`", "") + "\n"))
                        .collect(Collectors.joining()));
    }

    private static String policyFile() {
        return ProjectFiles.all(".md")
                .filter(file -> file.startsWith("platform/src/main/resources/policy/"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private String page() {
        StringBuilder page = new StringBuilder("""
                # How the promises of the privacy policy are kept

                Made of `Promise` and of the tests that are named after a promise, by `PolicyDocumentTest`; every one of
                these tests runs in `mvn verify`. A promise without a test fails the build. The
                [policy in force](../%s) says the same as the one that was published before, with these differences:

                - It named Fernet and Flask-Login. This service encrypts by AES-256-GCM with Google Tink, and keeps its
                  sessions on the server.
                - It had no date, and no section on whom to ask. Both are there.
                - What isn't built is said here, in the promise's own line, and not passed over.

                """.formatted(policyFile()));
        for (Promise promise : Promise.values()) {
            page.append("## ").append(promise.id()).append("\n\n");
            page.append(promise.says()).append("\n\n");
            page.append(promise.kept()).append("\n\n");
            page.append("Code: ")
                    .append(promise.keepers().stream()
                            .map(name -> "`" + name + "`")
                            .collect(Collectors.joining(", ")))
                    .append("\n\n");
            tests.getOrDefault(promise.id(), Set.of())
                    .forEach(test -> page.append("- ").append(test).append("\n"));
            page.append("\n");
        }
        return page.toString().stripTrailing() + "\n";
    }

    /** By promise: {@code ErasureTest: a photo about a person is gone with the person}. */
    private static Map<String, Set<String>> tests() {
        Map<String, Set<String>> tests = new TreeMap<>();
        ProjectFiles.all("Test.java").forEach(file -> {
            String type = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
            NAMED.matcher(ProjectFiles.text(file))
                    .results()
                    .forEach(found -> promises(found.group(1))
                            .forEach(promise -> tests.computeIfAbsent(promise, first -> new TreeSet<>())
                                    .add("`" + type + "`: " + found.group(2).replace('_', ' '))));
        });
        return tests;
    }

    private static List<String> promises(String prefix) {
        return NUMBER.matcher(prefix).results().map(PolicyDocumentTest::promise).toList();
    }

    private static String promise(MatchResult found) {
        return "P" + found.group(1) + (found.group(2) == null ? "" : "." + found.group(2));
    }
}
