package medflip.imports.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.customers.events.Contact;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerId;
import medflip.customers.events.Place;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteRestored;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.write.CustomerCommand.Card;
import medflip.customers.write.CustomerCommand.CorrectCustomer;
import medflip.customers.write.RecordCommand.DeleteNote;
import medflip.customers.write.RecordCommand.WriteNote;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.platform.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * What the books say of a person: the card, the notes by their ids, those that were deleted as nothing, and whether the
 * person was put aside.
 */
record PersonState(Card card, Map<UUID, @Nullable PersonalText> notes, boolean archived) {

    static @Nullable PersonState of(List<DomainEvent> history) {
        PersonState state = null;
        Map<UUID, PersonalText> written = new TreeMap<>();
        for (DomainEvent event : history) {
            state = state == null ? first(event, written) : state.after(event, written);
        }
        return state;
    }

    private static @Nullable PersonState first(DomainEvent event, Map<UUID, PersonalText> written) {
        if (!(event instanceof CustomerRegistered e)) {
            return null;
        }
        Card card = new Card(
                e.name(),
                Contact.allOf(e.phones(), e.emails()),
                e.address() == null ? List.of() : List.of(new Place(e.address(), null)),
                e.leadSource());
        PersonState state = new PersonState(card, new TreeMap<>(), false);
        return e.note() == null ? state : state.noted(e.customerId().local(), e.note(), written);
    }

    private PersonState after(DomainEvent event, Map<UUID, PersonalText> written) {
        return switch (event) {
            case CustomerRenamed e -> with(new Card(e.name(), card.contacts(), card.addresses(), card.leadSource()));
            case ContactsCorrected e -> with(new Card(card.name(), e.contacts(), card.addresses(), card.leadSource()));
            case ContactsAdded e ->
                with(new Card(
                        card.name(),
                        Stream.concat(card.contacts().stream(), Contact.allOf(e.phones(), e.emails()).stream())
                                .toList(),
                        card.addresses(),
                        card.leadSource()));
            case AddressesCorrected e -> with(new Card(card.name(), card.contacts(), e.addresses(), card.leadSource()));
            case LeadSourceSet e -> with(new Card(card.name(), card.contacts(), card.addresses(), e.leadSource()));
            case NoteWritten e -> noted(e.noteId(), e.text(), written);
            case NoteEdited e -> noted(e.noteId(), e.text(), written);
            case NoteDeleted e -> noted(e.noteId(), null);
            case NoteRestored e -> noted(e.noteId(), written.get(e.noteId()));
            case CustomerArchived e -> new PersonState(card, notes, true);
            case CustomerRestored e -> new PersonState(card, notes, false);
            default -> this;
        };
    }

    private PersonState with(Card other) {
        return new PersonState(other, notes, archived);
    }

    private PersonState noted(UUID note, PersonalText text, Map<UUID, PersonalText> written) {
        written.put(note, text);
        return noted(note, text);
    }

    private PersonState noted(UUID note, @Nullable PersonalText text) {
        Map<UUID, @Nullable PersonalText> all = new TreeMap<>(notes);
        all.put(note, text);
        return new PersonState(card, all, archived);
    }

    /**
     * The same with what a file says of the person. Numbers and addresses are added, since a file seldom knows all of
     * them, and so is a note that isn't there; the name and the source are replaced.
     *
     * @param note the id of a new note
     */
    PersonState merged(CustomersKind.PersonRow row, UUID note) {
        List<Contact> contacts = new ArrayList<>(card.contacts());
        Contact.allOf(row.phones(), row.emails()).stream()
                .filter(contact -> contacts.stream().noneMatch(contact::isSameAs))
                .toList()
                .forEach(contacts::add);
        boolean moved = row.address() != null
                && card.addresses().stream().noneMatch(place -> place.address().equals(row.address()));
        PersonState merged = with(new Card(
                row.seller().name(),
                List.copyOf(contacts),
                moved
                        ? Stream.concat(
                                        Stream.of(new Place(Objects.requireNonNull(row.address()), null)),
                                        card.addresses().stream())
                                .toList()
                        : card.addresses(),
                row.seller().leadSource() == null
                        ? card.leadSource()
                        : row.seller().leadSource()));
        return row.note() == null || notes.containsValue(row.note()) ? merged : merged.noted(note, row.note());
    }

    /** What makes the person as they are to be, each command one fact; nothing of being put aside. */
    List<Command> corrections(CustomerId id, PersonState to) {
        List<Command> commands = new ArrayList<>();
        Card now = card;
        for (Card next : List.of(
                new Card(to.card.name(), card.contacts(), card.addresses(), card.leadSource()),
                new Card(to.card.name(), to.card.contacts(), card.addresses(), card.leadSource()),
                new Card(to.card.name(), to.card.contacts(), to.card.addresses(), card.leadSource()),
                to.card)) {
            if (!next.equals(now)) {
                commands.add(new CorrectCustomer(id, next));
                now = next;
            }
        }
        to.notes.forEach((note, text) -> {
            if (text != null && !notes.containsKey(note)) {
                commands.add(new WriteNote(id, note, text));
            }
        });
        notes.forEach((note, text) -> {
            if (text != null && to.notes.get(note) == null) {
                commands.add(new DeleteNote(id, note));
            }
        });
        return commands;
    }
}
