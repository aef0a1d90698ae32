package medflip.imports.write;

import java.util.List;
import medflip.imports.write.ImportStore.HaltedImport;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows those who run the service which imports break off again and again: never what a file says. */
@RestController
@Requires(Permission.OPERATE)
class HaltedImportsApi {

    private final ImportStore store;

    HaltedImportsApi(ImportStore store) {
        this.store = store;
    }

    @GetMapping("/api/operator/imports")
    List<HaltedImport> findHaltedImports() {
        return store.halted();
    }
}
