package medflip.platform.document;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a document: to be looked at and printed, under a name to keep it by, and not to be kept on the way. */
public final class DocumentResponse {

    public static final String MEDIA_TYPE = MediaType.APPLICATION_PDF_VALUE;

    /** Browsers show a PDF in a plug-in of their own; nothing else may load beside it. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private DocumentResponse() {}

    public static ResponseEntity<byte[]> of(Document document) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(document.name() + ".pdf")
                                .build()
                                .toString())
                .body(document.pdf());
    }
}
