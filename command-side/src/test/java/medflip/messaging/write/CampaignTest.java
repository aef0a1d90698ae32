package medflip.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.AccountId;
import medflip.kernel.DomainEvent;
import medflip.kernel.PersonalText;
import medflip.messaging.events.CampaignEvent.CampaignCancelled;
import medflip.messaging.events.CampaignEvent.CampaignFinished;
import medflip.messaging.events.CampaignEvent.CampaignPaused;
import medflip.messaging.events.CampaignEvent.CampaignResumed;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.CampaignStopped;
import medflip.messaging.events.CampaignEvent.RecipientSkipped;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.SkipReason;
import medflip.messaging.write.CampaignCommand.CancelCampaign;
import medflip.messaging.write.CampaignCommand.FinishCampaign;
import medflip.messaging.write.CampaignCommand.PauseCampaign;
import medflip.messaging.write.CampaignCommand.ResumeCampaign;
import medflip.messaging.write.CampaignCommand.SkipRecipient;
import medflip.messaging.write.CampaignCommand.StartCampaign;
import medflip.messaging.write.CampaignCommand.StopCampaign;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class CampaignTest extends AggregateSpec<Campaign> {

    private static final CampaignId ID = CampaignId.of(TENANT, new UUID(1, 1));
    private static final PersonalText NAME = new PersonalText("Winter prices");
    private static final PersonalText BODY = new PersonalText("Hi {first name}!");
    private static final UUID PAT = new UUID(2, 1);

    @Test
    void a_thousand_people_are_named_in_a_few_facts() {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            people.add(new UUID(2, i));
        }
        when(new StartCampaign(ID, NAME, BODY, 60, people));
        then(
                started(1_001),
                new RecipientsChosen(ID, people.subList(0, 500)),
                new RecipientsChosen(ID, people.subList(500, 1_000)),
                new RecipientsChosen(ID, people.subList(1_000, 1_001)));
    }

    @Test
    void it_can_be_paused_and_resumed() {
        given(started(1), chosen());
        when(new PauseCampaign(ID));
        then(new CampaignPaused(ID));
    }

    @Test
    void only_what_is_paused_is_resumed() {
        given(started(1), chosen());
        when(new ResumeCampaign(ID));
        thenRejected(TextingRejection.NOT_PAUSED);
    }

    @Test
    void what_is_paused_goes_on() {
        given(started(1), chosen(), new CampaignPaused(ID));
        when(new ResumeCampaign(ID));
        then(new CampaignResumed(ID));
    }

    @Test
    void what_was_cancelled_is_over() {
        given(started(1), chosen(), new CampaignCancelled(ID));
        when(new PauseCampaign(ID));
        thenRejected(TextingRejection.CAMPAIGN_IS_OVER);
    }

    @Test
    void it_can_be_cancelled_while_it_is_paused() {
        given(started(1), chosen(), new CampaignPaused(ID));
        when(new CancelCampaign(ID));
        then(new CampaignCancelled(ID));
    }

    @Test
    void it_stops_once_whatever_carriers_say_again() {
        given(started(1), chosen());
        when(new StopCampaign(ID, 30007));
        then(new CampaignStopped(ID, 30007));
    }

    @Test
    void what_is_over_is_neither_stopped_nor_finished() {
        given(started(1), chosen(), new CampaignStopped(ID, 30007));
        when(new StopCampaign(ID, 30007));
        thenNothing();
    }

    @Test
    void what_is_paused_is_not_finished_by_the_way() {
        given(started(1), chosen(), new CampaignPaused(ID));
        when(new FinishCampaign(ID));
        thenNothing();
    }

    @Test
    void it_finishes() {
        given(started(1), chosen());
        when(new FinishCampaign(ID));
        then(new CampaignFinished(ID));
    }

    @Test
    void somebody_is_skipped_once() {
        given(started(1), chosen(), new RecipientSkipped(ID, PAT, SkipReason.NO_NUMBER));
        when(new SkipRecipient(ID, PAT, SkipReason.NO_NUMBER));
        thenNothing();
    }

    @Test
    void why_somebody_was_skipped_is_written_down() {
        given(started(1), chosen());
        when(new SkipRecipient(ID, PAT, SkipReason.SAME_NUMBER));
        then(new RecipientSkipped(ID, PAT, SkipReason.SAME_NUMBER));
    }

    @Test
    void its_text_to_somebody_is_always_called_the_same_and_to_each_otherwise() {
        CampaignId other = CampaignId.of(TENANT, new UUID(1, 2));
        assertThat(ID.textTo(PAT))
                .isEqualTo(CampaignId.of(TENANT, new UUID(1, 1)).textTo(PAT));
        assertThat(Stream.of(ID.textTo(PAT), ID.textTo(new UUID(2, 2)), other.textTo(PAT)))
                .doesNotHaveDuplicates();
    }

    private static DomainEvent started(int recipients) {
        return new CampaignStarted(ID, AccountId.of(TENANT, TENANT.value()), NAME, BODY, recipients, 60);
    }

    private static DomainEvent chosen() {
        return new RecipientsChosen(ID, List.of(PAT));
    }
}
