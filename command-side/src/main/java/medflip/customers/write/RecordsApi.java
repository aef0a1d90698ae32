package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.customers.write.CustomersApi.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.customers.write.RecordCommand.AttachFiles;
import medflip.customers.write.RecordCommand.ChangeTask;
import medflip.customers.write.RecordCommand.DeleteNote;
import medflip.customers.write.RecordCommand.DetachFile;
import medflip.customers.write.RecordCommand.DropTask;
import medflip.customers.write.RecordCommand.EditNote;
import medflip.customers.write.RecordCommand.FinishTask;
import medflip.customers.write.RecordCommand.ReopenTask;
import medflip.customers.write.RecordCommand.RestoreNote;
import medflip.customers.write.RecordCommand.RestoreTask;
import medflip.customers.write.RecordCommand.SetTask;
import medflip.customers.write.RecordCommand.WriteNote;
import medflip.kernel.PersonalText;
import medflip.platform.files.FileStore;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of what is written down and kept about a customer. */
@RestController
@RequestMapping("/api/customers/{id}")
class RecordsApi {

    private static final int AT_ONCE_MAX = 12;

    private final BusinessCalendar calendar;
    private final FileStore files;

    RecordsApi(BusinessCalendar calendar, FileStore files) {
        this.calendar = calendar;
        this.files = files;
    }

    /** A note; {@code id} of a new one may be minted by the caller, and is that of the note which is edited. */
    record NoteBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String text) {}

    record NoteIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID noteId) {

        private UUID required() {
            return CardApi.required("noteId", noteId);
        }
    }

    /** A task; {@code id} as with notes. {@code dueOn} is the day on which it comes up, today if left out. */
    record TaskBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String text,
            @Nullable LocalDate dueOn) {}

    record TaskIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID taskId) {

        private UUID required() {
            return CardApi.required("taskId", taskId);
        }
    }

    /** {@code fileIds}: files that were uploaded as about this person. */
    record FilesBody(
            @Schema(requiredMode = REQUIRED) @Nullable List<UUID> fileIds) {}

    record FileIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID fileId) {}

    @PostMapping("/notes")
    ResponseEntity<CommandAnswer> writeNote(CommandRequest request, @PathVariable UUID id, @RequestBody NoteBody body) {
        return request.change(new WriteNote(customer(request, id), orNext(body.id()), text(body.text())));
    }

    @PostMapping("/notes/edit")
    ResponseEntity<CommandAnswer> editNote(CommandRequest request, @PathVariable UUID id, @RequestBody NoteBody body) {
        return request.change(
                new EditNote(customer(request, id), CardApi.required("id", body.id()), text(body.text())));
    }

    @PostMapping("/notes/delete")
    ResponseEntity<CommandAnswer> deleteNote(
            CommandRequest request, @PathVariable UUID id, @RequestBody NoteIdBody body) {
        return request.change(new DeleteNote(customer(request, id), body.required()));
    }

    @PostMapping("/notes/restore")
    ResponseEntity<CommandAnswer> restoreNote(
            CommandRequest request, @PathVariable UUID id, @RequestBody NoteIdBody body) {
        return request.change(new RestoreNote(customer(request, id), body.required()));
    }

    @PostMapping("/tasks")
    ResponseEntity<CommandAnswer> setTask(CommandRequest request, @PathVariable UUID id, @RequestBody TaskBody body) {
        CustomerId customer = customer(request, id);
        return request.change(new SetTask(customer, orNext(body.id()), text(body.text()), dueOn(customer, body)));
    }

    @PostMapping("/tasks/edit")
    ResponseEntity<CommandAnswer> changeTask(
            CommandRequest request, @PathVariable UUID id, @RequestBody TaskBody body) {
        CustomerId customer = customer(request, id);
        return request.change(
                new ChangeTask(customer, CardApi.required("id", body.id()), text(body.text()), dueOn(customer, body)));
    }

    @PostMapping("/tasks/finish")
    ResponseEntity<CommandAnswer> finishTask(
            CommandRequest request, @PathVariable UUID id, @RequestBody TaskIdBody body) {
        CustomerId customer = customer(request, id);
        return request.change(new FinishTask(customer, body.required(), calendar.today(customer.tenantId())));
    }

    @PostMapping("/tasks/reopen")
    ResponseEntity<CommandAnswer> reopenTask(
            CommandRequest request, @PathVariable UUID id, @RequestBody TaskIdBody body) {
        return request.change(new ReopenTask(customer(request, id), body.required()));
    }

    @PostMapping("/tasks/drop")
    ResponseEntity<CommandAnswer> dropTask(
            CommandRequest request, @PathVariable UUID id, @RequestBody TaskIdBody body) {
        return request.change(new DropTask(customer(request, id), body.required()));
    }

    @PostMapping("/tasks/restore")
    ResponseEntity<CommandAnswer> restoreTask(
            CommandRequest request, @PathVariable UUID id, @RequestBody TaskIdBody body) {
        return request.change(new RestoreTask(customer(request, id), body.required()));
    }

    /** Attaches files, also one again that was taken off. */
    @PostMapping("/files")
    ResponseEntity<CommandAnswer> attachFiles(
            CommandRequest request, @PathVariable UUID id, @RequestBody FilesBody body) {
        Faults faults = new Faults();
        List<UUID> wanted = Objects.requireNonNullElse(body.fileIds(), List.of());
        faults.check(!wanted.isEmpty(), "fileIds", "Name one file at least.");
        faults.check(wanted.size() <= AT_ONCE_MAX, "fileIds", "At most " + AT_ONCE_MAX + " files at once.");
        faults.throwIfAny();
        CustomerId customer = customer(request, id);
        return request.change(new AttachFiles(
                customer,
                wanted.stream()
                        .distinct()
                        .map(file -> files.toAttach(customer.tenantId(), file))
                        .toList()));
    }

    @PostMapping("/files/remove")
    ResponseEntity<CommandAnswer> detachFile(
            CommandRequest request, @PathVariable UUID id, @RequestBody FileIdBody body) {
        return request.change(new DetachFile(customer(request, id), CardApi.required("fileId", body.fileId())));
    }

    private LocalDate dueOn(CustomerId customer, TaskBody body) {
        return Objects.requireNonNullElseGet(body.dueOn(), () -> calendar.today(customer.tenantId()));
    }

    private static UUID orNext(@Nullable UUID id) {
        return Objects.requireNonNullElseGet(id, Ids::next);
    }

    private static PersonalText text(@Nullable String typed) {
        Faults faults = new Faults();
        PersonalText text = faults.required("text", typed, PersonalText::parse);
        faults.throwIfAny();
        return text;
    }
}
