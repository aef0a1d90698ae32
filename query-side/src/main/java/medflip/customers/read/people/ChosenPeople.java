package medflip.customers.read.people;

import java.util.List;
import java.util.UUID;

/**
 * Everybody whom a filter finds, for a step that is done to all of them.
 *
 * @param people at most 5,000
 * @param total how many there are
 */
record ChosenPeople(List<ChosenPerson> people, long total) {

    /** A person, as a step needs to know them. */
    record ChosenPerson(UUID id, String name, long version) {}
}
