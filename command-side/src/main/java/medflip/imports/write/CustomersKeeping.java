package medflip.imports.write;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.imports.write.CustomersKind.PersonRow;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Seller;
import medflip.imports.write.Reading.Good;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.Conditions;
import org.jspecify.annotations.Nullable;

/** Brings what the books say of people in line with a file. */
final class CustomersKeeping extends Keeping<PersonRow, PersonState, CustomerId> {

    private final Books books;

    CustomersKeeping(Books books) {
        super(books);
        this.books = books;
    }

    @Override
    Optional<CustomerId> find(PersonRow row) {
        MatchBy matchBy = books.settings().matchBy();
        return books.contacts()
                .find(
                        books.tenant(),
                        matchBy == MatchBy.EMAIL ? List.of() : row.phones(),
                        matchBy == MatchBy.PHONE ? List.of() : row.emails());
    }

    @Override
    CustomerId newId(PersonRow row) {
        return books.keys().customer(People.of(List.of(row.seller())).getFirst());
    }

    @Override
    Command make(CustomerId id, PersonRow row) {
        return new RegisterCustomer(
                id,
                new Details(
                        row.seller().name(),
                        row.phones(),
                        row.emails(),
                        row.address(),
                        row.seller().leadSource(),
                        row.note()),
                books.importId());
    }

    @Override
    void requirePossible(CustomerId id, PersonRow row) {
        books.claims().requireFree(id, row.phones());
    }

    @Override
    Accepted send(CustomerId id, PersonRow row, Command command, Conditions conditions) {
        return books.sendClaiming(id, row.phones(), command, conditions);
    }

    @Override
    @Nullable
    PersonState state(List<DomainEvent> history) {
        return PersonState.of(history);
    }

    @Override
    boolean isAside(PersonState state) {
        return state.archived();
    }

    @Override
    PersonState merged(PersonState state, PersonRow row) {
        String note = books.importId().value() + "/note/" + newId(row).value();
        return state.merged(row, UUID.nameUUIDFromBytes(note.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    Command bringBack(CustomerId id) {
        return new RestoreCustomer(id);
    }

    @Override
    List<Command> corrections(CustomerId id, PersonState from, PersonState to) {
        return from.corrections(id, to);
    }

    @Override
    String skipped(boolean isThere) {
        return isThere ? "This person is in the books already." : "This person isn't in the books.";
    }

    /** What later rows say wins; numbers and addresses of all are kept. */
    @Override
    PersonRow combined(List<Good<PersonRow>> together) {
        List<PersonRow> rows = together.stream().map(Good::content).toList();
        Person person = People.of(rows.stream().map(PersonRow::seller).toList()).getFirst();
        return new PersonRow(
                new Seller(
                        person.name(),
                        least(person.phones(), PhoneNumber::value),
                        least(person.emails(), EmailAddress::value),
                        person.leadSource()),
                rows.stream().flatMap(row -> row.phones().stream()).distinct().toList(),
                rows.stream().flatMap(row -> row.emails().stream()).distinct().toList(),
                last(rows, PersonRow::address),
                last(rows, PersonRow::note));
    }

    private static <T> @Nullable T least(List<T> some, Function<T, String> order) {
        return some.stream().min(Comparator.comparing(order)).orElse(null);
    }

    private static <T> @Nullable T last(List<PersonRow> rows, Function<PersonRow, @Nullable T> part) {
        return rows.stream()
                .map(part)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }
}
