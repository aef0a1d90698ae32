package medflip.operations.read.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.operations.events.UpkeepEvent.DeadLetterRetried;
import medflip.operations.events.UpkeepEvent.DeadLetterSkipped;
import medflip.operations.events.UpkeepEvent.EffectRetried;
import medflip.operations.events.UpkeepId;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.QuerySide;
import org.junit.jupiter.api.Test;

class ActsProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new ActsProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final UpkeepId upkeep = UpkeepId.of(fixture.tenant());
    private final ActsStore store = QuerySide.bean(ActsStore.class);

    @Test
    void each_step_of_an_operator_is_shown_to_the_business_the_newest_first() {
        fixture.given(
                new DeadLetterRetried(upkeep, new UUID(7, 1), "deals.QuoteGiven", "deals.deals"),
                new DeadLetterSkipped(
                        upkeep, new UUID(7, 1), "deals.QuoteGiven", "deals.deals", new PersonalText("It is mended")),
                new EffectRetried(upkeep, new UUID(7, 2), "accounts.welcome", false),
                facts.supportEntered());
        assertThat(store.of(fixture.tenant()))
                .extracting(OperatorAct::event)
                .containsExactly(
                        "accounts.SupportEntered",
                        "operations.EffectRetried",
                        "operations.DeadLetterSkipped",
                        "operations.DeadLetterRetried");
        assertThat(store.of(fixture.tenant()).get(2).reason()).isEqualTo("It is mended");
        assertThat(store.all()).containsAll(store.of(fixture.tenant()));
    }

    @Test
    void what_an_owner_does_is_no_act_of_an_operator() {
        fixture.given(facts.supportGranted());
        assertThat(store.of(fixture.tenant())).isEmpty();
    }
}
