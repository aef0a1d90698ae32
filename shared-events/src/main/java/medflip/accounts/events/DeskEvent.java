package medflip.accounts.events;

import java.util.List;
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
            FilterId filterId,
            ListName list,

            @PersonalData(value = "accounts.filter-name", subject = "filterId")
            PersonalText name,

            @PersonalData(value = "accounts.filter-query", subject = "filterId")
            PersonalText query)
            implements DeskEvent {}

    /** A kept filter isn't wanted any more. */
    record FilterDropped(DeskId deskId, FilterId filterId) implements DeskEvent {}

    /** A kept filter named somebody who was erased, so what it said went with them. */
    record FilterForgotten(DeskId deskId, FilterId filterId) implements DeskEvent {}

    /** A kept filter is wanted after all. */
    record FilterRestored(DeskId deskId, FilterId filterId) implements DeskEvent {}
}
