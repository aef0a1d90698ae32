package medflip.customers.read.records;

import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PayoutHandleRemoved;
import medflip.customers.events.CustomerEvent.PayoutHandleRestored;
import medflip.customers.events.CustomerId;
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
import medflip.kernel.AttachedFile;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import org.axonframework.eventhandling.EventHandler;

/** Fills what is written down and kept about people, each under the person it was written down for. */
@Projection(
        processingGroup = RecordsProjection.GROUP,
        tables = {"customer_note", "customer_task", "customer_file", "customer_handle"})
class RecordsProjection {

    static final String GROUP = "customers.records";

    private static final String NOTE = """
            INSERT INTO customer_note (tenant_id, customer_id, id, text, written_at, written_by)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String NOTE_DELETED =
            "UPDATE customer_note SET deleted = ? WHERE tenant_id = ? AND customer_id = ? AND id = ?";

    private static final String TASK_STATE =
            "UPDATE customer_task SET state = ?, done_on = ? WHERE tenant_id = ? AND customer_id = ? AND id = ?";

    private static final String FILE = """
            INSERT INTO customer_file (tenant_id, customer_id, id, kind, bytes, attached_at, attached_by)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id, customer_id, id) DO UPDATE SET
                attached_at = excluded.attached_at, attached_by = excluded.attached_by, detached = false
            """;

    private static final String HANDLE_REMOVED =
            "UPDATE customer_handle SET removed = ? WHERE tenant_id = ? AND customer_id = ? AND id = ?";

    /** What is noted of a person as they are written down is their first note, and has their id. */
    @EventHandler
    void on(CustomerRegistered event, Recorded recorded, Rows rows) {
        if (event.note() != null) {
            note(event.customerId(), event.customerId().local(), event.note().value(), recorded, rows);
        }
    }

    @EventHandler
    void on(RecordEvent event, Recorded recorded, Rows rows) {
        CustomerId customer = event.customerId();
        switch (event) {
            case NoteWritten note -> note(customer, note.noteId(), note.text().value(), recorded, rows);
            case NoteEdited note ->
                rows.write(
                        customer,
                        """
                        UPDATE customer_note SET text = ?, edited_at = ?, edited_by = ?
                        WHERE tenant_id = ? AND customer_id = ? AND id = ?
                        """,
                        note.text().value(),
                        recorded.at(),
                        recorded.actor(),
                        customer.tenantId(),
                        customer,
                        note.noteId());
            case NoteDeleted note -> deleted(customer, note.noteId(), true, rows);
            case NoteRestored note -> deleted(customer, note.noteId(), false, rows);
            case TaskSet task ->
                rows.write(
                        customer,
                        """
                        INSERT INTO customer_task (tenant_id, customer_id, id, text, due_on, state, set_by)
                        VALUES (?, ?, ?, ?, ?, 'OPEN', ?)
                        """,
                        customer.tenantId(),
                        customer,
                        task.taskId(),
                        task.text().value(),
                        task.dueOn(),
                        recorded.actor());
            case TaskChanged task ->
                rows.write(
                        customer, """
                        UPDATE customer_task SET text = ?, due_on = ?
                        WHERE tenant_id = ? AND customer_id = ? AND id = ?
                        """, task.text().value(), task.dueOn(), customer.tenantId(), customer, task.taskId());
            case TaskDone task ->
                rows.write(
                        customer,
                        TASK_STATE,
                        TaskState.DONE,
                        task.doneOn(),
                        customer.tenantId(),
                        customer,
                        task.taskId());
            case TaskReopened task -> task(customer, task.taskId(), TaskState.OPEN, rows);
            case TaskDropped task -> task(customer, task.taskId(), TaskState.DROPPED, rows);
            case TaskRestored task -> task(customer, task.taskId(), TaskState.OPEN, rows);
            case FilesAttached attached -> {
                for (AttachedFile file : attached.files()) {
                    rows.write(
                            customer,
                            FILE,
                            customer.tenantId(),
                            customer,
                            file.id(),
                            file.kind(),
                            file.bytes(),
                            recorded.at(),
                            recorded.actor());
                }
            }
            case FileDetached detached ->
                rows.write(
                        customer,
                        "UPDATE customer_file SET detached = true WHERE tenant_id = ? AND customer_id = ? AND id = ?",
                        customer.tenantId(),
                        customer,
                        detached.fileId());
        }
    }

    @EventHandler
    void on(PayoutHandleAdded event, Recorded recorded, Rows rows) {
        rows.write(
                event.customerId(),
                """
                INSERT INTO customer_handle (tenant_id, customer_id, id, position, kind, handle)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                event.customerId().tenantId(),
                event.customerId(),
                event.handleId(),
                recorded.position(),
                event.kind(),
                event.handle().value());
    }

    @EventHandler
    void on(PayoutHandleRemoved event, Rows rows) {
        removed(event.customerId(), event.handleId(), true, rows);
    }

    @EventHandler
    void on(PayoutHandleRestored event, Rows rows) {
        removed(event.customerId(), event.handleId(), false, rows);
    }

    /** All that was written down or kept. */
    @EventHandler
    void on(CustomerErased event, Rows rows) {
        CustomerId customer = event.customerId();
        for (String table : List.of("customer_note", "customer_task", "customer_file", "customer_handle")) {
            rows.write(
                    customer,
                    "DELETE FROM " + table + " WHERE tenant_id = ? AND customer_id = ?",
                    customer.tenantId(),
                    customer);
        }
    }

    private static void note(CustomerId customer, UUID id, String text, Recorded recorded, Rows rows) {
        rows.write(customer, NOTE, customer.tenantId(), customer, id, text, recorded.at(), recorded.actor());
    }

    private static void deleted(CustomerId customer, UUID note, boolean deleted, Rows rows) {
        rows.write(customer, NOTE_DELETED, deleted, customer.tenantId(), customer, note);
    }

    private static void task(CustomerId customer, UUID task, TaskState state, Rows rows) {
        rows.write(customer, TASK_STATE, state, null, customer.tenantId(), customer, task);
    }

    private static void removed(CustomerId customer, UUID handle, boolean removed, Rows rows) {
        rows.write(customer, HANDLE_REMOVED, removed, customer.tenantId(), customer, handle);
    }
}
