package medflip.customers.read.records;

import java.util.List;
import java.util.UUID;
import medflip.customers.read.records.Records.Handle;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about what is written down and kept about people. */
@RestController("recordsQuestionsApi")
class RecordsApi {

    private static final String PEOPLE = "customers.people";

    private static final CsvColumns<DueTask> TASKS = new CsvColumns<DueTask>()
            .value("Due", DueTask::dueOn)
            .text("Name", DueTask::personName)
            .text("What", DueTask::text)
            .value("Customer id", DueTask::personId)
            .value("Id", DueTask::id);

    private final RecordsStore store;

    RecordsApi(RecordsStore store) {
        this.store = store;
    }

    /** Notes, tasks, files and payout handles of a person; the handles masked. */
    @GetMapping("/api/customers/{id}/records")
    @Reads({RecordsProjection.GROUP, PEOPLE})
    Records findRecords(Caller caller, @PathVariable UUID id) {
        return store.of(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** Where the person is paid, in full. */
    @GetMapping("/api/customers/{id}/payout-handles")
    @Reads({RecordsProjection.GROUP, PEOPLE})
    List<Handle> findPayoutHandles(Caller caller, @PathVariable UUID id) {
        return store.handles(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** What is to do today about people, and what should have been done before; the most overdue first. */
    @GetMapping("/api/tasks/due")
    @Reads({RecordsProjection.GROUP, PEOPLE, "accounts.workspace"})
    List<DueTask> findDueTasks(Caller caller) {
        return store.due(caller.tenant());
    }

    /** The whole list as a file. */
    @ExportMapping("/api/tasks/due.csv")
    @Reads({RecordsProjection.GROUP, PEOPLE, "accounts.workspace"})
    Listing<DueTask> exportDueTasks(Caller caller) {
        return Listing.of("tasks", TASKS, each -> store.allDue(caller.tenant()).forEach(each));
    }
}
