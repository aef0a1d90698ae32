package medflip.customers.read.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.HandleKind;
import medflip.kernel.FileKind;
import org.jspecify.annotations.Nullable;

/**
 * What is written down and kept about a person, and about everybody who was merged into them: {@code customerId} says
 * for whom, which is whom a change of it names.
 *
 * @param notes the latest first
 * @param tasks what is to do first, by its day; then what was done
 * @param files the latest first
 */
record Records(List<Note> notes, List<Task> tasks, List<KeptFile> files, List<Handle> handles) {

    /** @param writtenBy an actor, as in the timeline */
    record Note(
            UUID id,
            UUID customerId,
            String text,
            Instant writtenAt,
            String writtenBy,
            @Nullable Instant editedAt,
            @Nullable String editedBy) {}

    record Task(
            UUID id,
            UUID customerId,
            String text,
            LocalDate dueOn,
            boolean done,
            @Nullable LocalDate doneOn,
            String setBy) {}

    record KeptFile(UUID id, UUID customerId, FileKind kind, int bytes, Instant attachedAt, String attachedBy) {}

    /** Where the person is paid; {@code handle} is masked but for its last letters, unless it was asked for. */
    record Handle(UUID id, UUID customerId, HandleKind kind, String handle) {}
}
