package medflip.customers.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.FieldCleared;
import medflip.customers.events.CustomerEvent.FieldFilled;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PayoutHandleRemoved;
import medflip.customers.events.CustomerEvent.PayoutHandleRestored;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerEvent.TagPutOn;
import medflip.customers.events.CustomerEvent.TagTakenOff;
import medflip.customers.events.CustomerEvent.UseAllowed;
import medflip.customers.events.CustomerEvent.UseRestricted;
import medflip.customers.events.CustomerId;
import medflip.customers.events.Place;
import medflip.customers.write.CustomerCommand.AddContacts;
import medflip.customers.write.CustomerCommand.AddPayoutHandle;
import medflip.customers.write.CustomerCommand.AllowPurchases;
import medflip.customers.write.CustomerCommand.AllowUse;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.Card;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.CustomerCommand.Details;
import medflip.customers.write.CustomerCommand.EraseCustomer;
import medflip.customers.write.CustomerCommand.FillField;
import medflip.customers.write.CustomerCommand.PutTagOn;
import medflip.customers.write.CustomerCommand.RegisterCustomer;
import medflip.customers.write.CustomerCommand.RemovePayoutHandle;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.customers.write.CustomerCommand.RestorePayoutHandle;
import medflip.customers.write.CustomerCommand.RestrictUse;
import medflip.customers.write.CustomerCommand.RuleOutPurchases;
import medflip.customers.write.CustomerCommand.SetLeadSource;
import medflip.customers.write.CustomerCommand.TakeTagOff;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.TenantAggregate;
import medflip.platform.privacy.PrivacyRejection;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One person that a business buys from. */
@Aggregate(cache = "aggregateCache")
class Customer extends TenantAggregate {

    @AggregateIdentifier
    private CustomerId id;

    private boolean archived;
    private boolean erased;
    private boolean restricted;
    private PersonName name;
    private List<Contact> contacts = List.of();
    private List<Place> addresses = List.of();
    private @Nullable String leadSource;
    private final Set<UUID> tags = new HashSet<>();
    private final Map<UUID, PersonalText> fields = new HashMap<>();
    private @Nullable PersonalText ruledOut;

    /** Every payout handle, and whether it is there still. */
    private final Map<UUID, Boolean> handles = new HashMap<>();

    /** Every number and address that was ever written down, also those that were taken out since. */
    private final Set<String> everKnown = new HashSet<>();

    @AggregateMember
    @SuppressWarnings("UnusedVariable") // Axon hands it commands and events; the customer asks it nothing
    private final Records records = new Records(this);

    Customer() {}

    @CommandHandler
    Customer(RegisterCustomer command) {
        Details details = command.details();
        apply(new CustomerRegistered(
                command.customerId(),
                details.name(),
                details.phones(),
                details.emails(),
                details.address(),
                details.leadSource(),
                details.note(),
                command.importId()));
    }

    @EventSourcingHandler
    void evolve(CustomerRegistered event) {
        id = event.customerId();
        name = event.name();
        addresses = event.address() == null ? List.of() : List.of(new Place(event.address(), null));
        leadSource = event.leadSource();
        know(Contact.allOf(event.phones(), event.emails()));
    }

    @CommandHandler
    void decide(CorrectCustomer command) {
        require(!archived, CustomerRejection.ARCHIVED);
        Card card = command.card();
        if (!card.name().equals(name)) {
            apply(new CustomerRenamed(id, card.name()));
        }
        if (!card.contacts().equals(contacts)) {
            apply(new ContactsCorrected(id, card.contacts()));
        }
        if (!card.addresses().equals(addresses)) {
            apply(new AddressesCorrected(id, card.addresses()));
        }
        if (!Objects.equals(card.leadSource(), leadSource)) {
            apply(new LeadSourceSet(id, card.leadSource()));
        }
    }

    @EventSourcingHandler
    void evolve(CustomerRenamed event) {
        name = event.name();
    }

    @EventSourcingHandler
    void evolve(ContactsCorrected event) {
        know(event.contacts());
    }

    @EventSourcingHandler
    void evolve(AddressesCorrected event) {
        addresses = event.addresses();
    }

    @CommandHandler
    void decide(SetLeadSource command) {
        require(!archived, CustomerRejection.ARCHIVED);
        if (!Objects.equals(command.leadSource(), leadSource)) {
            apply(new LeadSourceSet(id, command.leadSource()));
        }
    }

    @EventSourcingHandler
    void evolve(LeadSourceSet event) {
        leadSource = event.leadSource();
    }

    /** What a person took out stays out, however often a file that has it comes again. */
    @CommandHandler
    void decide(AddContacts command) {
        List<PhoneNumber> phones = command.phones().stream()
                .distinct()
                .filter(phone -> !everKnown.contains(phone.value()))
                .toList();
        List<EmailAddress> emails = command.emails().stream()
                .distinct()
                .filter(email -> !everKnown.contains(email.value()))
                .toList();
        if (!phones.isEmpty() || !emails.isEmpty()) {
            apply(new ContactsAdded(id, phones, emails, command.importId()));
        }
    }

    @EventSourcingHandler
    void evolve(ContactsAdded event) {
        know(Stream.concat(contacts.stream(), Contact.allOf(event.phones(), event.emails()).stream())
                .toList());
    }

