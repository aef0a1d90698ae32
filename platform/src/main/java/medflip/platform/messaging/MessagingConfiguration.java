package medflip.platform.messaging;

import medflip.platform.command.MessageMetadata;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What every message carries, and that nothing runs without what it needs. */
@Configuration(proxyBeanMethods = false)
public class MessagingConfiguration {

    /** Which message caused this one, and which began it all; Axon's own provider under our names. */
    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider(MessageMetadata.CAUSATION, MessageMetadata.CORRELATION);
    }

    @Bean
    CorrelationDataProvider caller() {
        return new SimpleCorrelationDataProvider(
                MessageMetadata.TENANT,
                MessageMetadata.ACTOR,
                MessageMetadata.SESSION,
                MessageMetadata.POLICY_VERSION,
                MessageMetadata.IDEMPOTENCY_KEY,
                MessageMetadata.REQUEST_HASH,
                MessageMetadata.UNDOES,
                MessageMetadata.UNDO_REASON);
    }

    /** For processors. A command needs none: its transaction is the event store's append and nothing else. */
    @Bean
    TransactionManager axonTransactions(PlatformTransactionManager serviceTransactions) {
        return new SpringTransactionManager(serviceTransactions);
    }

    /** An event that says neither whose it is nor who caused it is never stored. */
    static MessageDispatchInterceptor<EventMessage<?>> requireMetadata() {
        return events -> (index, event) -> {
            MessageMetadata.tenant(event);
            return event;
        };
    }

    /** Boot and Axon together leave silent no-ops where a bean is missing: such a start is refused. */
    @Bean
    InitializingBean noSilentNoOps(TransactionManager transactions, TokenStore tokens, EventStore events) {
        return () -> {
            if (!(transactions instanceof SpringTransactionManager)
                    || !(tokens instanceof JdbcTokenStore)
                    || !events.getClass().getName().startsWith("medflip.")) {
                throw new IllegalStateException("Axon would run without transactions, tokens or our event store: "
                        + transactions + ", " + tokens + ", " + events);
            }
        };
    }
}
