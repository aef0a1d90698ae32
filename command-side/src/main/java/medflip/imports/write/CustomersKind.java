package medflip.imports.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.imports.write.CustomersKind.PersonRow;
import medflip.imports.write.People.Person;
import medflip.imports.write.Purchase.Seller;
import medflip.imports.write.Reading.Good;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.command.Command;
import medflip.platform.text.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** People, as an address book or another program lists them. All that imports know of customers' books is here. */
final class CustomersKind implements Kind<PersonRow> {

    private static final Field NAME = Field.optional(
            "name", "Name", "full name", "customer", "customer name", "contact", "seller", "display name");
    private static final Field FIRST_NAME = Field.optional("firstName", "First name", "given name", "first");
    private static final Field LAST_NAME = Field.optional("lastName", "Last name", "family name", "surname", "last");
    private static final Field PHONE = Field.optional(
            "phone",
            "Phone",
            "phone number",
            "phones",
            "cell",
            "cell phone",
            "mobile",
            "mobile phone",
            "tel",
            "telephone",
            "phone 1 value",
            "primary phone",
            "home phone");
    private static final Field OTHER_PHONE =
            Field.optional("otherPhone", "Other phone", "phone 2", "phone 2 value", "work phone", "second phone");
    private static final Field EMAIL = Field.optional(
            "email", "Email", "e mail", "emails", "mail", "email address", "e mail 1 value", "email 1 value");
    private static final Field ADDRESS =
            Field.optional("address", "Address", "street", "street address", "address 1", "address line 1", "line1");
    private static final Field ADDRESS_2 = Field.optional("address2", "Address 2", "address line 2", "apt", "unit");
    private static final Field CITY = Field.optional("city", "City", "town");
    private static final Field REGION = Field.optional("region", "State", "province", "region");
    private static final Field POSTAL_CODE =
            Field.optional("postalCode", "Zip", "zip code", "postal code", "postcode", "zipcode");
    private static final Field COUNTRY = Field.optional("country", "Country");
    private static final Field SOURCE =
            Field.optional("source", "Source", "lead source", "lead", "referred by", "found us", "heard of us");
    private static final Field NOTES = Field.optional("notes", "Notes", "note", "comment", "comments", "remarks");

    /** The person as one row writes them, or several together; {@code seller} is what the person is recognised by. */
    record PersonRow(
            Seller seller,
            List<PhoneNumber> phones,
            List<EmailAddress> emails,
            @Nullable PostalAddress address,
            @Nullable PersonalText note) {}

    @Override
    public List<Field> fields() {
        return List.of(
                NAME,
                FIRST_NAME,
                LAST_NAME,
                PHONE,
                OTHER_PHONE,
                EMAIL,
                ADDRESS,
                ADDRESS_2,
                CITY,
                REGION,
                POSTAL_CODE,
                COUNTRY,
                SOURCE,
                NOTES);
    }

    @Override
    public List<Mode> modes() {
        return List.of(Mode.BOTH, Mode.CREATE, Mode.UPDATE);
    }

    @Override
    public List<MatchBy> matches() {
        return List.of(MatchBy.PHONE_OR_EMAIL, MatchBy.PHONE, MatchBy.EMAIL);
    }

    /** A name, in one column or in two. */
    @Override
    public List<Field> missing(Collection<Field> taken) {
        return taken.contains(NAME) || taken.contains(FIRST_NAME) || taken.contains(LAST_NAME)
                ? List.of()
                : List.of(NAME);
    }

    @Override
    public @Nullable PersonRow read(RowReader row) {
        PersonName name = row.isBlank(NAME) ? name(row) : row.required(NAME, PersonName::parse);
        PhoneNumber phone = row.optional(PHONE, PhoneNumbers::parse);
        PhoneNumber other = row.optional(OTHER_PHONE, PhoneNumbers::parse);
        EmailAddress email = row.optional(EMAIL, EmailAddress::parse);
        String source = row.optional(SOURCE, DealsKind::leadSource);
        PostalAddress address = address(row);
        PersonalText note = row.optional(NOTES, PersonalText::parse);
        return name == null
                ? null
                : new PersonRow(
                        new Seller(name, phone, email, source),
                        Stream.of(phone, other)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList(),
                        Stream.ofNullable(email).toList(),
                        address,
                        note);
    }

    private static @Nullable PersonName name(RowReader row) {
        String first = row.optional(FIRST_NAME, text -> PersonName.parse(text).value());
        String last = row.optional(LAST_NAME, text -> PersonName.parse(text).value());
        String whole =
                String.join(" ", Stream.of(first, last).filter(Objects::nonNull).toList());
        if (whole.isEmpty()) {
            row.fault(NAME, "This can't be left empty.");
            return null;
        }
        return new PersonName(whole);
    }

