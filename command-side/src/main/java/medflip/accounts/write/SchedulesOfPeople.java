package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import medflip.accounts.events.DeliveryScheduleEvent;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesRescheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesScheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryScheduleRemoved;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.write.DeliveryScheduleCommand.ForgetDeliverySchedule;
import medflip.kernel.PersonalText;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Forgets;
import medflip.platform.tenancy.Caller;
import org.springframework.stereotype.Component;

/**
 * Lists that are delivered by themselves: one that names somebody, in what it is called or in its filter, ends with
 * them, since there is nothing left that it could look for.
 */
@Component
class SchedulesOfPeople implements Forgets {

    private final FactStore facts;
    private final Histories histories;
    private final Commands commands;
    private final Erasure erasure;

    SchedulesOfPeople(FactStore facts, Histories histories, Commands commands, Erasure erasure) {
        this.facts = facts;
        this.histories = histories;
        this.commands = commands;
        this.erasure = erasure;
    }

    @Override
    public String holds() {
        return "delivery-schedules";
    }

    @Override
    public long count(Forgotten who) {
        return naming(who).size();
    }

    @Override
    public void forget(Forgotten who) {
        naming(who).forEach(schedule -> {
            commands.send(Caller.job(who.tenant(), "erasure"), new ForgetDeliverySchedule(schedule));
            erasure.eraseSubject(who.tenant(), schedule);
        });
    }

    /** Also one that was removed long ago: what it said can still be read. */
    private List<DeliveryScheduleId> naming(Forgotten who) {
        return facts.streams(who.tenant(), "delivery-schedule", "accounts.DeliveriesScheduled").stream()
                .map(DeliveryScheduleId::new)
                .filter(schedule -> erasure.isErased(schedule) ? !isRemoved(schedule) : names(who, schedule))
                .toList();
    }

    private boolean isRemoved(DeliveryScheduleId schedule) {
        return histories.of(schedule, DeliveryScheduleRemoved.class).findAny().isPresent();
    }

    private boolean names(Forgotten who, DeliveryScheduleId schedule) {
        return histories
                .of(schedule, DeliveryScheduleEvent.class)
                .flatMap(event -> switch (event) {
                    case DeliveriesScheduled said -> Stream.of(said.name(), said.list());
                    case DeliveriesRescheduled said -> Stream.of(said.name(), said.list());
                    default -> Stream.<PersonalText>empty();
                })
                .anyMatch(text -> who.values().identify(text.value().getBytes(StandardCharsets.UTF_8)));
    }
}
