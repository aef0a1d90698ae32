package medflip.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class DatabaseConfigurationTest {

    private final ApplicationContextRunner process = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withInitializer(
                    context -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
            .withPropertyValues(
                    "spring.datasource.url=jdbc:postgresql://nowhere/medflip",
                    "medflip.database.keys-url=jdbc:postgresql://nowhere/keys",
                    "medflip.database.owner-password=of the owner",
                    "spring.datasource.password=of the service",
                    "medflip.database.tenant-password=of tenants",
                    "medflip.database.keys-password=of keys");

    @Test
    void a_process_that_does_not_migrate_makes_views_with_its_own_password() {
        process.run(context -> assertThat(viewsOf(context)).isEqualTo("medflip_owner"));
        process.withPropertyValues("medflip.database.migrate=false", "spring.datasource.username=medflip_query")
                .run(context -> assertThat(viewsOf(context)).isEqualTo("medflip_query"));
    }

    private static String viewsOf(ApplicationContext context) {
        return context.getBean(DatabaseAccess.class).owner().role();
    }
}
