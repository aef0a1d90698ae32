package medflip.messaging.read.templates;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Reads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells the texts at hand. */
@RestController("templatesQuestionsApi")
class TemplatesApi {

    private static final CsvColumns<TextTemplate> CSV = new CsvColumns<TextTemplate>()
            .text("Name", TextTemplate::name)
            .text("Text", TextTemplate::body)
            .value("Id", TextTemplate::id);

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

    /** The whole list as a file. */
    @ExportMapping("/api/text-templates.csv")
    @Reads(TemplatesProjection.GROUP)
    Listing<TextTemplate> exportTemplates(Caller caller) {
        return Listing.of(
                        "text-templates",
                        CSV,
                        each -> store.all(caller.tenant()).forEach(each))
                .ofThings("template", TextTemplate::id, List.of());
    }

    /** One of them. */
    @GetMapping("/api/text-templates/{id}")
    @Reads(TemplatesProjection.GROUP)
    TextTemplate findTemplate(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
