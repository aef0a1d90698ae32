package medflip.deals.read.payouts;

import medflip.kernel.Money;

/** What the payouts of one stage add up to, in the business's currency. */
record PayoutSum(PayoutStage stage, long payouts, Money amount) {}
