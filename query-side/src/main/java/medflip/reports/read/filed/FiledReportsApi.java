package medflip.reports.read.filed;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Listings;
import medflip.platform.web.Listings.Question;
import medflip.platform.web.PastFiles.Written;
import medflip.platform.web.PastListings;
import medflip.platform.web.Reads;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was filed, the same bytes again, and what would be different now. */
@RestController
class FiledReportsApi {

    private final FiledReportsStore store;
    private final Listings listings;
    private final PastListings past;

    FiledReportsApi(FiledReportsStore store, Listings listings, PastListings past) {
        this.store = store;
        this.listings = listings;
        this.past = past;
    }

    /** All of them, the latest first. */
    @GetMapping("/api/filed-reports")
    @Reads(FiledReportsProjection.GROUP)
    List<FiledReport> findFiledReports(Caller caller) {
        return store.all(caller.tenant());
    }

    @GetMapping("/api/filed-reports/{id}")
    @Reads(FiledReportsProjection.GROUP)
    FiledReport findFiledReport(Caller caller, @PathVariable UUID id) {
        return found(caller.tenant(), id);
    }

    /** The file as it was filed, made anew of the log. */
    @GetMapping(path = "/api/filed-reports/{id}/file", produces = CsvResponse.MEDIA_TYPE)
    @Reads(FiledReportsProjection.GROUP)
    ResponseEntity<byte[]> findFiledFile(Caller caller, @PathVariable UUID id) {
        FiledReport filed = found(caller.tenant(), id);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        past.write(caller, question(filed), then(caller.tenant(), filed), bytes);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(filed.report() + ".csv")
                                .build()
                                .toString())
                .body(bytes.toByteArray());
    }

    /** What was corrected since: the lines that would be different if it were filed now, for the same days. */
    @GetMapping("/api/filed-reports/{id}/since")
    @Reads(FiledReportsProjection.GROUP)
    SinceFiled findSinceFiled(Caller caller, @PathVariable UUID id) {
        FiledReport filed = found(caller.tenant(), id);
        Question question = question(filed);
        PastMoment then = then(caller.tenant(), filed);
        Written again = past.write(caller, question, then, OutputStream.nullOutputStream());
        PastMoment now =
                new PastMoment(caller.tenant(), past.now(caller.tenant()).position(), filed.asOf());
        return SinceFiled.compare(
                again.sha256().equals(filed.sha256()),
                past.rows(caller, question, then),
                past.rows(caller, question, now));
    }

    private FiledReport found(TenantId tenant, UUID id) {
        return store.find(tenant, id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static PastMoment then(TenantId tenant, FiledReport filed) {
        return new PastMoment(tenant, filed.position(), filed.asOf());
    }

    private Question question(FiledReport filed) {
        return listings.question(
                "/api/reports/" + filed.report() + ".csv" + (filed.filter().isEmpty() ? "" : "?" + filed.filter()));
    }
}
