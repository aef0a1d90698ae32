package medflip.accounts.events;

import java.util.List;
import java.util.UUID;
import medflip.kernel.DomainEvent;
import medflip.kernel.NotPersonal;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** How people have arranged the lists that they work with. */
public sealed interface DeskEvent extends DomainEvent {
    DeskId deskId();

    @Override
    default DeskId aggregateId() {
        return deskId();
    }

    /** From now on a list shows these columns. */
    record ColumnsChosen(
            DeskId deskId,
            ListName list,

            @NotPersonal("names of the columns that a list can have")
            List<String> shown) implements DeskEvent {}

    /** What a list shows was kept under a name; under the id of an earlier one, in its place. */
    record FilterSaved(
            DeskId deskId,
            UUID filterId,
            ListName list,
            @PersonalData("accounts.filter-name") PersonalText name,
            @PersonalData("accounts.filter-query") PersonalText query)
            implements DeskEvent {}

    /** A kept filter isn't wanted any more. */
    record FilterDropped(DeskId deskId, UUID filterId) implements DeskEvent {}

    /** A kept filter is wanted after all. */
    record FilterRestored(DeskId deskId, UUID filterId) implements DeskEvent {}
}
