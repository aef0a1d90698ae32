package medflip.launcher;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Files to try the service with. */
@RestController
class SamplesApi {

    /** The kind of ledger that people bring: made up, and messy on purpose. */
    @GetMapping("/api/samples/ledger.csv")
    ResponseEntity<Resource> ledger() {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("ledger.csv")
                                .build()
                                .toString())
                .body(new ClassPathResource("sample/ledger.csv"));
    }
}
