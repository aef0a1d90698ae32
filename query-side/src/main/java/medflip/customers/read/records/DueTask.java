package medflip.customers.read.records;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something to do about a person.
 *
 * @param customerId whose stream it is in; {@code personId} whose card it is on, which is another one after a merge
 * @param version of the customer it is kept with
 */
record DueTask(
        UUID id,
        UUID customerId,
        UUID personId,
        String personName,
        String text,
        LocalDate dueOn,
        boolean overdue,
        long version) {}
