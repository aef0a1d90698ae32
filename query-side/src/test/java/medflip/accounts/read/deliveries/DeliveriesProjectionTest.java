package medflip.accounts.read.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesPaused;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesRescheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesResumed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesScheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryAsked;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryMade;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryScheduleRemoved;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import medflip.accounts.events.UserId;
import medflip.accounts.read.deliveries.ScheduledDelivery.Stage;
import medflip.kernel.PersonalText;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.junit.jupiter.api.Test;

class DeliveriesProjectionTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID FIRST = UUID.randomUUID();
    private static final PersonalText NAME = new PersonalText("Deals");
    private static final PersonalText LIST = new PersonalText("/api/deals.csv");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-24T07:00:00Z");

    private final ProjectionFixture fixture = ProjectionFixture.of(new DeliveriesProjection());
    private final DeliveriesStore store = new DeliveriesStore(ReadDatabase.tenants(), Clock.fixed(NOW, ZoneOffset.UTC));
    private final DeliveryScheduleId schedule = DeliveryScheduleId.of(fixture.tenant(), ID);
    private final UserId user = UserId.of(fixture.tenant(), UUID.randomUUID());
    private final DeliveriesScheduled scheduled = new DeliveriesScheduled(
            schedule, user, NAME, LIST, DeliveryFormat.CSV, false, new DeliveryTimes(Rhythm.DAILY, null, null, 7));

    private DeliveryPlan plan() {
        return store.plan(fixture.tenant(), ID).orElseThrow();
    }

    private DeliveryAsked asked() {
        return new DeliveryAsked(schedule, FIRST, user, LIST, DeliveryFormat.CSV, null, DUE);
    }

    @Test
    void a_plan_says_when_it_is_delivered_next_and_not_while_it_is_paused() {
        fixture.given(scheduled);
        assertThat(plan().nextAt()).isEqualTo(Instant.parse("2026-11-25T07:00:00Z"));
        fixture.given(new DeliveriesPaused(schedule));
        assertThat(plan().nextAt()).isNull();
        fixture.given(new DeliveriesResumed(schedule));
        assertThat(plan().nextAt()).isNotNull();
        assertThat(plan().version()).isEqualTo(2);
    }

    @Test
    void whoever_changed_it_last_gets_it() {
        UserId colleague = UserId.of(fixture.tenant(), UUID.randomUUID());
        fixture.given(
                scheduled,
                new DeliveriesRescheduled(
                        schedule,
                        colleague,
                        NAME,
                        LIST,
                        DeliveryFormat.NDJSON,
                        true,
                        new DeliveryTimes(Rhythm.MONTHLY, null, 31, 8)));
        assertThat(plan().userId()).isEqualTo(colleague.local());
        assertThat(plan().format()).isEqualTo(DeliveryFormat.NDJSON);
        assertThat(plan().nextAt()).isEqualTo(Instant.parse("2026-11-30T08:00:00Z"));
    }

    @Test
    void a_delivery_is_made_ready_and_gone_after_its_day() {
        fixture.given(scheduled, asked());
        assertThat(plan().last()).extracting(ScheduledDelivery::stage).isEqualTo(Stage.MAKING);
        fixture.given(new DeliveryMade(schedule, FIRST, user, NAME, 12, 345, 42, true, NOW.plusSeconds(1)));
        assertThat(plan().last()).satisfies(last -> {
            assertThat(last.stage()).isEqualTo(Stage.READY);
            assertThat(last.rows()).isEqualTo(12);
            assertThat(last.position()).isEqualTo(42);
            assertThat(last.dueAt()).isEqualTo(DUE);
        });
        DeliveriesStore later =
                new DeliveriesStore(ReadDatabase.tenants(), Clock.fixed(NOW.plusSeconds(1), ZoneOffset.UTC));
        assertThat(later.delivery(fixture.tenant(), FIRST).orElseThrow().stage())
                .isEqualTo(Stage.EXPIRED);
    }

    @Test
    void or_it_says_why_not() {
        fixture.given(scheduled, asked(), new DeliveryFailed(schedule, FIRST, user, NAME, DeliveryFailure.MEMBER_GONE));
        assertThat(plan().last()).satisfies(last -> {
            assertThat(last.stage()).isEqualTo(Stage.FAILED);
            assertThat(last.failure()).isEqualTo(DeliveryFailure.MEMBER_GONE);
        });
    }

    @Test
    void what_was_delivered_stays_known_when_nobody_wants_more() {
        fixture.given(scheduled, asked(), new DeliveryScheduleRemoved(schedule));
        assertThat(store.plans(fixture.tenant())).isEmpty();
        assertThat(store.deliveries(fixture.tenant(), ID)).hasSize(1);
    }
}
