package medflip.accounts.read.desks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.accounts.events.DeskEvent.ColumnsChosen;
import medflip.accounts.events.DeskEvent.FilterDropped;
import medflip.accounts.events.DeskEvent.FilterForgotten;
import medflip.accounts.events.DeskEvent.FilterRestored;
import medflip.accounts.events.DeskEvent.FilterSaved;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.ListName;
import medflip.accounts.events.UserId;
import medflip.accounts.read.desks.Lists.SavedFilter;
import medflip.accounts.read.desks.Lists.ShownColumns;
import medflip.kernel.PersonalText;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class DesksProjectionTest {

    private static final UUID FILTER = new UUID(7, 1);

    private final ProjectionFixture fixture = ProjectionFixture.of(new DesksProjection());
    private final ListsStore store = new ListsStore(ReadDatabase.tenants());
    private final UserId user = UserId.of(fixture.tenant(), new UUID(7, 2));
    private final UserId colleague = UserId.of(fixture.tenant(), new UUID(7, 3));

    private static FilterSaved saved(DeskId desk, UUID filter, String name) {
        return new FilterSaved(
                desk,
                id(desk, filter),
                ListName.PEOPLE,
                new PersonalText(name),
                new PersonalText("{\"sort\":\"-paid\"}"));
    }

    private static FilterId id(DeskId desk, UUID filter) {
        return FilterId.of(desk.tenantId(), filter);
    }

    @Test
    void the_columns_that_were_chosen_last_are_shown_to_whoever_chose_them() {
        DeskId desk = DeskId.of(user);
        fixture.given(
                new ColumnsChosen(desk, ListName.DEALS, List.of("date")),
                new ColumnsChosen(desk, ListName.DEALS, List.of("state", "date")));
        assertThat(store.lists(user).columns())
                .containsExactly(new ShownColumns(ListName.DEALS, List.of("state", "date")));
        assertThat(store.lists(colleague).columns()).isEmpty();
    }

    @Test
    void an_own_filter_is_seen_by_its_owner_alone() {
        fixture.given(saved(DeskId.of(user), FILTER, "Best"));
        assertThat(store.lists(user).filters())
                .containsExactly(new SavedFilter(FILTER, ListName.PEOPLE, "Best", "{\"sort\":\"-paid\"}", false));
        assertThat(store.lists(colleague).filters()).isEmpty();
    }

    @Test
    void a_shared_filter_is_seen_by_everybody() {
        fixture.given(saved(DeskId.shared(fixture.tenant()), FILTER, "Best"));
        assertThat(store.lists(user).filters())
                .singleElement()
                .satisfies(filter -> assertThat(filter.shared()).isTrue());
        assertThat(store.lists(colleague)).isEqualTo(store.lists(user));
    }

    @Test
    void a_filter_saved_again_has_its_new_name() {
        fixture.given(saved(DeskId.of(user), FILTER, "Best"), saved(DeskId.of(user), FILTER, "Best sellers"));
        assertThat(store.lists(user).filters()).extracting(SavedFilter::name).containsExactly("Best sellers");
    }

    @Test
    void a_dropped_filter_is_gone_until_it_is_restored() {
        DeskId desk = DeskId.of(user);
        fixture.given(saved(desk, FILTER, "Best"), new FilterDropped(desk, id(desk, FILTER)));
        assertThat(store.lists(user).filters()).isEmpty();
        fixture.given(new FilterRestored(desk, id(desk, FILTER)));
        assertThat(store.lists(user).filters()).hasSize(1);
    }

    @Test
    void P8_of_a_filter_that_named_somebody_who_was_erased_no_row_is_left() {
        DeskId desk = DeskId.of(user);
        fixture.given(saved(desk, FILTER, "Erasmus"), saved(desk, new UUID(7, 9), "Best"));
        fixture.given(new FilterForgotten(desk, id(desk, FILTER)), new FilterRestored(desk, id(desk, FILTER)));
        assertThat(store.lists(user).filters()).extracting(SavedFilter::name).containsExactly("Best");
    }
}
