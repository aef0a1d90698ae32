package medflip.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import medflip.billing.events.Access;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;
import medflip.platform.command.AxonCommands;
import medflip.platform.command.Command;
import medflip.platform.command.Conditions;
import medflip.platform.command.OutcomeUnknown;
import medflip.platform.command.StorageAway;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.tenancy.Caller;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is said of a command whose decider finds the store away. */
class RoutedOutageTest {

    private static final Caller CALLER =
            Caller.user(new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L)), new UUID(7, 7));
    private static final Conditions KEYED = new Conditions("a key", "its hash", null);
    private static final Keyring KEYRING = TestKeyring.create();

    private final Deque<RuntimeException> faults = new ArrayDeque<>();
    private final RoutedCommands routed = new RoutedCommands(
            AxonCommands.guard(SimpleCommandBus.builder().build()),
            // What sends, and what decides what others send, meet here as at a server with one process.
            deciding -> deciding,
            () -> true,
            new CommandForm(MessageSeal.ofAnySide(TestKeyring.seal(KEYRING))),
            Duration.ofSeconds(5));
    private final AxonCommands commands =
            new AxonCommands(routed, (tenant, key) -> Optional.empty(), tenant -> false, tenant -> Access.FULL);

    record Ask(ThingId thingId) implements Command {
        @Override
        public AggregateId aggregateId() {
            return thingId;
        }
    }

    RoutedOutageTest() {
        routed.subscribe(Ask.class.getName(), command -> {
            throw faults.remove();
        });
    }

    @AfterAll
    static void forget() {
        KEYRING.close();
    }

    @Test
    void that_nothing_was_stored_is_told_as_it_is() {
        faults.add(away());
        assertThatThrownBy(() -> ask(KEYED)).isInstanceOf(StorageAway.class);
        assertThat(faults).isEmpty();
        assertThat(routed.told()).isEqualTo(1);
    }

    @Test
    void what_may_have_been_stored_is_asked_for_again_under_its_key_alone() {
        faults.addAll(List.of(unknown(), away()));
        assertThatThrownBy(() -> ask(Conditions.NONE)).isInstanceOf(OutcomeUnknown.class);
        assertThat(faults).hasSize(1);
        assertThat(routed.lost()).isEqualTo(1);
        assertThat(routed.alone()).isZero();
    }

    @Test
    void while_nobody_can_tell_whether_it_was_done_that_is_said() {
        faults.addAll(List.of(unknown(), away()));
        assertThatThrownBy(() -> ask(KEYED))
                .as("the second time nothing was stored, the first time nobody knows")
                .isInstanceOf(OutcomeUnknown.class);
        assertThat(faults).isEmpty();
        assertThat(routed.alone()).isEqualTo(1);
        assertThat(routed.lost()).isEqualTo(1);
    }

    private void ask(Conditions conditions) {
        commands.send(CALLER, new Ask(new ThingId(CALLER.tenant() + "/thing/" + UUID.randomUUID())), conditions);
    }

    private static RuntimeException away() {
        return new StorageAway(null);
    }

    private static RuntimeException unknown() {
        return new CommandOutcomeUnknown("Ask", new IllegalStateException("Lost"));
    }
}
