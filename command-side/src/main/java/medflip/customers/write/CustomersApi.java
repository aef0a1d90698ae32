package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
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
            String parsedSource = faults.optional(
                    "leadSource", leadSource, text -> Texts.line("A lead source", text, LEAD_SOURCE_MAX));
            PersonalText parsedNote = faults.optional("note", note, PersonalText::parse);
            PostalAddress parsedAddress = faults.optional("address", address, PostalAddress::parse);
            faults.throwIfAny();
            return new Details(parsedName, parsedPhones, parsedEmails, parsedAddress, parsedSource, parsedNote);
        }
    }

    @PostMapping
    ResponseEntity<CommandAnswer> register(CommandRequest request, @RequestBody CustomerBody body) {
        UUID id = body.id() == null ? Ids.next() : body.id();
        return request.make(new RegisterCustomer(CustomerId.of(request.caller().tenant(), id), body.details(), null));
    }

    @PutMapping("/{id}")
    ResponseEntity<CommandAnswer> correct(
            CommandRequest request, @PathVariable UUID id, @RequestBody CustomerBody body) {
        return request.change(new CorrectCustomer(CustomerId.of(request.caller().tenant(), id), body.details()));
    }

    @PostMapping("/{id}/archive")
    ResponseEntity<CommandAnswer> archive(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ArchiveCustomer(CustomerId.of(request.caller().tenant(), id)));
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<CommandAnswer> restore(CommandRequest request, @PathVariable UUID id) {
        return request.change(new RestoreCustomer(CustomerId.of(request.caller().tenant(), id)));
    }
}
