package medflip.expenses.read.mileage;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.expenses.events.MileageTripId;
import medflip.kernel.PersonalText;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.events.SaleId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MileageProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new MileageProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final MileageStore store = new MileageStore(ReadDatabase.tenants());
    private final MileageTripId trip = facts.newTrip();
    private final SaleId sale = SaleId.of(fixture.tenant(), new UUID(4, 4));

    @Test
    void a_trip_is_in_the_log_as_it_was_last_corrected() {
        fixture.given(facts.driven(trip, "pick-up", "2025-11-20"));
        assertThat(found(null, null))
                .containsExactly(new Trip(
                        trip.local(),
                        day("2025-11-20"),
                        "pick-up",
                        null,
                        null,
                        100,
                        700,
                        usd("7.00"),
                        null,
                        null,
                        false,
                        null,
                        0));
        fixture.given(corrected());
        assertThat(store.find(fixture.tenant(), trip.local()))
                .contains(new Trip(
                        trip.local(),
                        day("2025-11-21"),
                        "post office",
                        "home",
                        "USPS Main Street",
                        42,
                        700,
                        usd("2.94"),
                        null,
                        sale.local(),
                        false,
                        null,
                        1));
    }

    @Test
    void a_voided_trip_leaves_the_log_and_comes_back_when_it_is_restored() {
        fixture.given(
                facts.driven(trip, "pick-up", "2025-11-20"),
                new MileageTripVoided(trip, facts.account(), new PersonalText("was private")));
        assertThat(found(null, null)).isEmpty();
        assertThat(found(null, true)).extracting(Trip::voidReason).containsExactly("was private");
        fixture.given(new MileageTripRestored(trip));
        assertThat(found(null, null)).extracting(Trip::voided).containsExactly(false);
    }

    @Test
    void words_are_found_in_purpose_and_places() {
        fixture.given(
                facts.driven(trip, "pick-up", "2025-11-20"),
                facts.driven(facts.newTrip(), "bank", "2025-11-22"),
                corrected());
        assertThat(found("main post", null)).extracting(Trip::purpose).containsExactly("post office");
        assertThat(found("pick-up", null)).isEmpty();
        assertThat(found(null, null)).extracting(Trip::purpose).containsExactly("bank", "post office");
    }

    private MileageTripCorrected corrected() {
        return new MileageTripCorrected(
                trip,
                facts.account(),
                day("2025-11-21"),
                new PersonalText("post office"),
                new PersonalText("home"),
                new PersonalText("USPS Main Street"),
                42,
                700,
                usd("2.94"),
                null,
                sale);
    }

    private List<Trip> found(@Nullable String search, @Nullable Boolean voided) {
        return store.page(
                        fixture.tenant(),
                        new FindTrips(search, null, null, null, null, voided, null),
                        new PageRequest(null, null, null))
                .items();
    }
}
