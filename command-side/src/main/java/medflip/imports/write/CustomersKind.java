package medflip.imports.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
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

    /** What makes a person be again as after the first of these events. */
    static List<Command> takingBack(CustomerId id, List<DomainEvent> before, List<DomainEvent> after) {
        PersonState was = PersonState.of(before);
        PersonState is = Objects.requireNonNull(PersonState.of(after));
        if (was == null) {
            return List.of(new ArchiveCustomer(id));
        }
        List<Command> commands = new ArrayList<>(is.corrections(id, was));
        if (was.archived() && !is.archived()) {
            commands.add(new ArchiveCustomer(id));
        }
        return commands;
    }
}
