package medflip.deals.write;

import medflip.deals.events.DealRules;
import medflip.deals.events.DealRulesEvent.DealRulesSet;
import medflip.deals.events.DealRulesId;
import medflip.deals.write.DealRulesCommand.SetDealRules;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class RulebookTest extends AggregateSpec<Rulebook> {

    private static final DealRulesId RULES = DealRulesId.of(TENANT);
    private static final DealRules PATIENT = new DealRules(60, null);

    @Test
    void rules_are_set_also_where_they_are_the_usual_ones() {
        given();
        when(new SetDealRules(RULES, DealRules.USUAL));
        then(new DealRulesSet(RULES, DealRules.USUAL));
    }

    @Test
    void rules_are_changed_and_the_same_again_are_none() {
        given(new DealRulesSet(RULES, DealRules.USUAL));
        when(new SetDealRules(RULES, PATIENT));
        then(new DealRulesSet(RULES, PATIENT));
        given(new DealRulesSet(RULES, PATIENT));
        when(new SetDealRules(RULES, PATIENT));
        thenNothing();
    }
}
