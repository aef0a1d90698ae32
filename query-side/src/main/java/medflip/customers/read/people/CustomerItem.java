package medflip.customers.read.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A person in the list.
 *
 * @param phones E.164
 * @param leadSource as it is called now
 * @param doNotBuy nothing is bought from this person
 * @param restricted what is held of this person is kept and not used, as they want
 * @param deals how many deals were opened, whatever became of them
 * @param boxes how many boxes were received
 * @param paid what left for the person
 * @param proceeds what the person's boxes brought so far
 * @param profit proceeds less the landed cost of the boxes sold, and less what paying cost beyond its estimate
 */
record CustomerItem(
        UUID id,
        String name,
        List<String> phones,
        List<String> emails,
        @Nullable String leadSource,
        List<UUID> tags,
        boolean doNotBuy,
        boolean restricted,
        boolean archived,
        int deals,
        int boxes,
        Money paid,
        Money proceeds,
        Money profit,
        @Nullable LocalDate lastDealOn,
        Instant registeredAt,
        long version) {}
