package medflip.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("medflip");

    @ParameterizedTest
    @EnumSource
    void the_code_keeps_to(Rule rule) {
        rule.rule().check(CODE);
    }

    @Test
    void the_rules_see_every_source_file_of_what_runs() {
        assertThat(CODE.stream().map(JavaClass::getName).collect(Collectors.toSet()))
                .containsAll(ProjectFiles.mainClasses("shared-events", "platform", "command-side", "query-side"))
                .containsAll(ProjectFiles.mainClasses("webhooks-gateway", "all-in-one"));
    }
}
