package medflip.customers.write;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent;
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
import medflip.customers.events.RecordEvent;
import medflip.customers.events.RecordEvent.FileDetached;
import medflip.customers.events.RecordEvent.FilesAttached;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteRestored;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.events.RecordEvent.TaskChanged;
import medflip.customers.events.RecordEvent.TaskDone;
import medflip.customers.events.RecordEvent.TaskDropped;
import medflip.customers.events.RecordEvent.TaskReopened;
import medflip.customers.events.RecordEvent.TaskRestored;
import medflip.customers.events.RecordEvent.TaskSet;
import medflip.customers.write.CustomerCommand.AllowPurchases;
import medflip.customers.write.CustomerCommand.AllowUse;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.Card;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.CustomerCommand.FillField;
import medflip.customers.write.CustomerCommand.PutTagOn;
import medflip.customers.write.CustomerCommand.RemovePayoutHandle;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.customers.write.CustomerCommand.RestorePayoutHandle;
import medflip.customers.write.CustomerCommand.RestrictUse;
import medflip.customers.write.CustomerCommand.RuleOutPurchases;
import medflip.customers.write.CustomerCommand.SetLeadSource;
import medflip.customers.write.CustomerCommand.TakeTagOff;
import medflip.customers.write.RecordCommand.ChangeTask;
import medflip.customers.write.RecordCommand.DeleteNote;
import medflip.customers.write.RecordCommand.DetachFiles;
import medflip.customers.write.RecordCommand.DropTask;
import medflip.customers.write.RecordCommand.EditNote;
import medflip.customers.write.RecordCommand.FinishTask;
import medflip.customers.write.RecordCommand.ReopenTask;
import medflip.customers.write.RecordCommand.RestoreNote;
import medflip.customers.write.RecordCommand.RestoreTask;
import medflip.kernel.AttachedFile;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.PastFact;
import medflip.platform.command.UndoRejection;
import medflip.platform.command.Undoing;
import medflip.platform.privacy.PrivacyRejection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way back from what happened to a person's card. */
@Component
class UndoCustomers implements Undoing<CustomerEvent> {

    private final PhoneClaimIndex claims;

    UndoCustomers(PhoneClaimIndex claims) {
        this.claims = claims;
    }

    @Override
    public Class<CustomerEvent> family() {
        return CustomerEvent.class;
    }

    @Override
    public Command undo(PastFact<CustomerEvent> past) {
        CustomerId id = past.fact().customerId();
        return switch (past.fact()) {
            case CustomerRegistered registered -> throw new CommandRejected(UndoRejection.A_BEGINNING);
            case ContactsCorrected corrected -> reachedAsBefore(past);
            case ContactsAdded added -> reachedAsBefore(past);
            case CustomerRenamed renamed -> {
                past.requireLast(CustomerRenamed.class::isInstance);
                yield corrected(
                        past,
                        card -> new Card(name(past.before()), card.contacts(), card.addresses(), card.leadSource()));
            }
            case AddressesCorrected corrected -> {
                past.requireLast(AddressesCorrected.class::isInstance);
                yield corrected(
                        past,
                        card -> new Card(card.name(), card.contacts(), addresses(past.before()), card.leadSource()));
            }
            case LeadSourceSet set -> {
                past.requireLast(LeadSourceSet.class::isInstance);
                yield new SetLeadSource(id, leadSource(past.before()));
            }
            case TagPutOn tag -> {
                past.requireLast(later -> isOfTag(later, tag.tagId()));
                yield new TakeTagOff(id, tag.tagId());
            }
            case TagTakenOff tag -> {
                past.requireLast(later -> isOfTag(later, tag.tagId()));
                yield new PutTagOn(id, tag.tagId());
            }
            case FieldFilled field -> emptiedOrAsBefore(past, field.fieldId());
            case FieldCleared field -> emptiedOrAsBefore(past, field.fieldId());
            case PurchasesRuledOut ruledOut -> {
                past.requireLast(UndoCustomers::isOfPurchases);
                PersonalText earlier = ruledOutFor(past);
                yield earlier == null ? new AllowPurchases(id) : new RuleOutPurchases(id, earlier);
            }
            case PurchasesAllowed allowed -> {
                past.requireLast(UndoCustomers::isOfPurchases);
                yield new RuleOutPurchases(id, Objects.requireNonNull(ruledOutFor(past)));
            }
            case PayoutHandleAdded handle -> new RemovePayoutHandle(id, handle.handleId());
            case PayoutHandleRemoved handle -> new RestorePayoutHandle(id, handle.handleId());
            case PayoutHandleRestored handle -> new RemovePayoutHandle(id, handle.handleId());
            case CustomerArchived archived -> new RestoreCustomer(id);
            case CustomerRestored restored -> new ArchiveCustomer(id);
            case CustomerErased erased -> throw new CommandRejected(PrivacyRejection.SUBJECT_ERASED);
            case UseRestricted restricted -> {
                past.requireLast(UndoCustomers::isOfUse);
                yield new AllowUse(id);
            }
            case UseAllowed allowed -> {
                past.requireLast(UndoCustomers::isOfUse);
                yield new RestrictUse(id);
            }
            case RecordEvent record -> record(record, past);
        };
    }

