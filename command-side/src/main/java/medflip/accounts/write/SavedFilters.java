package medflip.accounts.write;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import medflip.accounts.events.DeskEvent;
import medflip.accounts.events.DeskEvent.FilterForgotten;
import medflip.accounts.events.DeskEvent.FilterSaved;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.write.DeskCommand.ForgetFilter;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.privacy.Erasure;
import medflip.platform.privacy.Forgets;
import medflip.platform.tenancy.Caller;
import org.springframework.stereotype.Component;

/** Filters that members keep: one that names somebody, in what it is called or what it looks for, goes with them. */
@Component
class SavedFilters implements Forgets {

    private final FactStore facts;
    private final Histories histories;
    private final Commands commands;
    private final Erasure erasure;

    SavedFilters(FactStore facts, Histories histories, Commands commands, Erasure erasure) {
        this.facts = facts;
        this.histories = histories;
        this.commands = commands;
        this.erasure = erasure;
    }

    @Override
    public String holds() {
        return "filters";
    }

    @Override
    public long count(Forgotten who) {
        return naming(who).size();
    }

    @Override
    public void forget(Forgotten who) {
        naming(who).forEach((filter, desk) -> {
            erasure.eraseSubject(who.tenant(), filter);
            commands.send(Caller.job(who.tenant(), "erasure"), new ForgetFilter(desk, filter));
        });
    }

    /** Also one whose key is gone already, by a run that was cut off or before a backup was put back. */
    private Map<FilterId, DeskId> naming(Forgotten who) {
        Map<FilterId, DeskId> naming = new HashMap<>();
        facts.streams(who.tenant(), "desk", "accounts.FilterSaved").forEach(stream -> {
            DeskId desk = new DeskId(stream);
            List<DeskEvent> history = histories.of(desk, DeskEvent.class).toList();
            for (DeskEvent event : history) {
                if (event instanceof FilterSaved saved
                        && (names(who, saved.name().value())
                                || names(who, saved.query().value())
                                || erasure.isErased(saved.filterId()))) {
                    naming.put(saved.filterId(), desk);
                } else if (event instanceof FilterForgotten forgotten) {
                    naming.remove(forgotten.filterId());
                }
            }
        });
        return naming;
    }

    private static boolean names(Forgotten who, String text) {
        return who.values().identify(text.getBytes(StandardCharsets.UTF_8));
    }
}
