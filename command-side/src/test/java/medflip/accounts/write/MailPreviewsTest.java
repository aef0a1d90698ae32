package medflip.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.billing.events.CheckoutEnd;
import medflip.billing.events.PaymentMethodNeed;
import medflip.billing.events.PlanInterval;
import medflip.billing.events.SubscriptionEvent.CheckoutEnded;
import medflip.billing.events.SubscriptionEvent.PaymentFailed;
import medflip.billing.events.SubscriptionEvent.PaymentMethodNeeded;
import medflip.billing.events.SubscriptionEvent.SubscriptionSeen;
import medflip.billing.events.SubscriptionEvent.TrialEndAnnounced;
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.Histories;
import medflip.platform.link.ExampleLinks;
import medflip.platform.mail.CapturedMails;
import medflip.platform.mail.CapturedMails.CapturedMail;
import medflip.platform.mail.Mails;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.seal.ExampleSeals;
import medflip.platform.serialization.EventNames;
import medflip.platform.serialization.Examples;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import medflip.platform.web.ExampleUrl;
import medflip.platform.web.Places;
import medflip.platform.web.PublicUrl;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.ReminderKind;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/**
 * Every mail that the service sends, as it is sent, with made-up data: each automation that mails is shown one of each
 * fact it reacts to. What comes out stands in {@code docs/mails}, in HTML and in text, and is written anew by
 * {@code -Dgolden.update=true}.
 */
class MailPreviewsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant END = Instant.parse("2026-12-27T12:00:00Z");

    private final EventNames names = EventNames.scan();
    private final Map<String, DomainEvent> examples = Examples.all(names);
    private final OwnerRegistered owner = example(OwnerRegistered.class);
    private final TenantId tenant = owner.userId().tenantId();
    private final SubscriptionId subscription = SubscriptionId.of(tenant);

    private final EmbeddedEventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final PublicUrl publicUrl = new ExampleUrl();
    private final BlindIndex index = new ExampleIndex();
    private final Histories histories = new Histories(events);
    private final Acquaintance acquaintance = new Acquaintance(histories);
    private final CapturedMails mails = new CapturedMails();
    private final SignInStore signIns = new OneOwner(owner.userId());
    private final Correspondence correspondence =
            new Correspondence(mails, signIns, acquaintance, new UnsubscribeLinks(index, publicUrl));
    private final List<Object> collaborators = List.of(
            mails,
            signIns,
            acquaintance,
            histories,
            publicUrl,
            new Places(""),
            new ExampleLinks(publicUrl),
            new InvitationLinks(index, publicUrl),
            new ErasureCertificateLinks(index, publicUrl),
            correspondence);

    private final Map<String, CapturedMail> previews = new TreeMap<>();

    @Test
    void P4_3_every_mail_is_shown_in_the_documents_as_it_is_sent() throws IOException, ReflectiveOperationException {
        happened(owner.userId().value(), 0, owner);
        for (Class<?> automation : mailing()) {
            Object one = made(automation);
            int before = previews.size();
            for (Method handler : automation.getDeclaredMethods()) {
                if (handler.isAnnotationPresent(EventHandler.class)) {
                    showFacts(one, handler);
                }
            }
            assertThat(previews.size())
                    .as("mails of %s", automation.getSimpleName())
                    .isGreaterThan(before);
        }
        new CheckpointLetters(signIns, correspondence, ExampleSeals.of(tenant, NOW), publicUrl).send(NOW);
        mails.take().forEach(this::keep);
        keep(SignUps.welcome("https://medflip.example/set-up#the-links-token"), "accounts.welcome");
        keep(SignUps.knownAddress(publicUrl), "accounts.known-address");
        keep(LastMails.letter(new ErasureCertificateLinks(index, publicUrl).to(tenant), tenant), LastMails.KIND);
        assertThat(previews.values())
                .filteredOn(mail -> mail.unsubscribe() != null)
                .isNotEmpty();

        Map<String, String> files = new TreeMap<>();
        StringBuilder list = new StringBuilder("""
                # Mails

                Generated by `MailPreviewsTest` from what the service sends. Mails that are essential go to everybody; the
                others have a link, and a header for mail programs, by which they are declined.

                | mail | kind | |
                |---|---|---|
                """);
        previews.forEach((name, mail) -> {
            files.put(name + ".txt", "Subject: " + mail.subject() + "\n\n" + mail.text());
            files.put(name + ".html", mail.html());
            list.append("| [%s](%s.txt) ([HTML](%s.html)) | `%s` | %s |\n"
                    .formatted(
                            mail.subject(),
                            name,
                            name,
                            mail.kind(),
                            mail.unsubscribe() == null ? "essential" : "can be declined"));
        });
        files.put("README.md", list.toString());
        compare(folder(), files);
    }

    /** All automations that mail, wherever they are. */
    private static List<Class<?>> mailing() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Automation.class));
        List<Class<?>> found = new ArrayList<>();
        scanner.findCandidateComponents("medflip").forEach(definition -> {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(definition.getBeanClassName()), MailPreviewsTest.class.getClassLoader());
            if (Stream.of(type.getDeclaredConstructors()[0].getParameterTypes())
                    .anyMatch(needed -> needed == Mails.class || needed == Correspondence.class)) {
                found.add(type);
            }
        });
        assertThat(found).hasSizeGreaterThan(8);
        return found;
    }

    private Object made(Class<?> automation) throws ReflectiveOperationException {
        Constructor<?> constructor = automation.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor.newInstance(Stream.of(constructor.getParameterTypes())
                .map(needed -> collaborators.stream()
                        .filter(needed::isInstance)
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("Give the previews a " + needed)))
                .toArray());
    }

    private void showFacts(Object automation, Method handler) throws IllegalAccessException, InvocationTargetException {
        handler.setAccessible(true);
        Class<?> reactsTo = handler.getParameterTypes()[0];
        for (DomainEvent event :
                Stream.concat(examples.values().stream(), others()).toList()) {
            if (reactsTo.isInstance(event)) {
                Recorded recorded = new Recorded(1, NOW, "user:somebody", names.name(event.getClass()), null);
                handler.invoke(automation, event, recorded);
                mails.take().forEach(this::keep);
            }
        }
    }

    /** What facts say otherwise than the examples, where the mail says something else then. */
    private Stream<DomainEvent> others() {
        List<DomainEvent> facts = new ArrayList<>();
        OwnersReminded reminded = example(OwnersReminded.class);
        facts.add(new OwnersReminded(reminded.requestId(), ReminderKind.LATE, LocalDate.parse("2026-12-26")));
        DeliveryFailed failed = example(DeliveryFailed.class);
        for (DeliveryFailure failure : List.of(DeliveryFailure.LIST_REFUSED, DeliveryFailure.GAVE_UP)) {
            facts.add(new DeliveryFailed(
                    failed.scheduleId(), failed.deliveryId(), failed.userId(), failed.name(), failure));
        }
        MemberInvited invited = example(MemberInvited.class);
        facts.add(new MemberInvited(
                invited.invitationId(), invited.email(), Role.OPERATOR, invited.tokenHash(), invited.goodUntil()));
        facts.add(new TrialEndAnnounced(subscription, END, false));
        facts.add(new PaymentFailed(subscription, "in_Q2", Money.usd("29.00"), 4, null));
        Arrays.stream(PaymentMethodNeed.values())
                .forEach(need -> facts.add(new PaymentMethodNeeded(subscription, need, NOW)));
        Arrays.stream(CheckoutEnd.values()).forEach(end -> facts.add(new CheckoutEnded(subscription, "cs_Q2", end)));
        Terms trial = terms(SubscriptionStatus.TRIALING, null);
        Terms active = terms(SubscriptionStatus.ACTIVE, null);
        Terms ending = terms(SubscriptionStatus.ACTIVE, END);
        for (Terms each : List.of(
                trial,
                active,
                ending,
                active,
                terms(SubscriptionStatus.PAUSED, null),
                active,
                terms(SubscriptionStatus.CANCELED, null))) {
            SubscriptionSeen seen = new SubscriptionSeen(subscription, each, NOW.plusSeconds(facts.size()), null);
            if (events.lastSequenceNumberFor(subscription.value()).orElse(-1L) < SEEN - 1) {
                happened(
                        subscription.value(),
                        events.lastSequenceNumberFor(subscription.value()).orElse(-1L) + 1,
                        seen);
            }
            facts.add(seen);
        }
        return facts.stream();
    }

    private static final int SEEN = 7;

    private static Terms terms(SubscriptionStatus status, @Nullable Instant cancelsAt) {
        return new Terms(
                "sub_Q2",
                status,
                "medflip_solo_monthly",
                Money.usd("29.00"),
                PlanInterval.MONTH,
                status == SubscriptionStatus.TRIALING ? END : null,
                END,
                cancelsAt,
                null,
                null,
                false);
    }

    private void happened(String stream, long version, DomainEvent event) {
        events.publish(new GenericDomainEventMessage<>("Any", stream, version, event));
    }

    private <E> E example(Class<E> type) {
        return examples.values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private void keep(CapturedMail mail) {
        String slug = mail.subject()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String name = mail.kind() + "." + slug;
        // The same words to another address are the same mail.
        for (int other = 2; ; other++) {
            CapturedMail known = previews.putIfAbsent(name, mail);
            if (known == null || known.text().equals(mail.text())) {
                return;
            }
            name = mail.kind() + "." + slug + "-" + other;
        }
    }

    private void keep(medflip.platform.mail.Letter letter, String kind) {
        mails.send(UUID.randomUUID(), owner.userId(), kind, owner.email(), letter);
        mails.take().forEach(this::keep);
    }

    private static void compare(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        List<String> there;
        try (Stream<Path> all = Files.list(folder)) {
            there = all.map(file -> file.getFileName().toString()).sorted().toList();
        }
        if (Boolean.getBoolean("golden.update")) {
            for (String stale : there) {
                Files.delete(folder.resolve(stale));
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
            there = List.copyOf(files.keySet());
        }
        assertThat(there)
                .as("files of docs/mails; refresh them by -Dgolden.update=true")
                .containsExactlyElementsOf(files.keySet());
        for (Map.Entry<String, String> file : files.entrySet()) {
            assertThat(Files.readString(folder.resolve(file.getKey())))
                    .as("docs/mails/%s; refresh it by -Dgolden.update=true", file.getKey())
                    .isEqualTo(file.getValue());
        }
    }

    private static Path folder() {
        return Path.of("").toAbsolutePath().getParent().resolve("docs/mails");
    }
}
