package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.ContactLabel;
import medflip.customers.events.CustomerId;
import medflip.customers.events.Place;
import medflip.customers.write.CustomerCommand.AllowUse;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.Card;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.kernel.Texts;
import medflip.platform.command.PastAnswers;
import medflip.platform.text.Ids;
import medflip.platform.text.PhoneNumbers;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of customers. */
@RestController
@RequestMapping("/api/customers")
class CustomersApi {

    private static final int LEAD_SOURCE_MAX = 80;
    private static final int MOST = 50;

    /** A person as a form sends it. {@code id} may be minted by the caller, so that a retry is harmless. */
    record CustomerBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable List<String> phones,
            @Nullable List<String> emails,
            @Nullable PostalAddress address,
            @Nullable String leadSource,
            @Nullable String note) {

        Details details() {
            Faults faults = new Faults();
            PersonName parsedName = faults.required("name", name, PersonName::parse);
            List<PhoneNumber> parsedPhones = faults.each("phones", phones, PhoneNumbers::parse);
            List<EmailAddress> parsedEmails = faults.each("emails", emails, EmailAddress::parse);
            String parsedSource = faults.optional("leadSource", leadSource, CustomersApi::leadSource);
            PersonalText parsedNote = faults.optional("note", note, PersonalText::parse);
            PostalAddress parsedAddress = faults.optional("address", address, PostalAddress::parse);
            faults.throwIfAny();
            return new Details(parsedName, parsedPhones, parsedEmails, parsedAddress, parsedSource, parsedNote);
        }
    }

    /**
     * How a person is reached.
     *
     * @param value a phone number, or an e-mail address
     */
    record ContactBody(
            @Schema(requiredMode = REQUIRED) @Nullable ContactKind kind,
            @Schema(requiredMode = REQUIRED) @Nullable String value,
            @Nullable ContactLabel label) {

        private Contact parsed(Faults faults, String path) {
            ContactKind parsedKind = faults.required(path + ".kind", kind, k -> k);
            String parsedValue = faults.required(
                    path + ".value",
                    value,
                    text -> parsedKind == ContactKind.EMAIL
                            ? EmailAddress.parse(text).value()
                            : PhoneNumbers.parse(text).value());
            return new Contact(parsedKind, parsedValue, label);
        }
    }

    record PlaceBody(
            @Schema(requiredMode = REQUIRED) @Nullable PostalAddress address,
            @Nullable ContactLabel label) {}

    /** A person's card: all contacts and addresses as they are now, the usual ones first. */
    record CardBody(
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable List<ContactBody> contacts,
            @Nullable List<PlaceBody> addresses,
            @Nullable String leadSource) {

        Card card() {
            Faults faults = new Faults();
            PersonName parsedName = faults.required("name", name, PersonName::parse);
            List<Contact> parsedContacts = new ArrayList<>();
            for (int i = 0; contacts != null && i < contacts.size(); i++) {
                Contact contact = contacts.get(i).parsed(faults, "contacts[" + i + "]");
                faults.check(
                        parsedContacts.stream().noneMatch(contact::isSameAs),
                        "contacts[" + i + "].value",
                        "This is on the card twice.");
                parsedContacts.add(contact);
            }
            List<Place> places = new ArrayList<>();
            for (int i = 0; addresses != null && i < addresses.size(); i++) {
                PlaceBody place = addresses.get(i);
                places.add(new Place(
                        faults.required("addresses[" + i + "].address", place.address(), PostalAddress::parse),
                        place.label()));
            }
            faults.check(parsedContacts.size() <= MOST, "contacts", "A card has " + MOST + " contacts at most.");
            faults.check(places.size() <= MOST, "addresses", "A card has " + MOST + " addresses at most.");
            String parsedSource = faults.optional("leadSource", leadSource, CustomersApi::leadSource);
            faults.throwIfAny();
            return new Card(parsedName, List.copyOf(parsedContacts), List.copyOf(places), parsedSource);
        }
    }

    static String leadSource(String text) {
        return Texts.line("A lead source", text, LEAD_SOURCE_MAX);
    }

    private final PhoneClaimIndex claims;
    private final PastAnswers pastAnswers;

    CustomersApi(PhoneClaimIndex claims, PastAnswers pastAnswers) {
        this.claims = claims;
        this.pastAnswers = pastAnswers;
    }

    @PostMapping
    ResponseEntity<CommandAnswer> register(CommandRequest request, @RequestBody CustomerBody body) {
        CustomerId customer = customer(request, body.id() == null ? idOfRepeats(request) : body.id());
        Details details = body.details();
        List<Contact> phones = details.phones().stream().map(Contact::of).toList();
        return claims.claiming(
                customer,
                phones,
                () -> isRepeat(request),
                () -> request.make(new RegisterCustomer(customer, details, null)));
    }

    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correct(CommandRequest request, @PathVariable UUID id, @RequestBody CardBody body) {
        CustomerId customer = customer(request, id);
        Card card = body.card();
        return claims.claiming(
                customer,
                card.contacts(),
                () -> isRepeat(request),
                () -> request.change(new CorrectCustomer(customer, card)));
    }

    /** The same for a request and its repeats, so that they don't contend for a number with each other. */
    private static UUID idOfRepeats(CommandRequest request) {
        String key = request.idempotencyKey();
        return key == null ? Ids.next() : UUID.fromString(key);
    }

    private boolean isRepeat(CommandRequest request) {
        String key = request.idempotencyKey();
        return key != null && pastAnswers.find(request.caller().tenant(), key).isPresent();
    }

    @PostMapping("/{id}/archive")
    ResponseEntity<CommandAnswer> archive(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ArchiveCustomer(customer(request, id)));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<CommandAnswer> restore(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RestoreCustomer(customer(request, id)));
    }

    /** What is held of the person may be used again: they agreed to it, or why it wasn't to be used is over. */
    @PostMapping("/{id}/restriction/lift")
    ResponseEntity<CommandAnswer> allowUse(CommandRequest request, @PathVariable UUID id) {
        return request.change(new AllowUse(customer(request, id)));
    }

    static CustomerId customer(CommandRequest request, UUID id) {
        return CustomerId.of(request.caller().tenant(), id);
    }
}
