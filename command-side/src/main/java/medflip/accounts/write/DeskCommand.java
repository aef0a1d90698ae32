package medflip.accounts.write;

import java.util.List;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.ListName;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;

/** What can be asked about how lists are arranged. */
public sealed interface DeskCommand extends Command {
    DeskId deskId();

    @Override
    default DeskId aggregateId() {
        return deskId();
    }

    /** Chooses a list's columns; the same again changes nothing. */
    record ChooseColumns(DeskId deskId, ListName list, List<String> shown) implements DeskCommand {}

    /** Keeps what a list shows under a name. */
    record SaveFilter(DeskId deskId, FilterId filterId, ListName list, PersonalText name, PersonalText query)
            implements DeskCommand {}

    /** Takes a kept filter away. */
    record DropFilter(DeskId deskId, FilterId filterId) implements DeskCommand {}

    /** Forgets one that names somebody who is erased. */
    record ForgetFilter(DeskId deskId, FilterId filterId) implements DeskCommand {}

    /** Brings one back that was taken away. */
    record RestoreFilter(DeskId deskId, FilterId filterId) implements DeskCommand {}
}
