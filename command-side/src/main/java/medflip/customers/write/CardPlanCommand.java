package medflip.customers.write;

import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlanId;
import medflip.platform.command.Command;

/** What can be asked about what a business writes on the cards of its people. */
public sealed interface CardPlanCommand extends Command {
    CardPlanId planId();

    @Override
    default CardPlanId aggregateId() {
        return planId();
    }

    /** Sets the plan; the same again changes nothing. */
    record SetCardPlan(CardPlanId planId, CardPlan plan) implements CardPlanCommand {}
}
