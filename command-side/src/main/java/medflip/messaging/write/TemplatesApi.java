package medflip.messaging.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.kernel.Texts;
import medflip.messaging.events.TemplateId;
import medflip.messaging.write.TemplateCommand.AddTemplate;
import medflip.messaging.write.TemplateCommand.CorrectTemplate;
import medflip.messaging.write.TemplateCommand.RemoveTemplate;
import medflip.platform.command.KnownStreams;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Texts that a business keeps at hand. */
@RestController
@RequestMapping("/api/text-templates")
class TemplatesApi {

    private static final int NAME_MAX = 60;

    private final KnownStreams known;

    TemplatesApi(KnownStreams known) {
        this.known = known;
    }

    /**
     * In {@code body}, {@code {first name}}, {@code {name}} and {@code {business}} stand for what is each one's own.
     */
    record TemplateBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String body) {}

    private record Words(PersonalText name, PersonalText body) {}

    /** Keeps a text at hand. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> addTemplate(CommandRequest request, @RequestBody TemplateBody body) {
        Words words = words(body);
        UUID id = Objects.requireNonNullElseGet(body.id(), Ids::next);
        return request.make(new AddTemplate(TemplateId.of(request.caller().tenant(), id), words.name(), words.body()));
    }

    /** Has it say something else, or calls it otherwise. */
    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correctTemplate(
            CommandRequest request, @PathVariable UUID id, @RequestBody TemplateBody body) {
        Words words = words(body);
        return request.change(new CorrectTemplate(template(request, id), words.name(), words.body()));
    }

    /** Throws it away. What was written by it stays. */
    @PostMapping("/{id}/remove")
    ResponseEntity<CommandAnswer> removeTemplate(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RemoveTemplate(template(request, id)));
    }

    private static Words words(TemplateBody body) {
        Faults faults = new Faults();
        PersonalText name = faults.required(
                "name", body.name(), text -> new PersonalText(Texts.line("A template's name", text, NAME_MAX)));
        TextWithGaps text = faults.required("body", body.body(), TextWithGaps::parse);
        faults.throwIfAny();
        return new Words(name, text.body());
    }

    private TemplateId template(CommandRequest request, UUID id) {
        TemplateId template = TemplateId.of(request.caller().tenant(), id);
        known.requireKnown(template);
        return template;
    }
}
