package medflip.platform.routing;

import io.axoniq.axonserver.connector.event.EventChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import medflip.platform.serialization.EventSerializer;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.axonserver.connector.util.ExecutorServiceBuilder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.serialization.Serializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * The connection to Axon Server, by which this process sends commands and questions and is sent some, and by which
 * events are stored there, if the log is kept there.
 *
 * <p>It is looked for as long as it isn't there, every quarter of a second, and a connection over which nothing comes
 * back for some seconds counts as lost. At the service's end this process leaves before its web server does: nothing is
 * sent to it any more, while its own requests still end.
 */
final class AxonServer implements SmartLifecycle, AutoCloseable {

    /** The one that every edition has; the standard edition takes any other for it, without a word. */
    static final String ONLY_CONTEXT = "default";

    private static final Duration RECONNECT_AFTER = Duration.ofMillis(250);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** Commands of other processes that are decided at the same time; as many share a commit. */
    private static final int DECIDERS = 64;

    /** Questions of other processes that are answered at the same time. */
    private static final int ANSWERERS = 8;

    private final AxonServerConfiguration settings;
    private final AxonServerConnectionManager connections;
    private final List<Runnable> leaving = new CopyOnWriteArrayList<>();
    private final List<ExecutorService> threads = new CopyOnWriteArrayList<>();
    private volatile boolean taking;

    /**
     * Where Axon Server is, and how it is reached.
     *
     * @param servers {@code host:port}, several with commas between them
     * @param token that it asks for; empty if it doesn't
     * @param tls whether the connection is encrypted
     * @param certificate file with the certificate to trust instead of those that Java trusts; empty if none
     * @param context only {@value AxonServer#ONLY_CONTEXT}
     */
    record Place(String servers, String token, boolean tls, String certificate, String context) {}

    /**
     * Doesn't connect yet.
     *
     * @param component what this process is called there
     * @throws IllegalStateException if another context is wanted
     */
    AxonServer(Place place, String component) {
        if (!place.context().equals(ONLY_CONTEXT)) {
            throw new IllegalStateException("Axon Server's context " + place.context()
                    + " would keep nobody apart: businesses are, by their ids and by what each command says. Use "
                    + ONLY_CONTEXT + ".");
        }
        settings = AxonServerConfiguration.builder()
                .servers(place.servers())
                .componentName(component)
                .context(ONLY_CONTEXT)
                .build();
        if (!place.token().isEmpty()) {
            settings.setToken(place.token());
        }
        settings.setSslEnabled(place.tls());
        if (!place.certificate().isEmpty()) {
            settings.setCertFile(place.certificate());
        }
        settings.setReconnectInterval(RECONNECT_AFTER.toMillis());
        settings.setConnectTimeout(CONNECT_WITHIN.toMillis());
        settings.getHeartbeat().setEnabled(true);
        settings.getHeartbeat().setInterval(HEARTBEAT.toMillis());
        settings.getHeartbeat().setTimeout(SILENCE.toMillis());
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(settings)
                .build();
    }

    /** @param deciding decides what other processes send */
    CommandBus before(CommandBus deciding) {
        AxonServerCommandBus made = AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(settings)
                .localSegment(deciding)
                .serializer(EventSerializer.plain())
                .executorServiceBuilder(threads("decider-", DECIDERS))
                .routingStrategy(command -> String.valueOf(command.getMetaData().get(RoutedCommands.AGGREGATE)))
                .build();
        made.start();
        leaving.add(() -> made.disconnect().join());
        return made;
    }

    /** By which others are asked, and ask. */
    QueryBus questions() {
        Serializer serializer = EventSerializer.plain();
        SimpleQueryBus answering = SimpleQueryBus.builder().build();
        AxonServerQueryBus made = AxonServerQueryBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(settings)
                .localSegment(answering)
                .updateEmitter(answering.queryUpdateEmitter())
                .messageSerializer(serializer)
                .genericSerializer(serializer)
                .queryExecutorServiceBuilder(threads("answerer-", ANSWERERS))
                .queryResponseExecutorServiceBuilder(threads("answers-", ANSWERERS))
                .build();
        made.start();
        leaving.add(made::disconnect);
        return made;
    }

    /** By the settings, for a command that runs without a service. */
    static AxonServer of(Environment settings, String component) {
        return new AxonServer(
                new Place(
                        settings.getProperty("medflip.axonserver.servers", ""),
                        settings.getProperty("medflip.axonserver.token", ""),
                        settings.getProperty("medflip.axonserver.tls", Boolean.class, false),
                        settings.getProperty("medflip.axonserver.certificate", ""),
                        settings.getProperty("medflip.axonserver.context", ONLY_CONTEXT)),
                component);
    }

    /** What is stored there. */
    EventChannel events() {
        return connections.getConnection(ONLY_CONTEXT).eventChannel();
    }

    /** Asks nobody, and so costs nothing. */
    boolean isConnected() {
        return connections.isConnected(ONLY_CONTEXT);
    }

    @Override
    public void start() {
        connections.start();
        taking = true;
    }

    @Override
    public void stop() {
        taking = false;
        leaving.forEach(Runnable::run);
    }

    @Override
    public boolean isRunning() {
        return taking;
    }

    @Override
    public void close() {
        connections.shutdown();
        threads.forEach(ExecutorService::shutdown);
    }

    /** As Axon's own, but for their end, which Axon leaves to the process. */
    private ExecutorServiceBuilder threads(String name, int count) {
        return (configuration, waiting) -> {
            ExecutorService made = new ThreadPoolExecutor(
                    count,
                    count,
                    0,
                    TimeUnit.SECONDS,
                    waiting,
                    Thread.ofPlatform().name(name, 0).daemon().factory());
            threads.add(made);
            return made;
        };
    }
}
