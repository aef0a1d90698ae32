package medflip.audit.read.seal;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit bundle: all that it takes to check a business's log elsewhere, in one file. */
@RestController
class BundleApi {

    private static final String ZIP = "application/zip";

    private final BundleContent content;

    BundleApi(BundleContent content) {
        this.content = content;
    }

    /**
     * What happened in a period, or from the beginning on, with its seal and the program that checks it. It is written
     * as it is read; one that broke off has no end, and no program takes it for whole.
     *
     * @param from first day, at the business's place; absent: from the beginning
     * @param until last day; absent: up to now
     */
    @GetMapping(path = "/api/audit/bundle", produces = ZIP)
    @Requires(Permission.EXPORT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    void fetchAuditBundle(
            Caller caller,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            HttpServletResponse response)
            throws IOException {
        Faults faults = new Faults();
        faults.check(from == null || until == null || !until.isBefore(from), "until", "A period ends after it begins.");
        faults.throwIfAny();
        BundleContent.Bundle bundle = content.prepare(caller.tenant(), from, until);
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit-" + bundle.facts().size() + ".zip")
                        .build()
                        .toString());
        content.write(bundle, response.getOutputStream());
    }
}
