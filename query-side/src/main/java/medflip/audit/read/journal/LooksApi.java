package medflip.audit.read.journal;

import medflip.audit.read.journal.LooksStore.LookEntry;
import medflip.platform.access.AccessLog;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about who has looked at whose data, and taken lists away, in the last 90 days. */
@RestController
class LooksApi {

    private static final CsvColumns<LookEntry> CSV = new CsvColumns<LookEntry>()
            .value("Position", LookEntry::position)
            .value("When", LookEntry::at)
            .value("Who", LookEntry::actor)
            .value("What", LookEntry::what)
            .value("Id", LookEntry::recordId);

    private final LooksStore store;
    private final AccessLog log;

    LooksApi(LooksStore store, AccessLog log) {
        this.store = store;
        this.log = log;
    }

    /** A page of looks, the latest first. */
    @GetMapping("/api/audit/looks")
    Page<LookEntry> findLooks(Caller caller, @ParameterObject FindLooks question, @ParameterObject PageRequest page) {
        log.store();
        return store.page(caller.tenant(), question, page);
    }

    /** All of them as a file. */
    @ExportMapping("/api/audit/looks.csv")
    Listing<LookEntry> exportLooks(Caller caller, @ParameterObject FindLooks question) {
        log.store();
        return Listing.of("looks", CSV, each -> store.forEach(caller.tenant(), question, each));
    }
}
