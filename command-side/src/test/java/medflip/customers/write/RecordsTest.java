package medflip.customers.write;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
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
import medflip.kernel.FileKind;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class RecordsTest extends AggregateSpec<Customer> {

    private static final CustomerId CUSTOMER = CustomerId.of(TENANT, new UUID(2, 2));
    private static final UUID ONE = new UUID(3, 3);
    private static final UUID TWO = new UUID(3, 31);
    private static final UUID THREE = new UUID(3, 32);
    private static final PersonalText TEXT = PersonalText.parse("call her about the pods");
    private static final PersonalText OTHER = PersonalText.parse("never mind");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final CustomerRegistered REGISTERED = new CustomerRegistered(
            CUSTOMER, PersonName.parse("Tammy Davis"), List.of(), List.of(), null, null, TEXT, null);
    private static final NoteWritten NOTE = new NoteWritten(CUSTOMER, ONE, TEXT);
    private static final TaskSet TASK = new TaskSet(CUSTOMER, ONE, TEXT, DAY);

    @Test
    void a_note_is_written_once() {
        given(REGISTERED);
        when(new WriteNote(CUSTOMER, ONE, TEXT));
        then(NOTE);
        given(REGISTERED, NOTE);
        when(new WriteNote(CUSTOMER, ONE, TEXT));
        thenRejected(CustomerRejection.NOTE_IS_THERE);
    }

    @Test
    void a_note_is_edited_as_long_as_it_is_there() {
        given(REGISTERED, NOTE);
        when(new EditNote(CUSTOMER, ONE, OTHER));
        then(new NoteEdited(CUSTOMER, ONE, OTHER));
        given(REGISTERED, NOTE, new NoteDeleted(CUSTOMER, ONE));
        when(new EditNote(CUSTOMER, ONE, OTHER));
        thenRejected(CustomerRejection.NO_SUCH_NOTE);
        given(REGISTERED);
        when(new EditNote(CUSTOMER, ONE, OTHER));
        thenRejected(CustomerRejection.NO_SUCH_NOTE);
    }

    @Test
    void a_deleted_note_comes_back_as_it_was() {
        given(REGISTERED, NOTE);
        when(new DeleteNote(CUSTOMER, ONE));
        then(new NoteDeleted(CUSTOMER, ONE));
        given(REGISTERED, NOTE, new NoteDeleted(CUSTOMER, ONE));
        when(new RestoreNote(CUSTOMER, ONE));
        then(new NoteRestored(CUSTOMER, ONE));
        given(REGISTERED, NOTE);
        when(new RestoreNote(CUSTOMER, ONE));
        thenRejected(CustomerRejection.NO_SUCH_NOTE);
    }

    @Test
    void what_was_noted_of_a_new_person_is_their_first_note() {
        given(REGISTERED);
        when(new EditNote(CUSTOMER, CUSTOMER.local(), OTHER));
        then(new NoteEdited(CUSTOMER, CUSTOMER.local(), OTHER));
    }

    @Test
    void a_task_is_changed_until_it_is_done() {
        given(REGISTERED);
        when(new SetTask(CUSTOMER, ONE, TEXT, DAY));
        then(TASK);
        given(REGISTERED, TASK);
        when(new ChangeTask(CUSTOMER, ONE, OTHER, DAY.plusDays(1)));
        then(new TaskChanged(CUSTOMER, ONE, OTHER, DAY.plusDays(1)));
        given(REGISTERED, TASK);
        when(new FinishTask(CUSTOMER, ONE, DAY));
        then(new TaskDone(CUSTOMER, ONE, DAY));
        given(REGISTERED, TASK, new TaskDone(CUSTOMER, ONE, DAY));
        when(new ChangeTask(CUSTOMER, ONE, OTHER, DAY));
        thenRejected(CustomerRejection.NO_SUCH_TASK);
    }

    @Test
    void a_task_that_is_done_is_opened_again() {
        given(REGISTERED, TASK, new TaskDone(CUSTOMER, ONE, DAY));
        when(new ReopenTask(CUSTOMER, ONE));
        then(new TaskReopened(CUSTOMER, ONE));
        given(REGISTERED, TASK);
        when(new ReopenTask(CUSTOMER, ONE));
        thenRejected(CustomerRejection.NO_SUCH_TASK);
    }

    @Test
    void a_dropped_task_can_be_taken_up_again() {
        given(REGISTERED, TASK);
        when(new DropTask(CUSTOMER, ONE));
        then(new TaskDropped(CUSTOMER, ONE));
        given(REGISTERED, TASK, new TaskDropped(CUSTOMER, ONE));
        when(new FinishTask(CUSTOMER, ONE, DAY));
        thenRejected(CustomerRejection.NO_SUCH_TASK);
        given(REGISTERED, TASK, new TaskDropped(CUSTOMER, ONE));
        when(new RestoreTask(CUSTOMER, ONE));
        then(new TaskRestored(CUSTOMER, ONE));
    }

    @Test
    void several_files_are_taken_off_as_far_as_they_are_there() {
        AttachedFile one = new AttachedFile(ONE, FileKind.PDF, 4_711, "0815");
        AttachedFile two = new AttachedFile(TWO, FileKind.PDF, 4_712, "0816");
        AttachedFile three = new AttachedFile(THREE, FileKind.PDF, 4_713, "0817");
        given(REGISTERED, new FilesAttached(CUSTOMER, List.of(one, two, three)), new FileDetached(CUSTOMER, TWO));
        when(new DetachFiles(CUSTOMER, List.of(ONE, TWO, THREE)));
        then(new FileDetached(CUSTOMER, ONE), new FileDetached(CUSTOMER, THREE));
    }

    @Test
    void a_file_that_is_not_there_is_not_taken_off() {
        given(REGISTERED);
        when(new DetachFile(CUSTOMER, ONE));
        thenRejected(CustomerRejection.NO_SUCH_FILE);
    }
}
