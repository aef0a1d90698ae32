package medflip.imports.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.write.CourseCommand.TakeBackPastDeal;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.ImportRowStore.TakenBack;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Kind.Touched;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.TenantId;
import medflip.platform.command.Command;
import medflip.platform.command.Histories;
import medflip.platform.database.TestDatabase;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.privacy.TestKeyring;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What undoing an import does to people, who may have more in the books by then. */
class TakingBackTest {

    private static BlindIndex index;

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final ImportId importId = ImportId.of(tenant, UUID.randomUUID());
    private final CustomerId person = CustomerId.of(tenant, UUID.randomUUID());
    private final DealId deal = DealId.of(tenant, UUID.randomUUID());
    private final InMemoryBooks books = new InMemoryBooks();
    private final EmbeddedEventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();

    @BeforeAll
    static void openKeys() {
        index = TestKeyring.index(TestKeyring.open(TestDatabase.create()));
    }

    @Test
    void who_has_nothing_else_goes_with_the_import() {
        happened(registered());
        assertThat(takeBack((someone, but) -> false, Touched.made(person.value(), 0)))
                .isEqualTo(new TakenBack(2, true, null));
        assertThat(books.granted(ArchiveCustomer.class)).containsExactly(new ArchiveCustomer(person));
    }

    @Test
    void who_has_something_else_stays_and_the_row_says_so() {
        happened(registered());
        assertThat(takeBack((someone, but) -> someone.equals(person), Touched.made(person.value(), 0)))
                .isEqualTo(new TakenBack(2, false, TakingBack.HAS_MORE));
        assertThat(books.granted(Command.class)).isEmpty();
    }

    @Test
    void a_purchase_goes_though_its_person_has_another() {
        happened(registered(), bought());
        TakenBack taken =
                takeBack((someone, but) -> true, Touched.made(person.value(), 0), Touched.made(deal.value(), 0));
        assertThat(taken.done()).isTrue();
        assertThat(taken.reason()).startsWith("The purchase was taken back. The person stays:");
        assertThat(books.granted(Command.class)).containsExactly(new TakeBackPastDeal(deal));
    }

    @Test
    void what_goes_with_the_person_does_not_keep_them() {
        happened(registered(), bought());
        Belongings thisDeal = (someone, but) -> !but.equals(Set.of(person.value(), deal.value()));
        assertThat(takeBack(thisDeal, Touched.made(person.value(), 0), Touched.made(deal.value(), 0)))
                .isEqualTo(new TakenBack(2, true, null));
        assertThat(books.granted(Command.class))
                .containsExactly(new TakeBackPastDeal(deal), new ArchiveCustomer(person));
    }

    private TakenBack takeBack(Belongings belongings, Touched... touched) {
        return new TakingBack(books, books, new Histories(log), new RowKeys(index, tenant), belongings, importId)
                .takeBack(new Entered(2, Result.MADE, null, List.of(touched), null, null, null));
    }

    private CustomerRegistered registered() {
        return new CustomerRegistered(
                person, new PersonName("Somebody"), List.of(), List.of(), null, null, null, importId);
    }

    private PastDealRecorded bought() {
        return new PastDealRecorded(
                deal,
                person,
                importId,
                LocalDate.of(2026, 1, 5),
                List.of(),
                UUID.randomUUID(),
                Money.usd("20.00"),
                PayoutMethod.CASH,
                null,
                null);
    }

    /** Each as the first fact of its own history. */
    private void happened(DomainEvent... events) {
        for (DomainEvent event : events) {
            log.publish(
                    new GenericDomainEventMessage<>("thing", event.aggregateId().value(), 0, event));
        }
    }
}
