package medflip.customers.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.kernel.AttachedFile;
import medflip.kernel.AttachesFiles;
import medflip.kernel.PersonalData;
import medflip.kernel.PersonalText;

/** What is written down and kept about a person: notes, tasks and files. */
public sealed interface RecordEvent extends CustomerEvent {

    /** Something was noted. */
    record NoteWritten(
            CustomerId customerId,
            UUID noteId,
            @PersonalData("customers.note") PersonalText text) implements RecordEvent {}

    /** A note says something else now. */
    record NoteEdited(
            CustomerId customerId,
            UUID noteId,
            @PersonalData("customers.note") PersonalText text) implements RecordEvent {}

    /** A note was deleted. */
    record NoteDeleted(CustomerId customerId, UUID noteId) implements RecordEvent {}

    /** A deleted note was brought back as it was. */
    record NoteRestored(CustomerId customerId, UUID noteId) implements RecordEvent {}

    /** There is something to do about the person, which comes up on its day. */
    record TaskSet(
            CustomerId customerId,
            UUID taskId,
            @PersonalData("customers.task") PersonalText text,
            LocalDate dueOn) implements RecordEvent {}

    /** What is to do, or its day, is another one now. */
    record TaskChanged(
            CustomerId customerId,
            UUID taskId,
            @PersonalData("customers.task") PersonalText text,
            LocalDate dueOn) implements RecordEvent {}

    /** It is done. */
    record TaskDone(CustomerId customerId, UUID taskId, LocalDate doneOn) implements RecordEvent {}

    /** It isn't done after all. */
    record TaskReopened(CustomerId customerId, UUID taskId) implements RecordEvent {}

    /** It needn't be done. */
    record TaskDropped(CustomerId customerId, UUID taskId) implements RecordEvent {}

    /** It must be done after all. */
    record TaskRestored(CustomerId customerId, UUID taskId) implements RecordEvent {}

    /** Files about the person were attached. */
    record FilesAttached(CustomerId customerId, List<AttachedFile> files) implements RecordEvent, AttachesFiles {

        @Override
        public List<AttachedFile> attachedFiles() {
            return files;
        }
    }

    /** A file is no longer shown with the person. Attaching it again takes that back. */
    record FileDetached(CustomerId customerId, UUID fileId) implements RecordEvent {}
}
