package medflip.customers.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonalText;
import medflip.platform.files.FileStore.StoredFile;

/** What can be asked about notes, tasks and files of a customer. */
public sealed interface RecordCommand extends CustomerCommand {

    /** Notes something. */
    record WriteNote(CustomerId customerId, UUID noteId, PersonalText text) implements RecordCommand {}

    /** Writes a note anew. */
    record EditNote(CustomerId customerId, UUID noteId, PersonalText text) implements RecordCommand {}

    /** Deletes a note. */
    record DeleteNote(CustomerId customerId, UUID noteId) implements RecordCommand {}

    /** Brings a deleted note back. */
    record RestoreNote(CustomerId customerId, UUID noteId) implements RecordCommand {}

    /** Sets a task for a day. */
    record SetTask(CustomerId customerId, UUID taskId, PersonalText text, LocalDate dueOn) implements RecordCommand {}

    /** Changes what is to do, or when. */
    record ChangeTask(CustomerId customerId, UUID taskId, PersonalText text, LocalDate dueOn)
            implements RecordCommand {}

    /** A task is done. */
    record FinishTask(CustomerId customerId, UUID taskId, LocalDate doneOn) implements RecordCommand {}

    /** A task isn't done after all. */
    record ReopenTask(CustomerId customerId, UUID taskId) implements RecordCommand {}

    /** A task needn't be done. */
    record DropTask(CustomerId customerId, UUID taskId) implements RecordCommand {}

    /** A dropped task must be done after all. */
    record RestoreTask(CustomerId customerId, UUID taskId) implements RecordCommand {}

    /** Attaches files; one that is there already stays as it is. */
    record AttachFiles(CustomerId customerId, List<StoredFile> files) implements RecordCommand {}

    /** Takes a file off the person. */
    record DetachFile(CustomerId customerId, UUID fileId) implements RecordCommand {}

    /** Takes several files off the person, as far as they are there still. */
    record DetachFiles(CustomerId customerId, List<UUID> fileIds) implements RecordCommand {}
}
