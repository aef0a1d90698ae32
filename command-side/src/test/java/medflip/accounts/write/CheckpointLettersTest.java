package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.Histories;
import medflip.platform.mail.CapturedMails;
import medflip.platform.mail.CapturedMails.CapturedMail;
import medflip.platform.seal.ExampleSeals;
import medflip.platform.seal.LogName;
import medflip.platform.web.ExampleUrl;
import medflip.platform.web.PublicUrl;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.Test;

/** Owners keep, where nobody of the service can reach it, how their log stood. */
class CheckpointLettersTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final UserId owner = UserId.of(tenant, UUID.randomUUID());
    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final PublicUrl publicUrl = new ExampleUrl();
    private final CapturedMails mails = new CapturedMails();
    private final SignInStore signIns = new OneOwner(owner);
    private final Correspondence correspondence = new Correspondence(
            mails,
            signIns,
            new Acquaintance(new Histories(events)),
            new UnsubscribeLinks(new ExampleIndex(), publicUrl));

    CheckpointLettersTest() {
        happened(0, new OwnerRegistered(owner, new EmailAddress("ada@example.com"), true, "2026-11-24"));
    }

    @Test
    void a_checkpoint_is_mailed_as_it_was_signed_once_a_week() {
        ExampleSeals seals = ExampleSeals.of(tenant, MONDAY.minus(Duration.ofHours(1)));
        CapturedMail first = mailed(seals, MONDAY).getFirst();
        assertThat(first.to()).isEqualTo("ada@example.com");
        assertThat(first.text())
                .contains(seals.current(tenant, LogName.FACTS).orElseThrow().note());
        assertThat(first.unsubscribe()).as("it can be declined").isNotNull();
        assertThat(mailed(seals, MONDAY.plus(Duration.ofDays(2))))
                .as("the same mail, which the outbox knows")
                .extracting(CapturedMail::id)
                .containsExactly(first.id());

        ExampleSeals later = ExampleSeals.of(tenant, MONDAY.plus(WEEK));
        assertThat(mailed(later, MONDAY.plus(WEEK)))
                .extracting(CapturedMail::id)
                .hasSize(1)
                .doesNotContain(first.id());
    }

    @Test
    void nothing_is_mailed_where_nothing_has_happened_for_a_week_or_who_wants_no_such_mails() {
        ExampleSeals seals = ExampleSeals.of(tenant, MONDAY);
        assertThat(mailed(seals, MONDAY.plus(WEEK))).isEmpty();
        happened(1, new OptionalMailDeclined(owner));
        assertThat(mailed(seals, MONDAY)).isEmpty();
    }

    private List<CapturedMail> mailed(ExampleSeals seals, Instant now) {
        new CheckpointLetters(signIns, correspondence, seals, publicUrl).send(now);
        return mails.take();
    }

    private void happened(long version, DomainEvent event) {
        events.publish(new GenericDomainEventMessage<>("User", owner.value(), version, event));
    }
}
