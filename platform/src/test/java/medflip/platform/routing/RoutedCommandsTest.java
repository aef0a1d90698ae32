package medflip.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import medflip.billing.events.Access;
import medflip.kernel.AggregateId;
import medflip.kernel.PersonName;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.AxonCommands;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.Receipt;
import medflip.platform.command.RequestRejection;
import medflip.platform.eventstore.CommandKey;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.Caller;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes and what stands between them, with Axon's own connector and real connections. */
class RoutedCommandsTest {

    private static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
    private static final Caller CALLER = Caller.user(TENANT, new UUID(7, 7));
    private static final Conditions KEYED = new Conditions("a key", "its hash", null);
    private static final long POSITION = 42;

    private static final Keyring KEYRING = TestKeyring.create();
    private static final TenantSeal SEAL = TestKeyring.seal(KEYRING);
    private static final CommandKey KEY = new CommandKey(new byte[32]);

    private Switchboard switchboard = new Switchboard(0);
    private final Map<String, List<String>> deciders = new ConcurrentHashMap<>();
    private final Side left = new Side("left", SEAL);
    private final Side right = new Side("right", SEAL);

    /** What the one that decides does. */
    enum Then {
        DO_IT,
        REFUSE,
        FIND_IT_CHANGED,
        FIND_NOTHING,
        FAIL
    }

    record Ask(ThingId thingId, PersonName who, Then then) implements Command {
        @Override
        public AggregateId aggregateId() {
            return thingId;
        }
    }

    /** One that decides and sends. */
    private final class Side implements AutoCloseable {
        private final String name;
        private final AxonServer server;
        private final RoutedCommands routed;
        private final AxonCommands commands;

        Side(String name, TenantSeal seal) {
            this.name = name;
            server = new AxonServer(place(AxonServer.ONLY_CONTEXT), name);
            routed = new RoutedCommands(
                    AxonCommands.guard(SimpleCommandBus.builder().build()),
                    server::before,
                    server::isConnected,
                    new CommandForm(MessageSeal.ofCommandSides(seal, KEY)),
                    Duration.ofSeconds(5));
            routed.subscribe(Ask.class.getName(), command -> decide((Ask) command.getPayload(), command));
            server.start();
            commands =
                    new AxonCommands(routed, (tenant, key) -> Optional.empty(), tenant -> false, tenant -> Access.FULL);
        }

        private Object decide(Ask ask, CommandMessage<?> command) {
            deciders.computeIfAbsent(ask.thingId().value(), id -> new ArrayList<>())
                    .add(name);
            assertThat(command.getMetaData())
                    .containsKey(MessageMetadata.ACTOR)
                    .containsEntry(MessageMetadata.TENANT, TENANT.toString());
            switch (ask.then()) {
                case REFUSE -> throw new CommandRejected(RequestRejection.IDEMPOTENCY_MISMATCH);
                case FIND_IT_CHANGED -> throw new ConcurrencyException("Changed");
                case FIND_NOTHING ->
                    throw new AggregateNotFoundException(ask.thingId().value(), "Nothing");
                case FAIL -> throw new IllegalArgumentException("A fault that quotes Wanda");
                case DO_IT ->
                    CurrentUnitOfWork.get()
                            .<Receipt>getResource(Receipt.RESOURCE)
                            .stored(ask.thingId().value(), 3, POSITION);
            }
            return ask;
        }

        Accepted ask(ThingId thing, Then then, Conditions conditions) {
            return commands.send(CALLER, new Ask(thing, new PersonName("Wanda"), then), conditions);
        }

        @Override
        public void close() {
            server.stop();
            server.close();
        }
    }

    @BeforeEach
    void connect() {
        Until.holds(() -> switchboard.offered() == 2 && left.server.isConnected() && right.server.isConnected());
    }

    @AfterEach
    void close() {
        left.close();
        right.close();
        switchboard.close();
    }

    @AfterAll
    static void forget() {
        KEYRING.close();
    }

    @Test
    void what_concerns_one_thing_is_decided_by_one_process_whoever_sends_it() {
        for (int i = 0; i < 20; i++) {
            ThingId thing = thing();
            Accepted accepted = left.ask(thing, Then.DO_IT, Conditions.NONE);
            assertThat(accepted).isEqualTo(new Accepted(thing.value(), 3, POSITION, false));
            right.ask(thing, Then.DO_IT, Conditions.NONE);
            assertThat(deciders.get(thing.value())).hasSize(2);
            assertThat(deciders.get(thing.value()).getFirst())
                    .isEqualTo(deciders.get(thing.value()).getLast());
        }
        assertThat(deciders.values().stream().flatMap(List::stream).distinct()).containsOnly("left", "right");
        assertThat(left.routed.told()).isEqualTo(20);
        assertThat(left.routed.alone() + left.routed.lost()).isZero();
        assertThat(left.routed.taken() + right.routed.taken()).isEqualTo(40);
    }

