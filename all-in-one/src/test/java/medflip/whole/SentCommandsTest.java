package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.platform.command.Command;
import medflip.platform.routing.SentCommands;
import org.junit.jupiter.api.Test;

/** Where a router stands between the sides, any process may have to read any command that another wrote. */
class SentCommandsTest {

    @Test
    void every_command_is_the_same_where_it_arrives() {
        List<Command> commands = CommandExamples.all();
        assertThat(commands.stream().map(Command::getClass).distinct().count())
                .as("all commands were found")
                .isGreaterThan(200);
        assertThat(commands)
                .allSatisfy(
                        command -> assertThat(SentCommands.received(command)).isEqualTo(command));
    }
}