    /** A number that is taken off may have become another person's; one that comes back is claimed first. */
    @Override
    public Accepted send(Command command, Supplier<Accepted> sending) {
        return command instanceof CorrectCustomer correction
                ? claims.claiming(correction.customerId(), correction.card().contacts(), sending)
                : sending.get();
    }

    private Command reachedAsBefore(PastFact<CustomerEvent> past) {
        past.requireLast(later -> later instanceof ContactsCorrected || later instanceof ContactsAdded);
        List<Contact> before = contacts(past.before());
        claims.requireFree(
                past.fact().customerId(),
                before.stream()
                        .filter(contact -> contact.kind() == ContactKind.PHONE)
                        .map(contact -> new PhoneNumber(contact.value()))
                        .toList());
        return corrected(past, card -> new Card(card.name(), before, card.addresses(), card.leadSource()));
    }

    private static Command record(RecordEvent fact, PastFact<CustomerEvent> past) {
        CustomerId id = fact.customerId();
        return switch (fact) {
            case NoteWritten note -> {
                past.requireLast(later ->
                        later instanceof NoteEdited edited && edited.noteId().equals(note.noteId()));
                yield new DeleteNote(id, note.noteId());
            }
            case NoteEdited note -> {
                past.requireLast(later ->
                        later instanceof NoteEdited edited && edited.noteId().equals(note.noteId()));
                yield new EditNote(id, note.noteId(), note(past, note.noteId()));
            }
            case NoteDeleted note -> new RestoreNote(id, note.noteId());
            case NoteRestored note -> new DeleteNote(id, note.noteId());
            case TaskSet task -> new DropTask(id, task.taskId());
            case TaskChanged task -> {
                past.requireLast(later ->
                        later instanceof TaskChanged changed && changed.taskId().equals(task.taskId()));
                yield task(past, task.taskId());
            }
            case TaskDone task -> new ReopenTask(id, task.taskId());
            case TaskReopened task ->
                new FinishTask(
                        id,
                        task.taskId(),
                        past.before().stream()
                                .filter(TaskDone.class::isInstance)
                                .map(TaskDone.class::cast)
                                .filter(done -> done.taskId().equals(task.taskId()))
                                .reduce((former, later) -> later)
                                .orElseThrow()
                                .doneOn());
            case TaskDropped task -> new RestoreTask(id, task.taskId());
            case TaskRestored task -> new DropTask(id, task.taskId());
            case FilesAttached attached ->
                new DetachFiles(
                        id, attached.files().stream().map(AttachedFile::id).toList());
            case FileDetached detached -> throw new CommandRejected(UndoRejection.CORRECT_INSTEAD);
        };
    }

    private interface Change {
        Card of(Card card);
    }

    /** Only what the fact was about becomes what it was; all else stays as it is now. */
    private static Command corrected(PastFact<CustomerEvent> past, Change change) {
        List<CustomerEvent> all = Stream.of(past.before(), List.of(past.fact()), past.after())
                .flatMap(List::stream)
                .toList();
        Card now = new Card(name(all), contacts(all), addresses(all), leadSource(all));
        return new CorrectCustomer(past.fact().customerId(), change.of(now));
    }

    private static PersonName name(List<CustomerEvent> history) {
        return last(history, event -> switch (event) {
            case CustomerRegistered registered -> Optional.of(registered.name());
            case CustomerRenamed renamed -> Optional.of(renamed.name());
            default -> Optional.empty();
        });
    }

