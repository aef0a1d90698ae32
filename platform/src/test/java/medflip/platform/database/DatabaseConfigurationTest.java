package medflip.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseConfigurationTest {

    private final ApplicationContextRunner process = new ApplicationContextRunner()
            .withUserConfiguration(DatabaseConfiguration.class)
            .withInitializer(
                    context -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
            .withPropertyValues("spring.datasource.url=jdbc:postgresql://nowhere/");

    @Test
    void a_process_that_does_not_migrate_has_no_pool_of_the_owners_that_health_could_look_at() {
        process.run(context ->
                assertThat(context.getBeanNamesForType(DataSource.class)).contains("ownerDataSource"));
        process.withPropertyValues("medflip.database.migrate=false")
                .run(context -> assertThat(context.getBeanNamesForType(DataSource.class))
                        .containsExactlyInAnyOrder("serviceDataSource", "tenantDataSource", "keysDataSource"));
    }
}
