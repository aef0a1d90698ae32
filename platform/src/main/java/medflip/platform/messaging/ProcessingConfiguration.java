package medflip.platform.messaging;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import javax.sql.DataSource;
import medflip.platform.database.Deployment;
import medflip.platform.eventstore.EventTable;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.Restoration;
import medflip.platform.view.LiveChanges;
import medflip.platform.view.ProjectionHandlers;
import medflip.platform.view.RestoredViews;
import medflip.platform.view.StoredPositions;
import medflip.platform.view.ViewParameters;
import medflip.platform.view.ViewProgress;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How processors run: pooled, in batches, in one transaction with their token. An event that one of them can't take is
 * set aside with all later ones of its own stream; other streams, and so other tenants, go on.
 */
@Configuration(proxyBeanMethods = false)
public class ProcessingConfiguration {

    /** Above 1,024 a processor's queue is full before its batch is. */
    private static final int BATCH = 500;

    /** Streams that may wait in one processor's queue before it stops altogether. */
    private static final int MOST_DEAD_SEQUENCES = 100_000;

    private static final Duration RETRY_DEAD_LETTERS_EVERY = Duration.ofMinutes(5);

    /** After so long without a sign of life another process takes over what one has claimed. */
    private static final Duration CLAIM = Duration.ofSeconds(10);

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("read.token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    private static final DeadLetterSchema DEAD_LETTERS = DeadLetterSchema.builder()
            .deadLetterTable("write.dead_letter")
            .deadLetterIdentifierColumn("dead_letter_id")
            .processingGroupColumn("processing_group")
            .sequenceIdentifierColumn("sequence_identifier")
            .sequenceIndexColumn("sequence_index")
            .messageTypeColumn("message_type")
            .eventIdentifierColumn("event_identifier")
            .timestampColumn("time_stamp")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .metaDataColumn("meta_data")
            .aggregateTypeColumn("aggregate_type")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .tokenTypeColumn("token_type")
            .enqueuedAtColumn("enqueued_at")
            .lastTouchedColumn("last_touched")
            .processingStartedColumn("processing_started")
            .causeTypeColumn("cause_type")
            .causeMessageColumn("cause_message")
            .build();

    @Bean
    ConnectionProvider connectionProvider(DataSource serviceDataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(serviceDataSource));
    }

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer serializer, Deployment deployment) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(TOKENS)
                .serializer(serializer)
                // Where nobody else is, a claim that is found is of a process that is gone.
                .claimTimeout(deployment.alone() ? Duration.ZERO : CLAIM)
                .build();
    }

    @Bean
    LiveChanges liveChanges() {
        return new LiveChanges();
    }

    @Bean
    ViewParameters viewParameters() {
        return new ViewParameters();
    }

    @Bean
    ProjectionHandlers projectionHandlers(DataSource serviceDataSource, LiveChanges live, Keyring keyring) {
        return new ProjectionHandlers(serviceDataSource, live, keyring::isErased);
    }

    @Bean
    RestoredViews restoredViews(
            Restoration restoration, @Qualifier("serviceDataSource") DataSource service, ApplicationContext context) {
        return new RestoredViews(restoration, service, context);
    }

    @Bean
    StoredPositions storedPositions(DataSource serviceDataSource) {
        return new StoredPositions(serviceDataSource);
    }

    @Bean
    PausedProcessors pausedProcessors(
            DataSource serviceDataSource, ObjectProvider<EventProcessingConfiguration> processing) {
        return new PausedProcessors(
                serviceDataSource, () -> processing.getObject().eventProcessors());
    }

    /** After processors have started, and until they end. */
    @Bean
    ConfigurerModule keepingToPauses(PausedProcessors paused) {
        return configurer -> {
            configurer.onStart(Phase.INBOUND_EVENT_CONNECTORS + 1, paused::begin);
            configurer.onShutdown(Phase.INBOUND_EVENT_CONNECTORS + 1, paused::end);
        };
    }

    @Bean
    ViewProgress viewProgress(
            ObjectProvider<EventProcessingConfiguration> processing, StoredPositions stored, PausedProcessors paused) {
        return new ViewProgress(
                group -> processing.getObject().eventProcessor(group, StreamingEventProcessor.class),
                stored::of,
                paused::isPaused);
    }

    /** How many positions each processor is behind the newest event. */
    @Bean
    MeterBinder processorLag(
            EventTable log, ViewProgress progress, ObjectProvider<EventProcessingConfiguration> processing) {
        return registry -> processing
                .getObject()
                .eventProcessors()
                .keySet()
                .forEach(name -> Gauge.builder("medflip.processor.lag", () -> log.head() - progress.position(name))
                        .tag("processor", name)
                        .register(registry));
    }

    @Bean
    DeadLetterOffice deadLetterOffice(
            JdbcClient jdbc,
            ObjectProvider<EventProcessingConfiguration> processing,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return new DeadLetterOffice(
                jdbc, processing, group -> deadLetters(group, connections, transactions, serializer, eventSerializer));
    }

    @Bean
    RecurringTask<Void> retryDeadLetters(DeadLetterOffice office) {
        return Tasks.recurring(DeadLetterOffice.RETRY, FixedDelay.of(RETRY_DEAD_LETTERS_EVERY))
                .execute((task, context) -> office.retryAll());
    }

    @Bean
    ConfigurerModule processors(
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer) {
        return configurer ->
                configure(configurer.eventProcessing(), connections, transactions, serializer, eventSerializer);
    }

    private static void configure(
            EventProcessingConfigurer processing,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            Serializer eventSerializer) {
        processing
                .usingPooledStreamingEventProcessors(
                        (config, builder) -> builder.initialSegmentCount(1).batchSize(BATCH))
                // Axon's own default logs a failed event and skips it.
                .registerDefaultListenerInvocationErrorHandler(config -> PropagatingErrorHandler.instance())
                .registerDefaultSequencingPolicy(config -> SequentialPerAggregatePolicy.instance())
                .registerDeadLetterQueueProvider(
                        group -> config -> deadLetters(group, connections, transactions, serializer, eventSerializer))
                // A cause's message may quote a person's data; its type says enough to find the fault.
                .registerDefaultDeadLetterPolicy(config -> (letter, cause) ->
                        Decisions.enqueue(new ThrowableCause(cause.getClass().getName(), "")));
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group,
            ConnectionProvider connections,
            TransactionManager transactions,
            Serializer serializer,
            Serializer eventSerializer) {
        return new DeadLetters(
                group,
                JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .maxSequences(MOST_DEAD_SEQUENCES)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(DEAD_LETTERS)
                        .genericSerializer(serializer)
                        .eventSerializer(eventSerializer));
    }
}
