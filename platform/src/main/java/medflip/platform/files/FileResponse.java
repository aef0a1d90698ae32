package medflip.platform.files;

import medflip.kernel.FileKind;
import medflip.platform.files.FileStore.StoredFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a file. It is never shown as a page of ours: browsers save it, and screens show it as a picture. */
public final class FileResponse {

    private FileResponse() {}

    public static ResponseEntity<byte[]> of(StoredFile stored, byte[] content) {
        FileKind kind = stored.file().kind();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kind.mediaType()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(stored.file().id() + "." + kind.ending())
                                .build()
                                .toString())
                .body(content);
    }
}
