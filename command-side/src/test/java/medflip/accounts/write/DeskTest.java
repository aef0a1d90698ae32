package medflip.accounts.write;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.accounts.events.DeskEvent.ColumnsChosen;
import medflip.accounts.events.DeskEvent.FilterDropped;
import medflip.accounts.events.DeskEvent.FilterForgotten;
import medflip.accounts.events.DeskEvent.FilterRestored;
import medflip.accounts.events.DeskEvent.FilterSaved;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.ListName;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeskCommand.ChooseColumns;
import medflip.accounts.write.DeskCommand.DropFilter;
import medflip.accounts.write.DeskCommand.ForgetFilter;
import medflip.accounts.write.DeskCommand.RestoreFilter;
import medflip.accounts.write.DeskCommand.SaveFilter;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class DeskTest extends AggregateSpec<Desk> {

    private static final DeskId DESK = DeskId.of(UserId.of(TENANT, new UUID(7, 6)));
    private static final FilterId FILTER = FilterId.of(TENANT, new UUID(7, 7));
    private static final FilterSaved SAVED = saved(FILTER);

    private static FilterSaved saved(FilterId filter) {
        return new FilterSaved(
                DESK, filter, ListName.DEALS, new PersonalText("Unpaid"), new PersonalText("{\"state\":\"AGREED\"}"));
    }

    private static FilterId filter(int number) {
        return FilterId.of(TENANT, new UUID(8, number));
    }

    private static SaveFilter save(FilterId filter) {
        return new SaveFilter(DESK, filter, ListName.DEALS, SAVED.name(), SAVED.query());
    }

    @Test
    void a_lists_columns_are_chosen() {
        when(new ChooseColumns(DESK, ListName.DEALS, List.of("date", "state")));
        then(new ColumnsChosen(DESK, ListName.DEALS, List.of("date", "state")));
    }

    @Test
    void the_same_columns_again_change_nothing() {
        given(new ColumnsChosen(DESK, ListName.DEALS, List.of("date")));
        when(new ChooseColumns(DESK, ListName.DEALS, List.of("date")));
        then();
    }

    @Test
    void each_list_has_its_own_columns() {
        given(new ColumnsChosen(DESK, ListName.DEALS, List.of("date")));
        when(new ChooseColumns(DESK, ListName.SALES, List.of("date")));
        then(new ColumnsChosen(DESK, ListName.SALES, List.of("date")));
    }

    @Test
    void a_filter_is_kept() {
        when(save(FILTER));
        then(SAVED);
    }

    @Test
    void a_desk_takes_no_more_filters_than_a_menu_shows() {
        given(IntStream.range(0, 100).mapToObj(number -> saved(filter(number))).toArray(DomainEvent[]::new));
        when(save(FILTER));
        thenRejected(AccountRejection.TOO_MANY_FILTERS);
    }

    @Test
    void a_kept_filter_is_changed_on_a_full_desk() {
        given(IntStream.range(0, 100).mapToObj(number -> saved(filter(number))).toArray(DomainEvent[]::new));
        when(save(filter(99)));
        then(saved(filter(99)));
    }

    @Test
    void a_kept_filter_is_dropped() {
        given(SAVED);
        when(new DropFilter(DESK, FILTER));
        then(new FilterDropped(DESK, FILTER));
    }

    @Test
    void what_was_never_kept_is_not_dropped() {
        when(new DropFilter(DESK, FILTER));
        thenRejected(AccountRejection.NO_SUCH_FILTER);
    }

    @Test
    void a_dropped_filter_comes_back() {
        given(SAVED, new FilterDropped(DESK, FILTER));
        when(new RestoreFilter(DESK, FILTER));
        then(new FilterRestored(DESK, FILTER));
    }

    @Test
    void what_is_there_does_not_come_back() {
        given(SAVED);
        when(new RestoreFilter(DESK, FILTER));
        thenRejected(AccountRejection.NO_SUCH_FILTER);
    }

    @Test
    void P8_a_filter_that_names_somebody_who_is_erased_is_forgotten_once_and_never_comes_back() {
        given(SAVED);
        when(new ForgetFilter(DESK, FILTER));
        then(new FilterForgotten(DESK, FILTER));

        given(SAVED, new FilterForgotten(DESK, FILTER));
        when(new ForgetFilter(DESK, FILTER));
        then();
    }
}
