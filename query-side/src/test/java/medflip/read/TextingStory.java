package medflip.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.UserId;
import medflip.kernel.AttachedFile;
import medflip.kernel.DomainEvent;
import medflip.kernel.FileKind;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.CampaignEvent.CampaignCancelled;
import medflip.messaging.events.CampaignEvent.CampaignFinished;
import medflip.messaging.events.CampaignEvent.CampaignPaused;
import medflip.messaging.events.CampaignEvent.CampaignResumed;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.CampaignStopped;
import medflip.messaging.events.CampaignEvent.RecipientSkipped;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent.ConsentGiven;
import medflip.messaging.events.ConversationEvent.ConversationAssigned;
import medflip.messaging.events.ConversationEvent.ConversationSeen;
import medflip.messaging.events.ConversationEvent.ConversationUnassigned;
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
import medflip.messaging.events.SkipReason;
import medflip.messaging.events.TemplateEvent.TemplateAdded;
import medflip.messaging.events.TemplateEvent.TemplateCorrected;
import medflip.messaging.events.TemplateEvent.TemplateRemoved;
import medflip.messaging.events.TemplateId;
import medflip.messaging.events.TextStatus;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnected;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnectionBroken;
import medflip.messaging.events.TwilioConnectionEvent.TwilioDisconnected;
import medflip.messaging.events.TwilioConnectionId;

/** What happens to the texts of a business. */
record TextingStory(TenantId tenant, Random random) {

    private static final Instant LATER = Instant.parse("2026-11-28T15:00:00Z");

    List<List<DomainEvent>> told() {
        List<List<DomainEvent>> strands = new ArrayList<>();
        strands.add(connection());
        for (int i = 0; i < 4; i++) {
            strands.add(conversation(i));
        }
        strands.add(campaign());
        strands.add(template(false));
        strands.add(template(true));
        return strands;
    }

    private List<DomainEvent> template(boolean removed) {
        TemplateId id = TemplateId.of(tenant, id());
        AccountId account = AccountId.of(tenant, tenant.value());
        List<DomainEvent> events = new ArrayList<>(List.of(
                new TemplateAdded(id, account, new PersonalText("Hours"), new PersonalText("We meet 9 to 5.")),
                new TemplateCorrected(
                        id, account, new PersonalText("Hours"), new PersonalText("Hi {first name}, we meet 9 to 6."))));
        if (removed) {
            events.add(new TemplateRemoved(id));
        }
        return events;
    }

    private List<DomainEvent> campaign() {
        CampaignId id = CampaignId.of(tenant, id());
        UUID texted = id();
        UUID skipped = id();
        ConversationId conversation = ConversationId.of(tenant, id());
        CorrespondentId correspondent = CorrespondentId.of(tenant, id());
        PhoneNumber phone = new PhoneNumber("+16175550299");
        return new ArrayList<>(List.of(
                new CampaignStarted(
                        id,
                        AccountId.of(tenant, tenant.value()),
                        new PersonalText("Winter prices"),
                        new PersonalText("Hi {first name}, we pay more."),
                        2,
                        60),
                new RecipientsChosen(id, List.of(texted, skipped)),
                new TextReceived(conversation, correspondent, id(), phone, new PersonalText("hello?"), 0),
                new TextWritten(
                        conversation,
                        correspondent,
                        id.textTo(texted),
                        phone,
                        new PersonalText("Hi Pat, we pay more."),
                        null,
                        id),
                new SecondTryPlanned(conversation, id.textTo(texted), id(), LATER),
                new RecipientSkipped(id, skipped, SkipReason.NO_NUMBER),
                new CampaignPaused(id),
                new CampaignResumed(id),
                switch (random.nextInt(3)) {
                    case 0 -> new CampaignFinished(id);
                    case 1 -> new CampaignCancelled(id);
                    default -> new CampaignStopped(id, 30007);
                }));
    }

    private List<DomainEvent> connection() {
        TwilioConnectionId id = TwilioConnectionId.of(tenant, tenant.value());
        TwilioConnected connected = new TwilioConnected(
                id, AccountId.of(tenant, tenant.value()), id(), "9f3a", "0142", new PersonalText("Box Buyers"));
        return new ArrayList<>(
                List.of(connected, new TwilioConnectionBroken(id, 20003), new TwilioDisconnected(id), connected));
    }

    private List<DomainEvent> conversation(int number) {
        ConversationId id = ConversationId.of(tenant, id());
        CorrespondentId correspondent = CorrespondentId.of(tenant, id());
        PhoneNumber phone = new PhoneNumber("+1617555020" + number);
        UUID asked = id();
        UUID answered = id();
        UUID later = id();
        UUID dropped = id();
        UUID refused = id();
        List<DomainEvent> events = new ArrayList<>(List.of(
                new TextReceived(id, correspondent, asked, phone, new PersonalText("what do you pay?"), number),
                new PicturesAttached(
                        id, correspondent, asked, List.of(new AttachedFile(id(), FileKind.JPEG, 1_234, "0a1b"))),
                new ConversationSeen(id),
                new ConversationAssigned(id, UserId.of(tenant, tenant.value())),
                new TextWritten(id, correspondent, answered, phone, new PersonalText("$22 a box"), null, null),
                new ConsentGiven(id, ConsentBasis.BY_PHONE, "2026-11-27"),
                new TextPassed(
                        id,
                        correspondent,
                        answered,
                        phone,
                        new PersonalText("Box Buyers: $22 a box"),
                        true,
                        1,
                        ConsentBasis.BY_PHONE,
                        List.of("America/New_York"),
                        LATER),
                new TextProgressed(id, answered, TextStatus.QUEUED, "SM1", null),
                new TextProgressed(id, answered, TextStatus.DELIVERED, "SM1", null),
                new TextWritten(id, correspondent, later, phone, new PersonalText("still there?"), LATER, null),
                new TextChanged(id, correspondent, later, new PersonalText("Still there?"), LATER.plusSeconds(60)),
                new TextHeld(id, later, LATER.plusSeconds(3_600)),
                new TextWritten(id, correspondent, dropped, phone, new PersonalText("never mind"), LATER, null),
                new TextCancelled(id, dropped)));
        UUID again = id();
        events.addAll(List.of(
                new TextProgressed(id, later, TextStatus.UNDELIVERED, "SM2", 30003),
                new SecondTryPlanned(id, later, again, LATER.plusSeconds(7_200)),
                new TextHeld(id, again, LATER.plusSeconds(9_000))));
        if (random.nextBoolean()) {
            UUID doubtful = id();
            events.addAll(List.of(
                    new TextReceived(id, correspondent, doubtful, phone, new PersonalText("stop it"), 0),
                    new OptOutSuspected(id, doubtful, LocalDate.parse("2026-12-11")),
                    new OptOutRuledOut(id, doubtful)));
        }
        if (random.nextBoolean()) {
            events.add(new ConversationUnassigned(id));
            events.addAll(List.of(
                    new OptedOut(id, OptOutWay.TOLD_STAFF),
                    new TextWritten(id, correspondent, refused, phone, new PersonalText("one more thing"), null, null),
                    new TextBlocked(id, refused, List.of(BlockReason.OPTED_OUT, BlockReason.FORBIDDEN_WORDS)),
                    new OptedIn(id),
                    new NumberFoundUnusable(id, 30006)));
        }
        return events;
    }

    private UUID id() {
        return new UUID(
                random.nextLong() & ~0xF000L | 0x7000L, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | Long.MIN_VALUE);
    }
}
