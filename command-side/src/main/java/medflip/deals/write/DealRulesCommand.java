package medflip.deals.write;

import medflip.deals.events.DealRules;
import medflip.deals.events.DealRulesId;
import medflip.platform.command.Command;

/** What can be asked about the rules that a business has for its deals. */
public sealed interface DealRulesCommand extends Command {
    DealRulesId rulesId();

    @Override
    default DealRulesId aggregateId() {
        return rulesId();
    }

    /** Sets the rules; the same again change nothing. */
    record SetDealRules(DealRulesId rulesId, DealRules rules) implements DealRulesCommand {}
}
