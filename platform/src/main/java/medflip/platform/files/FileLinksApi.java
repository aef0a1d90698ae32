package medflip.platform.files;

import io.swagger.v3.oas.annotations.Hidden;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.files.FileLinks.Linked;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where another service fetches a file by its private link. */
@RestController
@Hidden
class FileLinksApi {

    private final FileLinks links;
    private final FileStore files;

    FileLinksApi(FileLinks links, FileStore files) {
        this.links = links;
        this.files = files;
    }

    @GetMapping("/files/{token}")
    ResponseEntity<byte[]> fetchLinkedFile(@PathVariable String token) {
        Linked linked = links.open(token).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        return FileResponse.of(linked.file(), files.content(linked.tenant(), linked.file()));
    }
}