    private void know(List<Contact> now) {
        contacts = now;
        now.forEach(contact -> everKnown.add(contact.value()));
    }

    @CommandHandler
    void decide(PutTagOn command) {
        if (!tags.contains(command.tagId())) {
            apply(new TagPutOn(id, command.tagId()));
        }
    }

    @EventSourcingHandler
    void evolve(TagPutOn event) {
        tags.add(event.tagId());
    }

    @CommandHandler
    void decide(TakeTagOff command) {
        if (tags.contains(command.tagId())) {
            apply(new TagTakenOff(id, command.tagId()));
        }
    }

    @EventSourcingHandler
    void evolve(TagTakenOff event) {
        tags.remove(event.tagId());
    }

    @CommandHandler
    void decide(FillField command) {
        PersonalText value = command.value();
        if (Objects.equals(value, fields.get(command.fieldId()))) {
            return;
        }
        apply(value == null ? new FieldCleared(id, command.fieldId()) : new FieldFilled(id, command.fieldId(), value));
    }

    @EventSourcingHandler
    void evolve(FieldFilled event) {
        fields.put(event.fieldId(), event.value());
    }

    @EventSourcingHandler
    void evolve(FieldCleared event) {
        fields.remove(event.fieldId());
    }

    /** Doing it again gives it another reason. */
    @CommandHandler
    void decide(RuleOutPurchases command) {
        if (!command.reason().equals(ruledOut)) {
            apply(new PurchasesRuledOut(id, command.reason()));
        }
    }

    @EventSourcingHandler
    void evolve(PurchasesRuledOut event) {
        ruledOut = event.reason();
    }

    @CommandHandler
    void decide(AllowPurchases command) {
        require(ruledOut != null, CustomerRejection.NOT_RULED_OUT);
        apply(new PurchasesAllowed(id));
    }

    @EventSourcingHandler
    void evolve(PurchasesAllowed event) {
        ruledOut = null;
    }

    @CommandHandler
    void decide(AddPayoutHandle command) {
        require(!handles.containsKey(command.handleId()), CustomerRejection.HANDLE_IS_THERE);
        apply(new PayoutHandleAdded(id, command.handleId(), command.kind(), command.handle()));
    }

    @EventSourcingHandler
    void evolve(PayoutHandleAdded event) {
        handles.put(event.handleId(), true);
    }

    @CommandHandler
    void decide(RemovePayoutHandle command) {
        require(handles.getOrDefault(command.handleId(), false), CustomerRejection.NO_SUCH_HANDLE);
        apply(new PayoutHandleRemoved(id, command.handleId()));
    }

    @EventSourcingHandler
    void evolve(PayoutHandleRemoved event) {
        handles.put(event.handleId(), false);
    }

    @CommandHandler
    void decide(RestorePayoutHandle command) {
        require(!handles.getOrDefault(command.handleId(), true), CustomerRejection.NO_SUCH_HANDLE);
        apply(new PayoutHandleRestored(id, command.handleId()));
    }

    @EventSourcingHandler
    void evolve(PayoutHandleRestored event) {
        handles.put(event.handleId(), true);
    }

    @CommandHandler
    void decide(ArchiveCustomer command) {
        require(!archived, CustomerRejection.ARCHIVED);
        apply(new CustomerArchived(id));
    }

    @EventSourcingHandler
    void evolve(CustomerArchived event) {
        archived = true;
    }

    @CommandHandler
    void decide(RestoreCustomer command) {
        require(archived, CustomerRejection.NOT_ARCHIVED);
        apply(new CustomerRestored(id));
    }

    @EventSourcingHandler
    void evolve(CustomerRestored event) {
        archived = false;
    }

    @CommandHandler
    void decide(RestrictUse command) {
        if (!restricted) {
            apply(new UseRestricted(id));
        }
    }

    @EventSourcingHandler
    void evolve(UseRestricted event) {
        restricted = true;
    }

    @CommandHandler
    void decide(AllowUse command) {
        require(restricted, CustomerRejection.NOT_RESTRICTED);
        apply(new UseAllowed(id));
    }

    @EventSourcingHandler
    void evolve(UseAllowed event) {
        restricted = false;
    }

    /**
     * Nothing is done to who was forgotten, not even what says nothing of them; and who wants to be kept and not used
     * has what is wrong put right, and nothing else.
     */
    @CommandHandlerInterceptor
    void refuseOnceErased(CustomerCommand command) {
        require(!erased || command instanceof EraseCustomer, PrivacyRejection.SUBJECT_ERASED);
        require(
                !restricted
                        || command instanceof CorrectCustomer
                        || command instanceof RestrictUse
                        || command instanceof AllowUse
                        || command instanceof EraseCustomer,
                PrivacyRejection.USE_RESTRICTED);
    }

    @CommandHandler
    void decide(EraseCustomer command) {
        apply(new CustomerErased(id));
    }

    @EventSourcingHandler
    void evolve(CustomerErased event) {
        erased = true;
        restricted = false;
        contacts = List.of();
        addresses = List.of();
        everKnown.clear();
        fields.clear();
        ruledOut = null;
    }

    @Override
    protected CustomerId id() {
        return id;
    }
}
