package medflip.audit.read.events;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.view.EventFeed;
import medflip.platform.view.EventFeed.Fact;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The log for a bookkeeping program, a warehouse, a backup of one's own. */
@RestController
class EventsApi {

    private static final String NDJSON = "application/x-ndjson";
    private static final int LIMIT_MAX = 5_000;

    private final EventFeed feed;
    private final JsonMapper json;

    EventsApi(EventFeed feed, JsonMapper json) {
        this.feed = feed;
        this.json = json;
    }

    /**
     * What happened behind a position, the oldest first, an event a line. The header Medflip-Next-Position says what to
     * ask for next as {@code since}; who comes again with it misses nothing and gets nothing twice. A page shorter than
     * {@code limit} is the last one for now.
     */
    @GetMapping(path = "/api/events", produces = NDJSON)
    @Requires(Permission.EXPORT)
    @Reads({})
    void exportEvents(
            Caller caller,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(defaultValue = "1000") int limit,
            HttpServletResponse response)
            throws IOException {
        Faults faults = new Faults();
        faults.check(since >= 0, "since", "Positions are 0 or more.");
        faults.check(limit >= 1 && limit <= LIMIT_MAX, "limit", "A page has 1 to " + LIMIT_MAX + " events.");
        faults.throwIfAny();
        List<Fact> facts = feed.read(caller.tenant(), since, limit);
        long next = facts.isEmpty() ? since : facts.getLast().position();
        response.setContentType(NDJSON);
        response.setHeader(WebHeaders.NEXT_POSITION, Long.toString(next));
        OutputStream lines = response.getOutputStream();
        for (Fact fact : facts) {
            lines.write(json.writeValueAsBytes(fact));
            lines.write('\n');
        }
        lines.flush();
    }
}
