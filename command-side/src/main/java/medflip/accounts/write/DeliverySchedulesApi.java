package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeliveryScheduleCommand.DeliverNow;
import medflip.accounts.write.DeliveryScheduleCommand.PauseDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.RemoveDeliverySchedule;
import medflip.accounts.write.DeliveryScheduleCommand.RescheduleDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.ResumeDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.ScheduleDeliveries;
import medflip.accounts.write.DeliveryScheduleCommand.Wish;
import medflip.kernel.PersonalText;
import medflip.kernel.Texts;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.ListCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lists that are delivered again and again, by a clock. */
@RestController
@RequestMapping("/api/delivery-schedules")
class DeliverySchedulesApi {

    private static final int NAME_MAX = 60;
    private static final int LIST_MAX = 2_000;
    private static final int SCHEDULES_MAX = 100;
    private static final int DAYS_MAX = 31;
    private static final int HOURS_MAX = 23;

    private final ListCheck lists;
    private final KnownStreams known;
    private final DeliveryTimesIndex times;

    DeliverySchedulesApi(ListCheck lists, KnownStreams known, DeliveryTimesIndex times) {
        this.lists = lists;
        this.known = known;
        this.times = times;
    }

    /**
     * What is delivered, and when.
     *
     * @param list the address of a list or report that can be taken away, with the filter: /api/deals.csv?state=QUOTED
     * @param sinceLast what has changed since the last delivery, instead of all
     * @param weekday of a weekly delivery
     * @param dayOfMonth of a monthly one, 1 to 31; in a shorter month, its last day
     * @param hour at the business's place, 0 to 23
     */
    record DeliveryScheduleBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String list,
            @Schema(requiredMode = REQUIRED) @Nullable DeliveryFormat format,
            @Nullable Boolean sinceLast,
            @Schema(requiredMode = REQUIRED) @Nullable Rhythm rhythm,
            @Nullable DayOfWeek weekday,
            @Nullable Integer dayOfMonth,
            @Schema(requiredMode = REQUIRED) @Nullable Integer hour) {}

    /** Has a list delivered to who asks for it, with their rights. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> scheduleDeliveries(CommandRequest request, @RequestBody DeliveryScheduleBody body) {
        Caller caller = request.caller();
        UserId user = member(caller);
        Wish wish = wish(caller, body);
        UUID id = Objects.requireNonNullElseGet(body.id(), Ids::next);
        require(times.count(caller.tenant()) < SCHEDULES_MAX, AccountRejection.TOO_MANY_DELIVERIES);
        return request.make(new ScheduleDeliveries(DeliveryScheduleId.of(caller.tenant(), id), user, wish));
    }

    /** Has something else delivered, or at other times. Whoever says so gets it from then on. */
    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> rescheduleDeliveries(
            CommandRequest request, @PathVariable UUID id, @RequestBody DeliveryScheduleBody body) {
        UserId user = member(request.caller());
        DeliveryScheduleId schedule = schedule(request, id);
        return request.change(new RescheduleDeliveries(schedule, user, wish(request.caller(), body)));
    }

    /** Has nothing delivered by itself until it is resumed. */
    @PostMapping("/{id}/pause")
    ResponseEntity<CommandAnswer> pauseDeliveries(CommandRequest request, @PathVariable UUID id) {
        return request.change(new PauseDeliveries(schedule(request, id)));
    }

    /** Has it go on. What was due meanwhile isn't made up for. */
    @PostMapping("/{id}/resume")
    ResponseEntity<CommandAnswer> resumeDeliveries(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ResumeDeliveries(schedule(request, id)));
    }

    /** Has it delivered now, between two times. */
    @PostMapping("/{id}/deliver")
    ResponseEntity<CommandAnswer> deliverNow(CommandRequest request, @PathVariable UUID id) {
        DeliveryScheduleId schedule = schedule(request, id);
        // After one wish the schedule is another version, so that a repeat is the same wish.
        return request.change(
                new DeliverNow(schedule, DeliverySweep.delivery(schedule, "version/" + request.seenVersion())));
    }

    /** Has nothing delivered any more. What was delivered can be fetched for as long as ever. */
    @PostMapping("/{id}/remove")
    ResponseEntity<CommandAnswer> removeDeliverySchedule(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RemoveDeliverySchedule(schedule(request, id)));
    }

    private Wish wish(Caller caller, DeliveryScheduleBody body) {
        Faults faults = new Faults();
        PersonalText name =
                faults.required("name", body.name(), text -> new PersonalText(Texts.line("A name", text, NAME_MAX)));
        PersonalText list = faults.required("list", body.list(), text -> list(caller, text));
        DeliveryFormat format = faults.required("format", body.format(), given -> given);
        Rhythm rhythm = faults.required("rhythm", body.rhythm(), given -> given);
        DayOfWeek weekday = rhythm == Rhythm.WEEKLY ? faults.required("weekday", body.weekday(), given -> given) : null;
        Integer day =
                rhythm == Rhythm.MONTHLY ? faults.required("dayOfMonth", body.dayOfMonth(), given -> given) : null;
        faults.check(day == null || day >= 1 && day <= DAYS_MAX, "dayOfMonth", "A month has the days 1 to 31.");
        Integer hour = faults.required("hour", body.hour(), given -> given);
        faults.check(hour == null || hour >= 0 && hour <= HOURS_MAX, "hour", "A day has the hours 0 to 23.");
        faults.throwIfAny();
        return new Wish(
                name,
                list,
                format,
                Boolean.TRUE.equals(body.sinceLast()),
                new DeliveryTimes(rhythm, weekday, day, hour));
    }

    /** The list is asked, so that what can't be delivered is refused now, not in the night. */
    private PersonalText list(Caller caller, String text) {
        String line = Texts.line("The address of a list", text, LIST_MAX);
        lists.check(caller, line);
        return new PersonalText(line);
    }

    /** Files are made with somebody's rights, and told of to somebody: a key is nobody, and a visitor isn't there. */
    private static UserId member(Caller caller) {
        require(Users.is(caller), AccountRejection.DELIVERIES_OF_MEMBERS);
        return UserId.of(caller.tenant(), Users.of(caller));
    }

    private DeliveryScheduleId schedule(CommandRequest request, UUID id) {
        DeliveryScheduleId schedule = DeliveryScheduleId.of(request.caller().tenant(), id);
        known.requireKnown(schedule);
        return schedule;
    }
}
