package medflip.platform.database;

import javax.sql.DataSource;
import medflip.platform.database.DatabaseAccess.Login;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The connections of a webhooks gateway that is a process of its own, as a role that may find whose a webhook is and
 * keep a delivery, and nothing else. It imports this in the place of {@link DatabaseConfiguration}, and migrates
 * nothing.
 */
public class GatewayDatabase {

    private static final String ROLE = "medflip_gateway";

    @Bean
    @Primary
    DataSource gatewayDataSource(
            @Value("${spring.datasource.url}") String url,
            @Value("${medflip.database.gateway-password}") String password,
            @Value("${medflip.database.gateway-pool:8}") int size) {
        return DatabaseConfiguration.pool(
                "gateway", url, new Login(ROLE, password), size, DatabaseConfiguration.SCHEMAS);
    }

    @Bean(defaultCandidate = false)
    DataSource keysDataSource(
            @Value("${medflip.database.keys-url}") String url,
            @Value("${medflip.database.gateway-password}") String password,
            @Value("${medflip.database.keys-pool:4}") int size) {
        return DatabaseConfiguration.pool("keys", url, new Login(ROLE, password), size, DatabaseConfiguration.SCHEMAS);
    }
}
