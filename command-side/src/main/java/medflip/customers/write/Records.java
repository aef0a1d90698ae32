package medflip.customers.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.RecordEvent;
import medflip.customers.events.RecordEvent.FileDetached;
import medflip.customers.events.RecordEvent.FilesAttached;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteRestored;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.events.RecordEvent.TaskChanged;
import medflip.customers.events.RecordEvent.TaskDone;
import medflip.customers.events.RecordEvent.TaskDropped;
import medflip.customers.events.RecordEvent.TaskReopened;
import medflip.customers.events.RecordEvent.TaskRestored;
import medflip.customers.events.RecordEvent.TaskSet;
import medflip.customers.write.RecordCommand.AttachFiles;
import medflip.customers.write.RecordCommand.ChangeTask;
import medflip.customers.write.RecordCommand.DeleteNote;
import medflip.customers.write.RecordCommand.DetachFile;
import medflip.customers.write.RecordCommand.DetachFiles;
import medflip.customers.write.RecordCommand.DropTask;
import medflip.customers.write.RecordCommand.EditNote;
import medflip.customers.write.RecordCommand.FinishTask;
import medflip.customers.write.RecordCommand.ReopenTask;
import medflip.customers.write.RecordCommand.RestoreNote;
import medflip.customers.write.RecordCommand.RestoreTask;
import medflip.customers.write.RecordCommand.SetTask;
import medflip.customers.write.RecordCommand.WriteNote;
import medflip.kernel.AttachedFile;
import medflip.platform.files.FileRejection;
import medflip.platform.files.FileStore.StoredFile;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** What is written down and kept about one customer. Of a text it knows only that it is there. */
class Records {

    private static final int FILES_MAX = 200;

    private enum Task {
        OPEN,
        DONE,
        DROPPED
    }

    private final Customer customer;

    /** Every note, and whether it is there still. */
    private final Map<UUID, Boolean> notes = new HashMap<>();

    private final Map<UUID, Task> tasks = new HashMap<>();
    private final Set<UUID> files = new HashSet<>();

    Records(Customer customer) {
        this.customer = customer;
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        if (event.note() != null) {
            notes.put(event.customerId().local(), true);
        }
    }

    @EventSourcingHandler
    void evolve(RecordEvent event) {
        switch (event) {
            case NoteWritten note -> notes.put(note.noteId(), true);
            case NoteEdited note -> {}
            case NoteDeleted note -> notes.put(note.noteId(), false);
            case NoteRestored note -> notes.put(note.noteId(), true);
            case TaskSet task -> tasks.put(task.taskId(), Task.OPEN);
            case TaskChanged task -> {}
            case TaskDone task -> tasks.put(task.taskId(), Task.DONE);
            case TaskReopened task -> tasks.put(task.taskId(), Task.OPEN);
            case TaskDropped task -> tasks.put(task.taskId(), Task.DROPPED);
            case TaskRestored task -> tasks.put(task.taskId(), Task.OPEN);
            case FilesAttached attached -> attached.files().forEach(file -> files.add(file.id()));
            case FileDetached detached -> files.remove(detached.fileId());
        }
    }

    @CommandHandler
    void decide(WriteNote command) {
        require(!notes.containsKey(command.noteId()), CustomerRejection.NOTE_IS_THERE);
        apply(new NoteWritten(customer.id(), command.noteId(), command.text()));
    }

    @CommandHandler
    void decide(EditNote command) {
        requireNote(command.noteId(), true);
        apply(new NoteEdited(customer.id(), command.noteId(), command.text()));
    }

    @CommandHandler
    void decide(DeleteNote command) {
        requireNote(command.noteId(), true);
        apply(new NoteDeleted(customer.id(), command.noteId()));
    }

    @CommandHandler
    void decide(RestoreNote command) {
        requireNote(command.noteId(), false);
        apply(new NoteRestored(customer.id(), command.noteId()));
    }

    @CommandHandler
    void decide(SetTask command) {
        require(!tasks.containsKey(command.taskId()), CustomerRejection.TASK_IS_THERE);
        apply(new TaskSet(customer.id(), command.taskId(), command.text(), command.dueOn()));
    }

    @CommandHandler
    void decide(ChangeTask command) {
        requireTask(command.taskId(), Task.OPEN);
        apply(new TaskChanged(customer.id(), command.taskId(), command.text(), command.dueOn()));
    }

    @CommandHandler
    void decide(FinishTask command) {
        requireTask(command.taskId(), Task.OPEN);
        apply(new TaskDone(customer.id(), command.taskId(), command.doneOn()));
    }

    @CommandHandler
    void decide(ReopenTask command) {
        requireTask(command.taskId(), Task.DONE);
        apply(new TaskReopened(customer.id(), command.taskId()));
    }

    @CommandHandler
    void decide(DropTask command) {
        requireTask(command.taskId(), Task.OPEN);
        apply(new TaskDropped(customer.id(), command.taskId()));
    }

    @CommandHandler
    void decide(RestoreTask command) {
        requireTask(command.taskId(), Task.DROPPED);
        apply(new TaskRestored(customer.id(), command.taskId()));
    }

    @CommandHandler
    void decide(AttachFiles command) {
        for (StoredFile file : command.files()) {
            require(file.isOf(customer.id()), FileRejection.OF_SOMEBODY_ELSE);
        }
        List<AttachedFile> added = command.files().stream()
                .map(StoredFile::file)
                .filter(file -> !files.contains(file.id()))
                .toList();
        require(files.size() + added.size() <= FILES_MAX, CustomerRejection.TOO_MANY_FILES);
        if (!added.isEmpty()) {
            apply(new FilesAttached(customer.id(), added));
        }
    }

    @CommandHandler
    void decide(DetachFile command) {
        require(files.contains(command.fileId()), CustomerRejection.NO_SUCH_FILE);
        apply(new FileDetached(customer.id(), command.fileId()));
    }

    @CommandHandler
    void decide(DetachFiles command) {
        List<UUID> there = command.fileIds().stream().filter(files::contains).toList();
        require(!there.isEmpty(), CustomerRejection.NO_SUCH_FILE);
        there.forEach(file -> apply(new FileDetached(customer.id(), file)));
    }

    private void requireNote(UUID note, boolean there) {
        require(notes.getOrDefault(note, !there) == there, CustomerRejection.NO_SUCH_NOTE);
    }

    private void requireTask(UUID task, Task state) {
        require(tasks.get(task) == state, CustomerRejection.NO_SUCH_TASK);
    }
}
