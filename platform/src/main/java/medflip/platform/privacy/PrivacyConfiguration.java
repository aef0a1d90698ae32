package medflip.platform.privacy;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keyring and what stands on it. The root key is {@code medflip.keys.root} where an operator gives it (from a
 * secrets store, as an environment variable), and else the file {@code root.key} in the data folder.
 */
@Configuration(proxyBeanMethods = false)
public class PrivacyConfiguration {

    @Bean
    RootKey rootKey(@Value("${medflip.keys.root:}") String root, @Value("${medflip.data:data}") Path folder) {
        return root.isBlank() ? RootKey.fromFile(folder.resolve(RootKey.FILE)) : RootKey.parse(root);
    }

    @Bean
    Keyring keyring(@Qualifier("keysDataSource") DataSource keysDataSource, RootKey root) {
        return Keyring.open(keysDataSource, root);
    }

    @Bean
    Restoration restoration(@Qualifier("keysDataSource") DataSource keysDataSource) {
        return new Restoration(keysDataSource);
    }

    @Bean
    BlindIndex blindIndex(Keyring keyring) {
        return new HmacIndex(keyring);
    }

    @Bean
    TenantSeal tenantSeal(Keyring keyring) {
        return new AeadSeal(keyring);
    }

    @Bean
    TenantRows tenantRows(JdbcClient jdbc) {
        return new TenantRows(jdbc);
    }

    @Bean
    Signer signer(JdbcClient jdbc, TenantSeal seal) {
        return new Signer(jdbc, seal);
    }
}
