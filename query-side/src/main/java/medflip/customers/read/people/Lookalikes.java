package medflip.customers.read.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two people in the books who may be one, and why. */
record Lookalikes(Person one, Person other, List<Likeness> because) {

    /** Somebody of the two, the one with more deals first. */
    record Person(
            UUID id,
            String name,
            List<String> phones,
            List<String> emails,
            int deals,
            @Nullable String leadSource) {}

    enum Likeness {
        SAME_PHONE,
        SAME_EMAIL,
        SAME_NAME
    }
}
