package medflip.messaging.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent.ConsentGiven;
import medflip.messaging.events.ConversationEvent.ConversationAssigned;
import medflip.messaging.events.ConversationEvent.ConversationSeen;
import medflip.messaging.events.ConversationEvent.ConversationUnassigned;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.NumberFoundUnusable;
import medflip.messaging.events.ConversationEvent.OptOutRuledOut;
import medflip.messaging.events.ConversationEvent.OptOutSuspected;
import medflip.messaging.events.ConversationEvent.OptedIn;
import medflip.messaging.events.ConversationEvent.OptedOut;
import medflip.messaging.events.ConversationEvent.PicturesAttached;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextCancelled;
import medflip.messaging.events.ConversationEvent.TextChanged;
import medflip.messaging.events.ConversationEvent.TextHeld;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.OptOutWay;
import medflip.messaging.events.TextStatus;
import medflip.messaging.write.ConversationCommand.AssignConversation;
import medflip.messaging.write.ConversationCommand.CancelText;
import medflip.messaging.write.ConversationCommand.ChangeText;
import medflip.messaging.write.ConversationCommand.EraseCorrespondent;
import medflip.messaging.write.ConversationCommand.JudgeText;
import medflip.messaging.write.ConversationCommand.KeepPictures;
import medflip.messaging.write.ConversationCommand.LiftOptOut;
import medflip.messaging.write.ConversationCommand.MarkSeen;
import medflip.messaging.write.ConversationCommand.NoteProgress;
import medflip.messaging.write.ConversationCommand.OptOut;
import medflip.messaging.write.ConversationCommand.ReceiveText;
import medflip.messaging.write.ConversationCommand.RecordConsent;
import medflip.messaging.write.ConversationCommand.ReviewOptOut;
import medflip.messaging.write.ConversationCommand.WriteText;
import medflip.messaging.write.Gate.Verdict;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.TenantAggregate;
import medflip.platform.privacy.Binding;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** All texts with one number, and what its owner agreed to: so that a text and a STOP never pass each other unseen. */
@Aggregate(cache = "aggregateCache")
class Conversation extends TenantAggregate {

    /** Version of the words by which staff is told to ask; they stand in the screens. */
    static final String CONSENT_VERSION = "2026-11-27";

    /** Within so many business days somebody must have looked (47 CFR 64.1200(a)(10)). */
    private static final int DAYS_TO_REVIEW = 10;

    private static final int OPTED_OUT_AT_TWILIO = 21610;
    private static final int OUT_OF_REACH = 30003;

    /** By then a phone that was off or between two cells is back; what the text says is still news. */
    private static final Duration SECOND_TRY_AFTER = Duration.ofMinutes(20);

    private static final Set<Integer> NO_SUCH_PHONE = Set.of(21211, 21614, 30006);

    private record Waiting(
            PersonalText body,
            @Nullable Instant sendAt,
            @Nullable Instant heldUntil) {}

    @AggregateIdentifier
    private ConversationId id;

    private @Nullable CorrespondentId correspondent;
    private @Nullable PhoneNumber number;
    private Standing standing = Standing.NEW;
    private boolean unseen;
    /** What the person wrote last. */
    private @Nullable UUID latest;

    private @Nullable UserId assigned;
    private final Set<UUID> received = new HashSet<>();
    private final Set<UUID> suspects = new HashSet<>();
    private final Map<UUID, Waiting> waiting = new HashMap<>();

    /** Of each text that left how far it came; null where Twilio hasn't said anything yet. */
    private final Map<UUID, @Nullable TextStatus> left = new HashMap<>();

    /** What each text said that left. */
    private final Map<UUID, PersonalText> said = new HashMap<>();

    /** Texts that say again what another one said: of these there is no third. */
    private final Set<UUID> secondTries = new HashSet<>();

    /** Texts with pictures that are kept. */
    private final Set<UUID> pictured = new HashSet<>();

    /** Which campaigns have texted here. */
    private final Set<CampaignId> campaigns = new HashSet<>();

    /** Texts that never leave. */
    private final Set<UUID> stopped = new HashSet<>();

