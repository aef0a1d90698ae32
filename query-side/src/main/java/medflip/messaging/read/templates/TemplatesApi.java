package medflip.messaging.read.templates;

import java.util.List;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the texts at hand. */
@RestController("templatesQuestionsApi")
class TemplatesApi {

    private final TemplatesStore store;

    TemplatesApi(TemplatesStore store) {
        this.store = store;
    }

    /** All of them, by name. */
    @GetMapping("/api/text-templates")
    @Reads(TemplatesProjection.GROUP)
    List<TextTemplate> findTemplates(Caller caller) {
        return store.all(caller.tenant());
    }
}
