package medflip.reports.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.ListCheck;
import medflip.platform.web.PastFiles;
import medflip.platform.web.PastFiles.Written;
import medflip.reports.events.FiledReportId;
import medflip.reports.write.FiledReportCommand.FileReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts reports on record. */
@RestController("filingApi")
class FiledReportsApi {

    private static final Pattern NAME = Pattern.compile("[a-z-]{1,60}");
    private static final int FILTER_MAX = 200;

    private final ListCheck lists;
    private final PastFiles past;

    FiledReportsApi(ListCheck lists, PastFiles past) {
        this.lists = lists;
        this.past = past;
    }

    /**
     * Which report.
     *
     * @param report its name
     * @param filter as in an address, such as from=2026-01-01&to=2026-03-31; all days where absent
     */
    record FiledReportBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String report,
            @Nullable String filter) {}

    /**
     * Files a report as it stands now: asked again later it says the same, byte for byte, and what was corrected since
     * is told beside it.
     */
    @PostMapping("/api/filed-reports")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> fileReport(CommandRequest request, @RequestBody FiledReportBody body) {
        Caller caller = request.caller();
        String filter = Objects.requireNonNullElse(body.filter(), "");
        Faults faults = new Faults();
        faults.check(filter.length() <= FILTER_MAX, "filter", "A filter is at most 200 letters long.");
        String list = faults.required("report", body.report(), name -> list(caller, name, filter));
        faults.throwIfAny();
        PastMoment moment = past.now(caller.tenant());
        Written written = past.written(caller, Objects.requireNonNull(list), moment);
        UUID id = Objects.requireNonNullElseGet(body.id(), Ids::next);
        return request.make(new FileReport(
                FiledReportId.of(caller.tenant(), id),
                Objects.requireNonNull(body.report()),
                filter,
                moment.position(),
                moment.at(),
                written.sha256(),
                written.bytes()));
    }

    /** @throws IllegalArgumentException with a reason that a person can read */
    private String list(Caller caller, String report, String filter) {
        if (!NAME.matcher(report).matches()) {
            throw new IllegalArgumentException("This is no report that can be filed.");
        }
        String list = "/api/reports/" + report + ".csv" + (filter.isEmpty() ? "" : "?" + filter);
        lists.check(caller, list);
        return list;
    }
}