    Conversation() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ReceiveText command) {
        if (received.contains(command.textId())) {
            return;
        }
        ConversationId conversation = command.conversationId();
        apply(new TextReceived(
                conversation,
                Objects.requireNonNullElse(correspondent, command.newcomerId()),
                command.textId(),
                command.from(),
                command.body(),
                command.pictures()));
        String text = command.body() == null ? "" : command.body().value();
        if (OptOutWords.isStop(text)) {
            OptOutWay way = standing.optedOut();
            if (way == null || !way.isTheirOwn()) {
                apply(new OptedOut(conversation, OptOutWay.BY_WORD));
            }
        } else if (OptOutWords.isStart(text)) {
            if (standing.optedOut() != null) {
                apply(new OptedIn(conversation));
            }
        } else if (standing.optedOut() == null && OptOutWords.readsLikeStop(text)) {
            apply(new OptOutSuspected(conversation, command.textId(), reviewBy(command.today())));
        }
    }

    private static LocalDate reviewBy(LocalDate today) {
        LocalDate day = today;
        for (int left = DAYS_TO_REVIEW; left > 0; ) {
            day = day.plusDays(1);
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return day;
    }

    @EventSourcingHandler
    void evolve(TextReceived event) {
        id = event.conversationId();
        correspondent = event.correspondentId();
        number = event.from();
        standing = standing.after(event);
        unseen = true;
        latest = event.textId();
        received.add(event.textId());
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(WriteText command) {
        require(!isKnown(command.textId()), TextingRejection.TEXT_IS_THERE);
        CampaignId campaign = command.campaignId();
        require(campaign == null || !campaigns.contains(campaign), TextingRejection.TEXTED_BY_CAMPAIGN);
        boolean agreed = command.consent() != null && standing.consent() == null;
        apply(new TextWritten(
                command.conversationId(),
                Objects.requireNonNullElse(correspondent, command.newcomerId()),
                command.textId(),
                command.to(),
                command.body(),
                command.sendAt(),
                campaign));
        if (!command.pictures().isEmpty()) {
            apply(new PicturesAttached(
                    command.conversationId(),
                    Objects.requireNonNull(correspondent),
                    command.textId(),
                    command.pictures()));
        }
        if (agreed) {
            apply(new ConsentGiven(
                    command.conversationId(), Objects.requireNonNull(command.consent()), CONSENT_VERSION));
        }
    }

    /** What was fetched for somebody who was erased meanwhile is kept by nothing. */
    @CommandHandler
    void decide(KeepPictures command) {
        UUID text = command.textId();
        if (received.contains(text) && !pictured.contains(text) && correspondent != null) {
            apply(new PicturesAttached(id, correspondent, text, command.pictures()));
        }
    }

    @EventSourcingHandler
    void evolve(PicturesAttached event) {
        pictured.add(event.textId());
    }

    private boolean isKnown(UUID text) {
        return waiting.containsKey(text) || left.containsKey(text) || stopped.contains(text) || received.contains(text);
    }

    @EventSourcingHandler
    void evolve(TextWritten event) {
        id = event.conversationId();
        correspondent = event.correspondentId();
        number = event.to();
        if (event.campaignId() == null) {
            unseen = false;
        } else {
            campaigns.add(event.campaignId());
        }
        waiting.put(event.textId(), new Waiting(event.body(), event.sendAt(), null));
    }

    @CommandHandler
    void decide(ChangeText command) {
        waiting(command.textId());
        apply(new TextChanged(
                id, Objects.requireNonNull(correspondent), command.textId(), command.body(), command.sendAt()));
    }

    @EventSourcingHandler
    void evolve(TextChanged event) {
        waiting.put(event.textId(), new Waiting(event.body(), event.sendAt(), null));
    }

    @CommandHandler
    void decide(CancelText command) {
        waiting(command.textId());
        apply(new TextCancelled(id, command.textId()));
    }

    @EventSourcingHandler
    void evolve(TextCancelled event) {
        waiting.remove(event.textId());
        stopped.add(event.textId());
    }

    private Waiting waiting(UUID text) {
        Waiting found = waiting.get(text);
        if (found == null) {
            throw new CommandRejected(TextingRejection.NOT_WAITING);
        }
        return found;
    }

    /** Decides once about each text, at its time; asked again, or too early, it changes nothing. */
    @CommandHandler
    void decide(JudgeText command) {
        Waiting text = waiting.get(command.textId());
        if (text == null || text.sendAt() != null && command.at().isBefore(text.sendAt())) {
            return;
        }
        PhoneNumber to = Objects.requireNonNull(number);
        switch (new Gate(standing, command.introduction(), command.paid(), command.zones())
                .judge(text.body(), to, command.at())) {
            case Verdict.Blocked(List<BlockReason> reasons) -> apply(new TextBlocked(id, command.textId(), reasons));
            case Verdict.Held(Instant until) -> {
                if (!until.equals(text.heldUntil())) {
                    apply(new TextHeld(id, command.textId(), until));
                }
            }
            case Verdict.Passed(PersonalText body, ConsentBasis consent, List<String> zones) ->
                apply(new TextPassed(
                        id,
                        Objects.requireNonNull(correspondent),
                        command.textId(),
                        to,
                        body,
                        !standing.introduced(),
                        Segments.of(body.value()),
                        consent,
                        zones,
                        command.at()));
        }
    }

    @EventSourcingHandler
    void evolve(TextHeld event) {
        waiting.computeIfPresent(
                event.textId(), (text, held) -> new Waiting(held.body(), held.sendAt(), event.until()));
    }

    @EventSourcingHandler
    void evolve(TextBlocked event) {
        waiting.remove(event.textId());
        stopped.add(event.textId());
    }

    @EventSourcingHandler
    void evolve(TextPassed event) {
        waiting.remove(event.textId());
        left.put(event.textId(), null);
        said.put(event.textId(), event.body());
        standing = standing.after(event);
    }

    /** Notices come in any order and again and again: only what lies beyond what is known counts. */
    @CommandHandler
    void decide(NoteProgress command) {
        UUID text = command.textId();
        TextStatus known = left.get(text);
        if (left.containsKey(text) && (known == null || command.status().isBeyond(known))) {
            apply(new TextProgressed(id, text, command.status(), command.sid(), command.errorCode()));
            Integer error = command.errorCode();
            if (error != null && error == OPTED_OUT_AT_TWILIO && standing.optedOut() == null) {
                apply(new OptedOut(id, OptOutWay.AT_TWILIO));
            }
            if (error != null && NO_SUCH_PHONE.contains(error) && !standing.unusable()) {
                apply(new NumberFoundUnusable(id, error));
            }
            if (error != null && error == OUT_OF_REACH) {
                planSecondTry(text, command.at());
            }
        }
    }

    private void planSecondTry(UUID text, Instant at) {
        if (!secondTries.contains(text) && said.containsKey(text)) {
            UUID second = UUID.nameUUIDFromBytes(Binding.of("messaging.second-try", id.value(), text.toString()));
            apply(new SecondTryPlanned(id, text, second, at.plus(SECOND_TRY_AFTER)));
        }
    }

    @EventSourcingHandler
    void evolve(SecondTryPlanned event) {
        secondTries.add(event.secondId());
        waiting.put(
                event.secondId(), new Waiting(Objects.requireNonNull(said.get(event.textId())), event.sendAt(), null));
    }

    @EventSourcingHandler
    void evolve(TextProgressed event) {
        left.put(event.textId(), event.status());
    }

    @EventSourcingHandler
    void evolve(NumberFoundUnusable event) {
        standing = standing.after(event);
    }

    @CommandHandler
    void decide(MarkSeen command) {
        if (unseen && command.textId().equals(latest)) {
            apply(new ConversationSeen(id));
        }
    }

    @EventSourcingHandler
    void evolve(ConversationSeen event) {
        unseen = false;
    }

    @CommandHandler
    void decide(AssignConversation command) {
        UserId member = command.memberId();
        if (member == null && assigned != null) {
            apply(new ConversationUnassigned(id));
        } else if (member != null && !member.equals(assigned)) {
            apply(new ConversationAssigned(id, member));
        }
    }

    @EventSourcingHandler
    void evolve(ConversationAssigned event) {
        assigned = event.memberId();
    }

    @EventSourcingHandler
    void evolve(ConversationUnassigned event) {
        assigned = null;
    }

    @CommandHandler
    void decide(RecordConsent command) {
        if (standing.consent() != command.basis()) {
            apply(new ConsentGiven(id, command.basis(), CONSENT_VERSION));
        }
    }

    @EventSourcingHandler
    void evolve(ConsentGiven event) {
        standing = standing.after(event);
    }

    @CommandHandler
    void decide(OptOut command) {
        if (standing.optedOut() == null) {
            apply(new OptedOut(id, OptOutWay.TOLD_STAFF));
        }
    }

    @EventSourcingHandler
    void evolve(OptedOut event) {
        standing = standing.after(event);
        suspects.clear();
    }

    @CommandHandler
    void decide(LiftOptOut command) {
        OptOutWay way = standing.optedOut();
        if (way == null) {
            throw new CommandRejected(TextingRejection.NOT_OPTED_OUT);
        }
        require(!way.isTheirOwn(), TextingRejection.THEIR_OWN_OPT_OUT);
        apply(new OptedIn(id));
    }

    @EventSourcingHandler
    void evolve(OptedIn event) {
        standing = standing.after(event);
    }

    @EventSourcingHandler
    void evolve(OptOutSuspected event) {
        suspects.add(event.textId());
    }

    @CommandHandler
    void decide(ReviewOptOut command) {
        require(suspects.contains(command.textId()), TextingRejection.NOTHING_TO_REVIEW);
        apply(command.meant() ? new OptedOut(id, OptOutWay.IN_OWN_WORDS) : new OptOutRuledOut(id, command.textId()));
    }

    @EventSourcingHandler
    void evolve(OptOutRuledOut event) {
        suspects.remove(event.textId());
    }

    /** Told again where something of them was found; not of who is behind the number by now. */
    @CommandHandler
    void decide(EraseCorrespondent command) {
        if (correspondent == null || correspondent.equals(command.correspondentId())) {
            apply(new CorrespondentErased(id, command.correspondentId()));
        }
    }

    @EventSourcingHandler
    void evolve(CorrespondentErased event) {
        correspondent = null;
        number = null;
        stopped.addAll(waiting.keySet());
        waiting.clear();
        said.clear();
        suspects.clear();
        unseen = false;
        standing = standing.after(event);
    }

    @Override
    protected @Nullable ConversationId id() {
        return id;
    }
}
