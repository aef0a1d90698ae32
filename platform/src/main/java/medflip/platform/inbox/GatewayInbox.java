package medflip.platform.inbox;

import java.time.Clock;
import java.util.List;
import medflip.platform.privacy.TenantSeal;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The inbox of a webhooks gateway that is a process of its own: it keeps deliveries, and leaves it to the process of
 * the write side to read them. The gateway imports this in the place of {@link InboxConfiguration}.
 */
public class GatewayInbox {

    @Bean
    Inbox inbox(JdbcClient jdbc, TenantSeal seal, Clock clock) {
        InboxStore store = new InboxStore(jdbc, seal);
        return new Inbox(store, new InboxWorker(store, clock, List.of()), clock);
    }
}