    private static List<Contact> contacts(List<CustomerEvent> history) {
        List<Contact> contacts = List.of();
        for (CustomerEvent event : history) {
            contacts = switch (event) {
                case CustomerRegistered registered -> Contact.allOf(registered.phones(), registered.emails());
                case ContactsCorrected corrected -> corrected.contacts();
                case ContactsAdded added ->
                    Stream.concat(contacts.stream(), Contact.allOf(added.phones(), added.emails()).stream())
                            .toList();
                default -> contacts;
            };
        }
        return contacts;
    }

    private static List<Place> addresses(List<CustomerEvent> history) {
        return last(history, event -> switch (event) {
            case CustomerRegistered registered ->
                Optional.of(registered.address() == null ? List.of() : List.of(new Place(registered.address(), null)));
            case AddressesCorrected corrected -> Optional.of(corrected.addresses());
            default -> Optional.empty();
        });
    }

    private static @Nullable String leadSource(List<CustomerEvent> history) {
        return last(history, event -> switch (event) {
                    case CustomerRegistered registered -> Optional.of(Optional.ofNullable(registered.leadSource()));
                    case LeadSourceSet set -> Optional.of(Optional.ofNullable(set.leadSource()));
                    default -> Optional.<Optional<String>>empty();
                })
                .orElse(null);
    }

    private interface Told<T> {
        Optional<T> by(CustomerEvent event);
    }

    /** What the last event that tells it says; the registration always does. */
    private static <T> T last(List<CustomerEvent> history, Told<T> told) {
        return history.stream()
                .flatMap(event -> told.by(event).stream())
                .reduce((former, later) -> later)
                .orElseThrow();
    }

    private static boolean isOfTag(CustomerEvent event, UUID tag) {
        return event instanceof TagPutOn on && on.tagId().equals(tag)
                || event instanceof TagTakenOff off && off.tagId().equals(tag);
    }

    private static boolean isOfField(CustomerEvent event, UUID field) {
        return event instanceof FieldFilled filled && filled.fieldId().equals(field)
                || event instanceof FieldCleared cleared && cleared.fieldId().equals(field);
    }

    private static Command emptiedOrAsBefore(PastFact<CustomerEvent> past, UUID field) {
        past.requireLast(later -> isOfField(later, field));
        PersonalText before = past.earlier(event -> isOfField(event, field))
                .map(event -> event instanceof FieldFilled filled ? filled.value() : null)
                .orElse(null);
        return new FillField(past.fact().customerId(), field, before);
    }

    private static boolean isOfUse(CustomerEvent event) {
        return event instanceof UseRestricted || event instanceof UseAllowed;
    }

    private static boolean isOfPurchases(CustomerEvent event) {
        return event instanceof PurchasesRuledOut || event instanceof PurchasesAllowed;
    }

    /** Why nothing was bought from the person before the fact; null where it could be. */
    private static @Nullable PersonalText ruledOutFor(PastFact<CustomerEvent> past) {
        return past.earlier(UndoCustomers::isOfPurchases)
                .map(event -> event instanceof PurchasesRuledOut ruledOut ? ruledOut.reason() : null)
                .orElse(null);
    }

    private static PersonalText note(PastFact<CustomerEvent> past, UUID note) {
        return past.before().stream()
                .flatMap(event -> switch (event) {
                    case NoteWritten written when written.noteId().equals(note) -> Stream.of(written.text());
                    case NoteEdited edited when edited.noteId().equals(note) -> Stream.of(edited.text());
                    // The note that somebody is registered with has their own id.
                    case CustomerRegistered registered
                    when registered.customerId().local().equals(note) -> Stream.ofNullable(registered.note());
                    default -> Stream.empty();
                })
                .reduce((former, later) -> later)
                .orElseThrow();
    }

    private static Command task(PastFact<CustomerEvent> past, UUID task) {
        CustomerId id = past.fact().customerId();
        return past.before().stream()
                .flatMap(event -> switch (event) {
                    case TaskSet set
                    when set.taskId().equals(task) -> Stream.of(new ChangeTask(id, task, set.text(), set.dueOn()));
                    case TaskChanged changed
                    when changed.taskId().equals(task) ->
                        Stream.of(new ChangeTask(id, task, changed.text(), changed.dueOn()));
                    default -> Stream.<ChangeTask>empty();
                })
                .reduce((former, later) -> later)
                .orElseThrow();
    }
}