    @Test
    void each_refusal_comes_back_as_it_was() {
        ThingId thing = thing();
        assertThatThrownBy(() -> left.ask(thing, Then.REFUSE, Conditions.NONE))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new CommandRejected(RequestRejection.IDEMPOTENCY_MISMATCH).reason()));
        assertThatThrownBy(() -> left.ask(thing, Then.FIND_NOTHING, Conditions.NONE))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new CommandRejected(RequestRejection.NOT_FOUND).reason()));
        assertThatThrownBy(() -> left.ask(thing, Then.FAIL, Conditions.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Ask failed in the process that it was sent to");
        assertThat(deciders.get(thing.value())).hasSize(3);
        assertThatThrownBy(() -> left.ask(thing, Then.FIND_IT_CHANGED, Conditions.NONE))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(new CommandRejected(RequestRejection.CONFLICT).reason()));
        assertThat(deciders.get(thing.value())).as("decided anew on a conflict").hasSizeGreaterThan(4);
    }

    @Test
    void a_rehearsal_says_what_would_be() {
        ThingId thing = thing();
        PersonName wanda = new PersonName("Wanda");
        assertThat(left.commands.refusal(CALLER, new Ask(thing, wanda, Then.DO_IT), Conditions.NONE))
                .isEmpty();
        assertThat(left.commands.refusal(CALLER, new Ask(thing, wanda, Then.REFUSE), Conditions.NONE))
                .contains(new CommandRejected(RequestRejection.IDEMPOTENCY_MISMATCH).reason());
        assertThat(left.routed.told()).isEqualTo(2);
    }

    @Test
    void who_passes_it_on_learns_which_command_of_which_thing_it_is_and_no_more() {
        ThingId thing = thing();
        left.ask(thing, Then.DO_IT, Conditions.NONE);
        assertThatThrownBy(() -> left.ask(thing, Then.FAIL, Conditions.NONE)).isNotNull();
        assertThat(switchboard.seen())
                .hasSize(4)
                .noneMatch(text -> text.contains("Wanda") || text.contains("DO_IT") || text.contains(CALLER.actor()))
                .anyMatch(text -> text.contains(thing.value()));
    }

    @Test
    void a_lost_answer_is_asked_for_again_where_that_does_no_harm_and_otherwise_said_to_be_lost() {
        switchboard.loseAnswers();
        ThingId keyed = thing();
        assertThat(left.ask(keyed, Then.DO_IT, KEYED).position()).isEqualTo(POSITION);
        assertThat(deciders.get(keyed.value())).hasSize(2).last().isEqualTo("left");
        ThingId bare = thing();
        assertThatThrownBy(() -> left.ask(bare, Then.DO_IT, Conditions.NONE)).isInstanceOf(CommandOutcomeUnknown.class);
        assertThat(deciders.get(bare.value())).hasSize(1);
        ThingId ofTheService = thing();
        Ask ask = new Ask(ofTheService, new PersonName("Wanda"), Then.DO_IT);
        left.commands.send(Caller.job(TENANT, "a-job"), ask);
        assertThat(deciders.get(ofTheService.value())).hasSize(2).last().isEqualTo("left");
        assertThat(left.routed.alone()).isEqualTo(2);
        assertThat(left.routed.lost()).isEqualTo(1);
    }

    @Test
    void without_the_server_each_decides_alone_and_with_it_again_they_share() {
        int port = switchboard.port();
        switchboard.close();
        Until.holds(() -> !left.server.isConnected());
        ThingId alone = thing();
        left.ask(alone, Then.DO_IT, Conditions.NONE);
        assertThat(deciders.get(alone.value())).containsExactly("left");

        switchboard = new Switchboard(port);
        Until.holds(() -> switchboard.offered() == 2 && left.server.isConnected());
        for (int i = 0; i < 20; i++) {
            left.ask(thing(), Then.DO_IT, Conditions.NONE);
        }
        assertThat(left.routed.told()).isEqualTo(20);
        assertThat(deciders.values().stream().flatMap(List::stream).distinct()).contains("right");
    }

    @Test
    void who_leaves_is_sent_nothing_more_and_still_sends() {
        right.server.stop();
        Until.holds(() -> switchboard.offered() == 1);
        for (int i = 0; i < 5; i++) {
            right.ask(thing(), Then.DO_IT, Conditions.NONE);
        }
        assertThat(right.routed.told()).isEqualTo(5);
        assertThat(deciders.values()).hasSize(5).allMatch(List.of("left")::equals);
        left.server.stop();
        Until.holds(() -> switchboard.offered() == 0);
        right.ask(thing(), Then.DO_IT, Conditions.NONE);
        assertThat(right.routed.alone())
                .as("nobody does it, so it is done here")
                .isEqualTo(1);
    }

    @Test
    void what_a_process_that_ends_no_longer_does_is_left_to_the_sender() {
        SimpleCommandBus ending = AxonCommands.guard(SimpleCommandBus.builder().build());
        RoutedCommands toItself = new RoutedCommands(
                ending,
                deciding -> deciding,
                () -> true,
                new CommandForm(MessageSeal.ofCommandSides(SEAL, KEY)),
                Duration.ofSeconds(5));
        AxonCommands commands =
                new AxonCommands(toItself, (tenant, key) -> Optional.empty(), tenant -> false, tenant -> Access.FULL);
        assertThatThrownBy(() -> commands.send(CALLER, new Ask(thing(), new PersonName("Wanda"), Then.DO_IT)))
                .isInstanceOf(NoHandlerForCommandException.class);
        assertThat(toItself.alone()).isEqualTo(1);
        assertThat(toItself.told() + toItself.lost()).isZero();
    }

    @Test
    void another_context_is_refused() {
        assertThatThrownBy(() -> new AxonServer(place("tenants"), "other"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("tenants");
    }

    private AxonServer.Place place(String context) {
        return new AxonServer.Place("127.0.0.1:" + switchboard.port(), "", false, "", context);
    }

    private static ThingId thing() {
        return new ThingId(TENANT + "/thing/" + UUID.randomUUID());
    }
}