    private static @Nullable PostalAddress address(RowReader row) {
        List<Field> parts = List.of(ADDRESS, ADDRESS_2, CITY, REGION, POSTAL_CODE, COUNTRY);
        if (parts.stream().allMatch(row::isBlank)) {
            return null;
        }
        PostalAddress typed = new PostalAddress(
                row.optional(ADDRESS, CustomersKind::part),
                row.optional(ADDRESS_2, CustomersKind::part),
                row.optional(CITY, CustomersKind::part),
                row.optional(REGION, CustomersKind::part),
                row.optional(POSTAL_CODE, CustomersKind::part),
                row.optional(COUNTRY, CustomersKind::part));
        return row.faults().isEmpty() ? PostalAddress.parse(typed) : null;
    }

    private static String part(String text) {
        return Objects.requireNonNull(PostalAddress.parse(new PostalAddress(text, null, null, null, null, null))
                .line1());
    }

    /** The rows of one person: those with the same number or address. */
    @Override
    public List<List<Good<PersonRow>>> together(List<Good<PersonRow>> rows) {
        List<Person> people =
                People.of(rows.stream().map(row -> row.content().seller()).toList());
        Map<Person, List<Good<PersonRow>>> byPerson = new LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byPerson.computeIfAbsent(people.get(i), person -> new ArrayList<>()).add(rows.get(i));
        }
        return List.copyOf(byPerson.values());
    }

    @Override
    public Entering<PersonRow> entering(Books books, List<Good<PersonRow>> rows) {
        return new CustomersKeeping(books);
    }

    /** What the books say of a person: the details, and whether the person was put aside. */
    record State(Details details, boolean archived) {

        static @Nullable State of(List<DomainEvent> history) {
            State state = null;
            for (DomainEvent event : history) {
                state = state == null ? first(event) : state.after(event);
            }
            return state;
        }

        private static @Nullable State first(DomainEvent event) {
            return event instanceof CustomerRegistered e
                    ? new State(
                            new Details(e.name(), e.phones(), e.emails(), e.address(), e.leadSource(), e.note()), false)
                    : null;
        }

        private State after(DomainEvent event) {
            return switch (event) {
                case CustomerDetailsCorrected e ->
                    new State(
                            new Details(e.name(), e.phones(), e.emails(), e.address(), e.leadSource(), e.note()),
                            archived);
                case ContactsAdded e ->
                    new State(
                            new Details(
                                    details.name(),
                                    union(details.phones(), e.phones()),
                                    union(details.emails(), e.emails()),
                                    details.address(),
                                    details.leadSource(),
                                    details.note()),
                            archived);
                case CustomerArchived e -> new State(details, true);
                case CustomerRestored e -> new State(details, false);
                default -> this;
            };
        }
    }

    /** What makes a person be again as after the first of these events. */
    static List<Command> takingBack(CustomerId id, List<DomainEvent> before, List<DomainEvent> after) {
        State was = State.of(before);
        State is = Objects.requireNonNull(State.of(after));
        if (was == null) {
            return List.of(new ArchiveCustomer(id));
        }
        List<Command> commands = new ArrayList<>();
        if (!was.details().equals(is.details())) {
            commands.add(new CorrectCustomer(id, was.details()));
        }
        if (was.archived() && !is.archived()) {
            commands.add(new ArchiveCustomer(id));
        }
        return commands;
    }

    private static <T> List<T> union(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static final class CustomersKeeping extends Keeping<PersonRow, State, CustomerId> {

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
        @Nullable
        State state(List<DomainEvent> history) {
            return State.of(history);
        }

        @Override
        boolean isAside(State state) {
            return state.archived();
        }

        /** Numbers and addresses are added, since a file seldom knows all of them; the rest is replaced. */
        @Override
        State merged(State state, PersonRow row) {
            Details now = state.details();
            return new State(
                    new Details(
                            row.seller().name(),
                            union(now.phones(), row.phones()),
                            union(now.emails(), row.emails()),
                            row.address() == null ? now.address() : row.address(),
                            row.seller().leadSource() == null
                                    ? now.leadSource()
                                    : row.seller().leadSource(),
                            row.note() == null ? now.note() : row.note()),
                    state.archived());
        }

        @Override
        Command bringBack(CustomerId id) {
            return new RestoreCustomer(id);
        }

        @Override
        Command correct(CustomerId id, State to) {
            return new CorrectCustomer(id, to.details());
        }

        @Override
        String skipped(boolean isThere) {
            return isThere ? "This person is in the books already." : "This person isn't in the books.";
        }

        /** What later rows say wins; numbers and addresses of all are kept. */
        @Override
        PersonRow combined(List<Good<PersonRow>> together) {
            List<PersonRow> rows = together.stream().map(Good::content).toList();
            Person person =
                    People.of(rows.stream().map(PersonRow::seller).toList()).getFirst();
            return new PersonRow(
                    new Seller(
                            person.name(),
                            least(person.phones(), PhoneNumber::value),
                            least(person.emails(), EmailAddress::value),
                            person.leadSource()),
                    rows.stream()
                            .flatMap(row -> row.phones().stream())
                            .distinct()
                            .toList(),
                    rows.stream()
                            .flatMap(row -> row.emails().stream())
                            .distinct()
                            .toList(),
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
}
