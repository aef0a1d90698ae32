package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.platform.command.Rejection;
import medflip.platform.serialization.EventNames;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code browser-ui/contract.json} lists what the screens must have words for, and the UI's own tests demand the words.
 * So a refusal or an event that is added here can't reach a person as a bare code.
 */
class ContractTest {

    private static final Path CONTRACT = Path.of("..", "browser-ui", "contract.json");

    /** What is refused before there is a command has no class of its own; its code stands where it is said. */
    private static final Pattern IN_PASSING = Pattern.compile("\"(request\\.[a-z-]+|accounts\\.sign-in-required)\"");

    private static final Pattern KIND_OF_MAIL = Pattern.compile("\\| `([a-z.-]+)` \\|");

    private static final List<Path> SAYING_THEM = List.of(
            Path.of("..", "platform", "src", "main", "java"), Path.of("..", "command-side", "src", "main", "java"));

    @Test
    void the_screens_know_every_reason_to_refuse_and_no_other() throws IOException {
        Set<String> codes = new TreeSet<>();
        rejections().flatMap(ContractTest::codes).forEach(codes::add);
        for (Path sources : SAYING_THEM) {
            codes.addAll(codesIn(sources));
        }
        assertThat(contract("problemCodes")).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void the_screens_know_every_event_that_is_stored_and_no_other() throws IOException {
        assertThat(contract("events"))
                .containsExactlyInAnyOrderElementsOf(EventNames.scan().all());
    }

    /** By the previews, of which there is one for each mail that is sent. */
    @Test
    void the_screens_know_every_kind_of_mail_and_no_other() throws IOException {
        String previews = Files.readString(Path.of("..", "docs", "mails", "README.md"));
        assertThat(contract("mails"))
                .containsExactlyInAnyOrderElementsOf(KIND_OF_MAIL
                        .matcher(previews)
                        .results()
                        .map(kind -> kind.group(1))
                        .collect(Collectors.toSet()));
    }

    private static List<String> contract(String list) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(CONTRACT)).get(list).values().stream()
                .map(text -> text.asString())
                .toList();
    }

    private static Stream<Class<?>> rejections() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Rejection.class));
        return scanner.findCandidateComponents("medflip").stream()
                .map(found -> ClassUtils.resolveClassName(Objects.requireNonNull(found.getBeanClassName()), null));
    }

    /** Those of an enum; or the one of a record, which is called like it, in the domain whose package it is in. */
    private static Stream<String> codes(Class<?> rejection) {
        if (rejection.isEnum()) {
            return Arrays.stream(rejection.getEnumConstants()).map(reason -> ((Rejection) reason).code());
        }
        String domain = rejection.getPackageName().split("\\.")[1];
        String name = rejection.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return Stream.of(domain + "." + name.toLowerCase(Locale.ROOT));
    }

    private static Set<String> codesIn(Path sources) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                IN_PASSING.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        return codes;
    }
}
