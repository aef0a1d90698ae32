package medflip.accounts.write;

import java.time.Instant;
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
import medflip.accounts.write.DeliveryScheduleCommand.DeliverDue;
import medflip.accounts.write.DeliveryScheduleCommand.DeliverNow;
import medflip.accounts.write.DeliveryScheduleCommand.PauseDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.RemoveDeliverySchedule;
import medflip.accounts.write.DeliveryScheduleCommand.RescheduleDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.ResumeDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.ScheduleDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.TellDeliveryFailed;
import medflip.accounts.write.DeliveryScheduleCommand.TellDeliveryMade;
import medflip.accounts.write.DeliveryScheduleCommand.Wish;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryScheduleTest extends AggregateSpec<DeliverySchedule> {

    private static final DeliveryScheduleId SCHEDULE = DeliveryScheduleId.of(TENANT, new UUID(7, 1));
    private static final UserId USER = UserId.of(TENANT, new UUID(7, 2));
    private static final UserId COLLEAGUE = UserId.of(TENANT, new UUID(7, 3));
    private static final UUID FIRST = new UUID(7, 4);
    private static final UUID SECOND = new UUID(7, 5);
    private static final PersonalText NAME = new PersonalText("Deals for Wanda");
    private static final PersonalText DEALS = new PersonalText("/api/deals.csv?state=QUOTED");
    private static final PersonalText SALES = new PersonalText("/api/sales.csv");
    private static final DeliveryTimes TIMES = new DeliveryTimes(Rhythm.DAILY, null, null, 7);
    private static final Instant DUE = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant NEXT = Instant.parse("2026-11-25T12:00:00Z");
    private static final Instant GOOD_UNTIL = Instant.parse("2026-11-25T12:01:00Z");
    private static final DeliveriesScheduled SCHEDULED =
            new DeliveriesScheduled(SCHEDULE, USER, NAME, DEALS, DeliveryFormat.CSV, true, TIMES);

    private static DeliveryAsked asked(UUID delivery, @Nullable Long since, @Nullable Instant due) {
        return new DeliveryAsked(SCHEDULE, delivery, USER, DEALS, DeliveryFormat.CSV, since, due);
    }

    private static DeliveryMade made(UUID delivery) {
        return new DeliveryMade(SCHEDULE, delivery, USER, NAME, 12, 3_456, 42, false, GOOD_UNTIL);
    }

    private static TellDeliveryMade tellMade(UUID delivery) {
        return new TellDeliveryMade(SCHEDULE, delivery, 12, 3_456, 42, false, GOOD_UNTIL);
    }

    private static Wish wish(PersonalText list) {
        return new Wish(NAME, list, DeliveryFormat.CSV, true, TIMES);
    }

    private static DeliveriesRescheduled rescheduled(UserId user, PersonalText list) {
        return new DeliveriesRescheduled(SCHEDULE, user, NAME, list, DeliveryFormat.CSV, true, TIMES);
    }

    @Test
    void a_list_is_delivered_from_now_on() {
        when(new ScheduleDeliveries(SCHEDULE, USER, wish(DEALS)));
        then(SCHEDULED);
    }

    @Test
    void the_first_time_all_of_it_is_delivered() {
        given(SCHEDULED);
        when(new DeliverDue(SCHEDULE, FIRST, DUE));
        then(asked(FIRST, null, DUE));
    }

    @Test
    void a_time_is_delivered_once() {
        given(SCHEDULED, asked(FIRST, null, DUE));
        when(new DeliverDue(SCHEDULE, FIRST, DUE));
        thenNothing();
    }

    @Test
    void an_earlier_time_is_not_made_up_for() {
        given(SCHEDULED, asked(FIRST, null, NEXT));
        when(new DeliverDue(SCHEDULE, SECOND, DUE));
        thenNothing();
    }

    @Test
    void then_what_has_changed_since() {
        given(SCHEDULED, asked(FIRST, null, DUE), made(FIRST));
        when(new DeliverDue(SCHEDULE, SECOND, NEXT));
        then(asked(SECOND, 42L, NEXT));
    }

    @Test
    void what_failed_was_not_delivered_so_its_changes_come_with_the_next() {
        given(
                SCHEDULED,
                asked(FIRST, null, DUE),
                new DeliveryFailed(SCHEDULE, FIRST, USER, NAME, DeliveryFailure.GAVE_UP));
        when(new DeliverDue(SCHEDULE, SECOND, NEXT));
        then(asked(SECOND, null, NEXT));
    }

    @Test
    void another_list_is_delivered_whole_first() {
        given(SCHEDULED, asked(FIRST, null, DUE), made(FIRST), rescheduled(USER, SALES));
        when(new DeliverDue(SCHEDULE, SECOND, NEXT));
        then(new DeliveryAsked(SCHEDULE, SECOND, USER, SALES, DeliveryFormat.CSV, null, NEXT));
    }

    @Test
    void the_same_list_at_other_times_goes_on_from_where_it_was() {
        given(SCHEDULED, asked(FIRST, null, DUE), made(FIRST), rescheduled(USER, DEALS));
        when(new DeliverDue(SCHEDULE, SECOND, NEXT));
        then(asked(SECOND, 42L, NEXT));
    }

    @Test
    void whoever_changes_it_gets_it() {
        given(SCHEDULED);
        when(new RescheduleDeliveries(SCHEDULE, COLLEAGUE, wish(SALES)));
        then(rescheduled(COLLEAGUE, SALES));
    }

    @Test
    void nothing_is_delivered_by_itself_while_it_is_paused() {
        given(SCHEDULED, new DeliveriesPaused(SCHEDULE));
        when(new DeliverDue(SCHEDULE, FIRST, DUE));
        thenNothing();
    }

    @Test
    void but_somebody_may_want_it_now() {
        given(SCHEDULED, new DeliveriesPaused(SCHEDULE));
        when(new DeliverNow(SCHEDULE, FIRST));
        then(asked(FIRST, null, null));
    }

    @Test
    void it_goes_on_where_it_was_paused() {
        given(SCHEDULED, new DeliveriesPaused(SCHEDULE));
        when(new ResumeDeliveries(SCHEDULE));
        then(new DeliveriesResumed(SCHEDULE));
    }

    @Test
    void it_is_paused_once() {
        given(SCHEDULED, new DeliveriesPaused(SCHEDULE));
        when(new PauseDeliveries(SCHEDULE));
        thenRejected(AccountRejection.DELIVERIES_PAUSED);
    }

    @Test
    void and_not_resumed_where_it_was_not_paused() {
        given(SCHEDULED);
        when(new ResumeDeliveries(SCHEDULE));
        thenRejected(AccountRejection.DELIVERIES_NOT_PAUSED);
    }

    @Test
    void one_is_made_at_a_time_where_somebody_wants_it_now() {
        given(SCHEDULED, asked(FIRST, null, DUE));
        when(new DeliverNow(SCHEDULE, SECOND));
        thenRejected(AccountRejection.DELIVERY_UNDER_WAY);
    }

    @Test
    void that_it_is_there_is_told_once() {
        given(SCHEDULED, asked(FIRST, null, DUE), made(FIRST));
        when(tellMade(FIRST));
        thenNothing();
    }

    @Test
    void that_it_is_there_is_told_with_what_is_in_it() {
        given(SCHEDULED, asked(FIRST, null, DUE));
        when(tellMade(FIRST));
        then(made(FIRST));
    }

    @Test
    void that_it_could_not_be_made_is_told_too() {
        given(SCHEDULED, asked(FIRST, null, DUE));
        when(new TellDeliveryFailed(SCHEDULE, FIRST, DeliveryFailure.MEMBER_GONE));
        then(new DeliveryFailed(SCHEDULE, FIRST, USER, NAME, DeliveryFailure.MEMBER_GONE));
    }

    @Test
    void what_was_removed_delivers_nothing() {
        given(SCHEDULED, new DeliveryScheduleRemoved(SCHEDULE));
        when(new DeliverDue(SCHEDULE, FIRST, DUE));
        thenNothing();
    }

    @Test
    void and_is_not_asked_for() {
        given(SCHEDULED, new DeliveryScheduleRemoved(SCHEDULE));
        when(new DeliverNow(SCHEDULE, FIRST));
        thenRejected(AccountRejection.DELIVERIES_REMOVED);
    }

    @Test
    void it_is_removed_once() {
        given(SCHEDULED);
        when(new RemoveDeliverySchedule(SCHEDULE));
        then(new DeliveryScheduleRemoved(SCHEDULE));
    }
}
