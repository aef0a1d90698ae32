package medflip.imports.read.archives;

import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells which archives were brought. */
@RestController("archivesQuestionsApi")
class ArchivesApi {

    private final ArchivesStore store;

    ArchivesApi(ArchivesStore store) {
        this.store = store;
    }

    /** All of them, the latest first. */
    @GetMapping("/api/archives")
    @Reads(ArchivesProjection.GROUP)
    List<BroughtArchive> findArchives(Caller caller) {
        return store.all(caller.tenant());
    }
}
