package medflip.reports.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.OutputStream;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Listings;
import medflip.platform.web.Listings.Question;
import medflip.platform.web.PastListings;
import medflip.platform.web.PastListings.Written;
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

    private static final String REPORTS = "/api/reports/{report}.csv";
    private static final int FILTER_MAX = 200;

    private final Listings listings;
    private final PastListings past;

    FiledReportsApi(Listings listings, PastListings past) {
        this.listings = listings;
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
        Question question = faults.required("report", body.report(), name -> question(caller, name, filter));
        faults.throwIfAny();
        PastMoment moment = past.now(caller.tenant());
        Written written = past.write(caller, Objects.requireNonNull(question), moment, OutputStream.nullOutputStream());
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
    private Question question(Caller caller, String report, String filter) {
        Question question =
                listings.question("/api/reports/" + report + ".csv" + (filter.isEmpty() ? "" : "?" + filter));
        if (!question.address().equals(REPORTS)) {
            throw new IllegalArgumentException("This is no report that can be filed.");
        }
        listings.check(caller, question);
        return question;
    }
}
