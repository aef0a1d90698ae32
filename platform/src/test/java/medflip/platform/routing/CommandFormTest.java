package medflip.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import medflip.kernel.PersonName;
import medflip.platform.command.CommandOutcome;
import medflip.platform.eventstore.CommandKey;
import medflip.platform.privacy.Keyring;
import medflip.platform.privacy.TenantSeal;
import medflip.platform.privacy.TestKeyring;
import medflip.platform.routing.RoutedCommandsTest.Ask;
import medflip.platform.routing.RoutedCommandsTest.Then;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandFormTest {

    private static final Keyring KEYRING = TestKeyring.create();
    private static final TenantSeal SEAL = TestKeyring.seal(KEYRING);
    private static final CommandKey KEY = new CommandKey(new byte[32]);
    private static final Ask ASK = new Ask(new ThingId("a thing"), new PersonName("Wanda"), Then.DO_IT);

    private final CommandForm form = new CommandForm(MessageSeal.ofCommandSides(SEAL, KEY));

    @AfterAll
    static void close() {
        KEYRING.close();
    }

    @Test
    void a_command_comes_back_with_all_that_it_carried() throws MessageSeal.Unreadable {
        CommandMessage<?> sent =
                new GenericCommandMessage<>(ASK, Map.of("expectedVersion", 7L, "rehearsal", true, "actor", "me"));
        CommandMessage<?> read = form.read(received(sent, form.write(sent)));
        assertThat(read.getPayload()).isEqualTo(ASK);
        assertThat(read.getIdentifier()).isEqualTo(sent.getIdentifier());
        assertThat(read.getMetaData()).containsAllEntriesOf(sent.getMetaData());
    }

    @Test
    void a_seal_holds_for_its_own_message_only() throws MessageSeal.Unreadable {
        CommandMessage<?> sent = new GenericCommandMessage<>(ASK, Map.of());
        CommandMessage<?> another = new GenericCommandMessage<>(ASK, Map.of());
        assertThatThrownBy(() -> form.read(received(another, form.write(sent))))
                .isInstanceOf(MessageSeal.Unreadable.class);
        String outcome = form.write(sent, CommandOutcome.UNDECIDED);
        assertThat(form.readOutcome(sent, outcome)).isEqualTo(CommandOutcome.UNDECIDED);
        assertThatThrownBy(() -> form.readOutcome(another, outcome)).isInstanceOf(MessageSeal.Unreadable.class);
    }

    @Test
    void another_versions_command_is_not_read_in_part() {
        requireUnreadable("\"thingId\":\"a thing\",\"who\":\"Wanda\",\"then\":\"DO_IT\",\"why\":\"since 2.0\"");
        requireUnreadable("\"thingId\":\"a thing\",\"then\":\"DO_IT\"");
        requireUnreadable("\"thingId\":\"a thing\",\"who\":\"Wanda\",\"then\":\"DO_MORE\"");
    }

    private void requireUnreadable(String parts) {
        CommandMessage<?> sent = new GenericCommandMessage<>(ASK, Map.of());
        JsonNode json = JsonMapper.shared().readTree("{\"metadata\":{},\"command\":{" + parts + "}}");
        String sealed = MessageSeal.ofCommandSides(SEAL, KEY)
                .seal("command " + sent.getCommandName() + " " + sent.getIdentifier(), json);
        assertThatThrownBy(() -> form.read(received(sent, sealed)))
                .as(parts)
                .isInstanceOf(MessageSeal.Unreadable.class)
                .hasMessageNotContaining("Wanda");
    }

    @Test
    void what_another_side_says_is_no_command_and_no_outcome() {
        CommandMessage<?> sent = new GenericCommandMessage<>(ASK, Map.of());
        for (MessageSeal other : List.of(
                MessageSeal.ofAnySide(SEAL), MessageSeal.ofCommandSides(SEAL, new CommandKey(new byte[] {1})))) {
            CommandForm theirs = new CommandForm(other);
            assertThatThrownBy(() -> form.read(received(sent, theirs.write(sent))))
                    .isInstanceOf(MessageSeal.Unreadable.class);
            assertThatThrownBy(() -> form.readOutcome(sent, theirs.write(sent, CommandOutcome.UNDECIDED)))
                    .isInstanceOf(MessageSeal.Unreadable.class);
        }
    }

    private static CommandMessage<?> received(CommandMessage<?> sent, String written) {
        return new GenericCommandMessage<>(
                new GenericMessage<>(sent.getIdentifier(), written, Map.of()), sent.getCommandName());
    }
}
