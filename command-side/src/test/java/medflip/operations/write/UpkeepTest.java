package medflip.operations.write;

import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.operations.events.UpkeepEvent.DeadLetterRetried;
import medflip.operations.events.UpkeepEvent.DeadLetterSkipped;
import medflip.operations.events.UpkeepEvent.DeliveryReadAgain;
import medflip.operations.events.UpkeepEvent.EffectRetried;
import medflip.operations.events.UpkeepEvent.ProcessorPaused;
import medflip.operations.events.UpkeepEvent.ProcessorResumed;
import medflip.operations.events.UpkeepId;
import medflip.operations.write.UpkeepCommand.PauseProcessor;
import medflip.operations.write.UpkeepCommand.ReadDeliveryAgain;
import medflip.operations.write.UpkeepCommand.ResumeProcessor;
import medflip.operations.write.UpkeepCommand.RetryDeadLetter;
import medflip.operations.write.UpkeepCommand.RetryEffect;
import medflip.operations.write.UpkeepCommand.SkipDeadLetter;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class UpkeepTest extends AggregateSpec<Upkeep> {

    private static final UpkeepId UPKEEP = UpkeepId.of(TENANT);
    private static final UUID EVENT = new UUID(7, 1);
    private static final PersonalText REASON = new PersonalText("The view is rebuilt tonight");
    private static final DeadLetterSkipped SKIPPED =
            new DeadLetterSkipped(UPKEEP, EVENT, "deals.QuoteGiven", "deals.deals", REASON);

    @Test
    void the_first_step_for_a_business_begins_its_record() {
        when(new RetryDeadLetter(UPKEEP, EVENT, "deals.QuoteGiven", "deals.deals"));
        then(new DeadLetterRetried(UPKEEP, EVENT, "deals.QuoteGiven", "deals.deals"));
    }

    @Test
    void an_event_is_skipped_with_a_reason() {
        given(new DeadLetterRetried(UPKEEP, EVENT, "deals.QuoteGiven", "deals.deals"));
        when(new SkipDeadLetter(UPKEEP, EVENT, "deals.QuoteGiven", "deals.deals", REASON));
        then(SKIPPED);
    }

    @Test
    void an_event_is_skipped_once() {
        given(SKIPPED);
        when(new SkipDeadLetter(UPKEEP, EVENT, "deals.QuoteGiven", "deals.deals", REASON));
        thenNothing();
    }

    @Test
    void another_processor_skips_it_for_itself() {
        given(SKIPPED);
        when(new SkipDeadLetter(UPKEEP, EVENT, "deals.QuoteGiven", "audit.timeline", REASON));
        then(new DeadLetterSkipped(UPKEEP, EVENT, "deals.QuoteGiven", "audit.timeline", REASON));
    }

    @Test
    void a_delivery_is_read_again() {
        when(new ReadDeliveryAgain(UPKEEP, EVENT, "twilio"));
        then(new DeliveryReadAgain(UPKEEP, EVENT, "twilio"));
    }

    @Test
    void a_processor_is_paused_once_and_let_go_on_once() {
        ProcessorPaused paused = new ProcessorPaused(UPKEEP, "deals.deals", REASON);
        when(new PauseProcessor(UPKEEP, "deals.deals", REASON));
        then(paused);
        given(paused);
        when(new PauseProcessor(UPKEEP, "deals.deals", REASON));
        thenNothing();
        given(paused);
        when(new ResumeProcessor(UPKEEP, "deals.deals"));
        then(new ProcessorResumed(UPKEEP, "deals.deals"));
        given(paused, new ProcessorResumed(UPKEEP, "deals.deals"));
        when(new ResumeProcessor(UPKEEP, "deals.deals"));
        thenNothing();
    }

    @Test
    void an_effect_is_tried_again() {
        when(new RetryEffect(UPKEEP, EVENT, "accounts.welcome", true));
        then(new EffectRetried(UPKEEP, EVENT, "accounts.welcome", true));
    }
}
