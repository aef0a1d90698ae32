package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.DomainEvent;
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
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextCancelled;
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
import medflip.messaging.write.ConversationCommand.LiftOptOut;
import medflip.messaging.write.ConversationCommand.MarkSeen;
import medflip.messaging.write.ConversationCommand.NoteProgress;
import medflip.messaging.write.ConversationCommand.OptOut;
import medflip.messaging.write.ConversationCommand.ReceiveText;
import medflip.messaging.write.ConversationCommand.ReviewOptOut;
import medflip.messaging.write.ConversationCommand.WriteText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.privacy.Binding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ConversationTest extends AggregateSpec<Conversation> {

    private static final ConversationId ID = ConversationId.of(TENANT, new UUID(1, 1));
    private static final CorrespondentId WHO = CorrespondentId.of(TENANT, new UUID(2, 2));
    private static final CorrespondentId NEWCOMER = CorrespondentId.of(TENANT, new UUID(2, 3));
    private static final UUID ASKED = new UUID(3, 1);
    private static final UUID TEXT = new UUID(3, 2);
    private static final PhoneNumber BOSTON = new PhoneNumber("+16175550155");
    private static final PersonalText OFFER = new PersonalText("We pay $22 a box.");
    private static final PersonalText US = new PersonalText("Box Buyers");
    private static final List<String> EAST = List.of("America/New_York");

    /** Noon in Boston. */
    private static final Instant NOON = Instant.parse("2026-11-27T17:00:00Z");

    /** A Friday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    @Test
    void who_wrote_first_is_answered_and_the_first_answer_says_who_writes_and_how_to_stop() {
        given(received(ASKED, "what do you pay?"), written(null));
        when(judge(NOON, US));
        then(new TextPassed(
                ID,
                WHO,
                TEXT,
                BOSTON,
                new PersonalText("Box Buyers: We pay $22 a box.\nReply STOP to get no more texts."),
                true,
                1,
                ConsentBasis.WROTE_FIRST,
                EAST,
                NOON));
    }

    @Test
    void a_later_text_is_sent_as_it_was_written() {
        given(received(ASKED, "hi"), passed(new UUID(3, 9)), written(null));
        when(judge(NOON, US));
        then(new TextPassed(ID, WHO, TEXT, BOSTON, OFFER, false, 1, ConsentBasis.WROTE_FIRST, EAST, NOON));
    }

    @Test
    void nobody_is_texted_who_never_agreed() {
        given(written(null));
        when(judge(NOON, US));
        then(new TextBlocked(ID, TEXT, List.of(BlockReason.NO_CONSENT)));
    }

    @Test
    void how_somebody_agreed_is_written_down_with_the_first_text() {
        when(new WriteText(ID, WHO, TEXT, BOSTON, OFFER, null, ConsentBasis.BY_PHONE, null));
        then(written(null), new ConsentGiven(ID, ConsentBasis.BY_PHONE, Conversation.CONSENT_VERSION));
    }

    @Test
    void a_campaign_texts_a_number_once_whoever_of_its_people_has_it() {
        CampaignId campaign = CampaignId.of(TENANT, new UUID(4, 1));
        given(new TextWritten(ID, WHO, new UUID(3, 9), BOSTON, OFFER, null, campaign));
        when(new WriteText(ID, WHO, TEXT, BOSTON, OFFER, null, null, campaign));
        thenRejected(TextingRejection.TEXTED_BY_CAMPAIGN);
    }

    @Test
    void another_campaign_may_text_there_too() {
        CampaignId campaign = CampaignId.of(TENANT, new UUID(4, 1));
        CampaignId other = CampaignId.of(TENANT, new UUID(4, 2));
        given(new TextWritten(ID, WHO, new UUID(3, 9), BOSTON, OFFER, null, campaign));
        when(new WriteText(ID, WHO, TEXT, BOSTON, OFFER, null, null, other));
        then(new TextWritten(ID, WHO, TEXT, BOSTON, OFFER, null, other));
    }

    @Test
    void what_somebody_wrote_is_still_to_be_seen_after_a_campaign_texted_them() {
        CampaignId campaign = CampaignId.of(TENANT, new UUID(4, 1));
        given(received(ASKED, "hi"), new TextWritten(ID, WHO, TEXT, BOSTON, OFFER, null, campaign));
        when(new MarkSeen(ID, ASKED));
        then(new ConversationSeen(ID));
    }

    @Test
    void a_stop_comes_before_every_text_that_still_waits() {
        given(
                received(ASKED, "hi"),
                written(null),
                received(new UUID(3, 5), "Stop."),
                new OptedOut(ID, OptOutWay.BY_WORD));
        when(judge(NOON, US));
        then(new TextBlocked(ID, TEXT, List.of(BlockReason.OPTED_OUT)));
    }

    @Test
    void every_reason_against_a_text_is_told() {
        given(
                written(new PersonalText("Do you have insulin?"), null),
                new OptedOut(ID, OptOutWay.TOLD_STAFF),
                new NumberFoundUnusable(ID, 30006));
        when(judge(NOON, null));
        then(new TextBlocked(
                ID,
                TEXT,
                List.of(
                        BlockReason.NOT_CONNECTED,
                        BlockReason.OPTED_OUT,
                        BlockReason.NO_CONSENT,
                        BlockReason.NUMBER_UNUSABLE,
                        BlockReason.FORBIDDEN_WORDS)));
    }

    @Test
    void at_night_a_text_waits_for_the_morning_where_the_person_is() {
        given(received(ASKED, "hi"), written(null));
        when(judge(Instant.parse("2026-11-28T02:00:00Z"), US));
        then(new TextHeld(ID, TEXT, Instant.parse("2026-11-28T13:00:00Z")));
    }

    @Test
    void where_somebody_lives_counts_and_not_where_their_number_is_from() {
        given(received(ASKED, "hi"), written(null));
        when(new JudgeText(
                ID, TEXT, Instant.parse("2026-11-27T14:00:00Z"), US, true, List.of("Pacific/Honolulu"), false));
        then(new TextHeld(ID, TEXT, Instant.parse("2026-11-27T18:00:00Z")));
        when(new JudgeText(
                ID, TEXT, Instant.parse("2026-11-28T03:00:00Z"), US, true, List.of("Pacific/Honolulu"), false));
        then(new TextPassed(
                ID,
                WHO,
                TEXT,
                BOSTON,
                Gate.introduced(OFFER, US),
                true,
                1,
                ConsentBasis.WROTE_FIRST,
                List.of("Pacific/Honolulu"),
                Instant.parse("2026-11-28T03:00:00Z")));
    }

    @Test
    void a_text_that_was_held_leaves_in_the_morning() {
        Instant morning = Instant.parse("2026-11-28T13:00:00Z");
        given(received(ASKED, "hi"), passed(new UUID(3, 9)), written(null), held(morning));
        when(judge(morning, US));
        then(new TextPassed(ID, WHO, TEXT, BOSTON, OFFER, false, 1, ConsentBasis.WROTE_FIRST, EAST, morning));
    }

    @Test
    void a_text_that_is_held_already_is_not_held_again() {
        given(received(ASKED, "hi"), written(null), held(Instant.parse("2026-11-28T13:00:00Z")));
        when(judge(Instant.parse("2026-11-28T02:30:00Z"), US));
        thenNothing();
    }

    @Test
    void a_text_for_later_is_judged_no_sooner() {
        given(received(ASKED, "hi"), written(NOON));
        when(judge(NOON.minusSeconds(1), US));
        thenNothing();
        when(judge(NOON, US));
        then(new TextPassed(
                ID, WHO, TEXT, BOSTON, Gate.introduced(OFFER, US), true, 1, ConsentBasis.WROTE_FIRST, EAST, NOON));
    }

    @Test
    void a_text_is_judged_once() {
        given(received(ASKED, "hi"), written(null), passed(TEXT));
        when(judge(NOON, US));
        thenNothing();
    }

    @Test
    void a_text_that_waits_can_be_taken_back_and_changed_and_one_that_left_cannot() {
        given(received(ASKED, "hi"), written(NOON));
        when(new CancelText(ID, TEXT));
        then(new TextCancelled(ID, TEXT));
        given(received(ASKED, "hi"), written(null), passed(TEXT));
        when(new CancelText(ID, TEXT));
        thenRejected(TextingRejection.NOT_WAITING);
        when(new ChangeText(ID, TEXT, OFFER, null));
        thenRejected(TextingRejection.NOT_WAITING);
    }

    @Test
    void one_text_is_written_once() {
        given(written(null));
        when(new WriteText(ID, NEWCOMER, TEXT, BOSTON, OFFER, null, null, null));
        thenRejected(TextingRejection.TEXT_IS_THERE);
    }

    @Test
    void a_delivery_that_comes_again_changes_nothing() {
        given(received(ASKED, "hi"));
        when(receive(ASKED, "hi"));
        thenNothing();
    }

    @Test
    void stop_opts_out_and_start_by_the_person_opts_in_again() {
        given(received(ASKED, "hi"));
        when(receive(TEXT, "  opt-out! "));
        then(received(TEXT, "opt-out!"), new OptedOut(ID, OptOutWay.BY_WORD));
        given(received(ASKED, "hi"), new OptedOut(ID, OptOutWay.BY_WORD));
        when(receive(TEXT, "start"));
        then(received(TEXT, "start"), new OptedIn(ID));
    }

    @Test
    void words_of_their_own_are_looked_at_within_ten_business_days() {
        given(received(ASKED, "hi"));
        when(receive(TEXT, "please remove me from your list"));
        then(
                received(TEXT, "please remove me from your list"),
                new OptOutSuspected(ID, TEXT, LocalDate.parse("2026-12-11")));
    }

    @Test
    void what_was_looked_at_is_an_opt_out_or_is_none() {
        given(received(ASKED, "stop it"), new OptOutSuspected(ID, ASKED, TODAY));
        when(new ReviewOptOut(ID, ASKED, true));
        then(new OptedOut(ID, OptOutWay.IN_OWN_WORDS));
        when(new ReviewOptOut(ID, ASKED, false));
        then(new OptOutRuledOut(ID, ASKED));
        given(received(ASKED, "stop it"), new OptOutSuspected(ID, ASKED, TODAY), new OptOutRuledOut(ID, ASKED));
        when(new ReviewOptOut(ID, ASKED, true));
        thenRejected(TextingRejection.NOTHING_TO_REVIEW);
    }

    @Test
    void staff_takes_back_what_staff_set_and_never_what_the_person_said() {
        given(received(ASKED, "hi"));
        when(new OptOut(ID));
        then(new OptedOut(ID, OptOutWay.TOLD_STAFF));
        given(received(ASKED, "hi"), new OptedOut(ID, OptOutWay.TOLD_STAFF));
        when(new LiftOptOut(ID));
        then(new OptedIn(ID));
        given(received(ASKED, "hi"), new OptedOut(ID, OptOutWay.BY_WORD));
        when(new LiftOptOut(ID));
        thenRejected(TextingRejection.THEIR_OWN_OPT_OUT);
    }

    @Test
    void seen_is_noted_once() {
        given(received(ASKED, "hi"));
        when(new MarkSeen(ID, ASKED));
        then(new ConversationSeen(ID));
        given(received(ASKED, "hi"), new ConversationSeen(ID));
        when(new MarkSeen(ID, ASKED));
        thenNothing();
    }

    @Test
    void what_came_in_since_somebody_looked_is_still_to_be_seen() {
        given(received(ASKED, "hi"), received(new UUID(3, 6), "are you there?"));
        when(new MarkSeen(ID, ASKED));
        thenNothing();
        given(received(ASKED, "hi"), received(new UUID(3, 6), "are you there?"));
        when(new MarkSeen(ID, new UUID(3, 6)));
        then(new ConversationSeen(ID));
    }

    @Test
    void a_conversation_is_given_to_a_colleague_once_and_taken_from_them() {
        UserId ann = UserId.of(TENANT, new UUID(5, 1));
        UserId bob = UserId.of(TENANT, new UUID(5, 2));
        given(received(ASKED, "hi"));
        when(new AssignConversation(ID, ann));
        then(new ConversationAssigned(ID, ann));
        given(received(ASKED, "hi"), new ConversationAssigned(ID, ann));
        when(new AssignConversation(ID, ann));
        thenNothing();
        given(received(ASKED, "hi"), new ConversationAssigned(ID, ann));
        when(new AssignConversation(ID, bob));
        then(new ConversationAssigned(ID, bob));
        given(received(ASKED, "hi"), new ConversationAssigned(ID, ann));
        when(new AssignConversation(ID, null));
        then(new ConversationUnassigned(ID));
        given(received(ASKED, "hi"));
        when(new AssignConversation(ID, null));
        thenNothing();
    }

    @Test
    void what_twilio_says_of_a_number_counts_for_the_next_text() {
        given(received(ASKED, "hi"), written(null), passed(TEXT));
        when(new NoteProgress(ID, TEXT, TextStatus.UNDELIVERED, "SM1", 30006, NOON));
        then(new TextProgressed(ID, TEXT, TextStatus.UNDELIVERED, "SM1", 30006), new NumberFoundUnusable(ID, 30006));
        when(new NoteProgress(ID, TEXT, TextStatus.FAILED, null, 21610, NOON));
        then(new TextProgressed(ID, TEXT, TextStatus.FAILED, null, 21610), new OptedOut(ID, OptOutWay.AT_TWILIO));
    }

    @Test
    void a_phone_that_was_out_of_reach_is_tried_once_more_later_and_never_a_third_time() {
        UUID second = UUID.nameUUIDFromBytes(Binding.of("messaging.second-try", ID.value(), TEXT.toString()));
        Instant later = NOON.plusSeconds(20 * 60);
        DomainEvent outOfReach = new TextProgressed(ID, TEXT, TextStatus.UNDELIVERED, "SM1", 30003);
        SecondTryPlanned planned = new SecondTryPlanned(ID, TEXT, second, later);
        TextPassed again =
                new TextPassed(ID, WHO, second, BOSTON, OFFER, false, 1, ConsentBasis.WROTE_FIRST, EAST, later);
        given(received(ASKED, "hi"), written(null), passed(TEXT));
        when(new NoteProgress(ID, TEXT, TextStatus.UNDELIVERED, "SM1", 30003, NOON));
        then(outOfReach, planned);
        given(received(ASKED, "hi"), written(null), passed(TEXT), outOfReach, planned);
        when(new NoteProgress(ID, TEXT, TextStatus.UNDELIVERED, "SM1", 30003, NOON));
        thenNothing();
        when(new JudgeText(ID, second, later.minusSeconds(1), US, true, List.of(), false));
        thenNothing();
        when(new JudgeText(ID, second, later, US, true, List.of(), false));
        then(again);
        given(received(ASKED, "hi"), written(null), passed(TEXT), outOfReach, planned, again);
        when(new NoteProgress(ID, second, TextStatus.UNDELIVERED, "SM2", 30003, later));
        then(new TextProgressed(ID, second, TextStatus.UNDELIVERED, "SM2", 30003));
    }

    @Test
    void a_second_try_passes_the_gate_like_any_text_and_can_be_taken_back() {
        SecondTryPlanned planned = new SecondTryPlanned(ID, TEXT, new UUID(3, 8), NOON);
        given(received(ASKED, "hi"), written(null), passed(TEXT), planned, new OptedOut(ID, OptOutWay.BY_WORD));
        when(new JudgeText(ID, new UUID(3, 8), NOON, US, true, List.of(), false));
        then(new TextBlocked(ID, new UUID(3, 8), List.of(BlockReason.OPTED_OUT)));
        given(received(ASKED, "hi"), written(null), passed(TEXT), planned);
        when(new CancelText(ID, new UUID(3, 8)));
        then(new TextCancelled(ID, new UUID(3, 8)));
    }

    @Test
    void P8_an_opt_out_outlives_the_erasure_of_who_made_it() {
        given(
                received(ASKED, "STOP"),
                new OptedOut(ID, OptOutWay.BY_WORD),
                new CorrespondentErased(ID, WHO),
                new TextWritten(ID, NEWCOMER, TEXT, BOSTON, OFFER, null, null),
                new ConsentGiven(ID, ConsentBasis.BY_PHONE, Conversation.CONSENT_VERSION));
        when(judge(NOON, US));
        then(new TextBlocked(ID, TEXT, List.of(BlockReason.OPTED_OUT)));
    }

    @Test
    void who_writes_after_an_erasure_is_somebody_new_and_is_not_erased_with_the_former() {
        given(received(ASKED, "hi"), new CorrespondentErased(ID, WHO));
        when(receive(new UUID(3, 7), "hello"));
        TextReceived hello = new TextReceived(ID, NEWCOMER, new UUID(3, 7), BOSTON, new PersonalText("hello"), 0);
        then(hello);
        given(received(ASKED, "hi"), new CorrespondentErased(ID, WHO), hello);
        when(new EraseCorrespondent(ID, WHO));
        thenNothing();
    }

    @Test
    void a_text_that_waits_for_somebody_who_is_erased_never_leaves() {
        given(received(ASKED, "hi"), written(NOON.plusSeconds(60)), new CorrespondentErased(ID, WHO));
        when(judge(NOON.plusSeconds(120), US));
        thenNothing();
    }

    @Test
    void a_status_never_goes_back() {
        given(received(ASKED, "hi"), written(null), passed(TEXT), progressed(TextStatus.DELIVERED));
        for (TextStatus status : TextStatus.values()) {
            when(new NoteProgress(ID, TEXT, status, "SM1", null, NOON));
            thenNothing();
        }
    }

    /** A thousand orders, with repeats, each notice told to the conversation: the last word is always the same. */
    @RepeatedTest(1_000)
    void notices_in_any_order_and_twice_end_in_the_same_state() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<TextStatus> notices = new ArrayList<>(List.of(
                TextStatus.QUEUED, TextStatus.SENT, TextStatus.DELIVERED, TextStatus.SENT, TextStatus.DELIVERED));
        Collections.shuffle(notices, random);
        List<DomainEvent> past = new ArrayList<>(List.of(received(ASKED, "hi"), written(null), passed(TEXT)));
        for (TextStatus notice : notices) {
            given(past.toArray(DomainEvent[]::new));
            when(new NoteProgress(ID, TEXT, notice, "SM1", null, NOON));
            past.addAll(made());
        }
        assertThat(past).as("seed %d", seed).doesNotHaveDuplicates().endsWith(progressed(TextStatus.DELIVERED));
    }

    private static DomainEvent progressed(TextStatus status) {
        return new TextProgressed(ID, TEXT, status, "SM1", null);
    }

    private static DomainEvent received(UUID text, String body) {
        return new TextReceived(ID, WHO, text, BOSTON, new PersonalText(body), 0);
    }

    private static ReceiveText receive(UUID text, String body) {
        return new ReceiveText(ID, NEWCOMER, text, BOSTON, new PersonalText(body.strip()), 0, TODAY);
    }

    private static DomainEvent written(@Nullable Instant sendAt) {
        return written(OFFER, sendAt);
    }

    private static DomainEvent written(PersonalText body, @Nullable Instant sendAt) {
        return new TextWritten(ID, WHO, TEXT, BOSTON, body, sendAt, null);
    }

    private static DomainEvent passed(UUID text) {
        return new TextPassed(ID, WHO, text, BOSTON, OFFER, true, 1, ConsentBasis.WROTE_FIRST, EAST, NOON);
    }

    private static DomainEvent held(Instant until) {
        return new TextHeld(ID, TEXT, until);
    }

    private static JudgeText judge(Instant at, @Nullable PersonalText introduction) {
        return new JudgeText(ID, TEXT, at, introduction, true, List.of(), false);
    }
}
