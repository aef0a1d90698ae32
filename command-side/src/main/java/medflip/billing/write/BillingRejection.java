package medflip.billing.write;

import medflip.platform.command.Rejection;

/** Why a wish about the subscription is refused. */
enum BillingRejection implements Rejection {
    NOT_SUBSCRIBED("There is no subscription that runs. Choose a plan first.", Kind.CONFLICT),
    SUBSCRIBED_ALREADY("There is a subscription that runs. Change it instead of taking a second one.", Kind.CONFLICT),
    NO_CUSTOMER("Nothing was paid here yet, so Stripe knows nothing of you. Choose a plan first.", Kind.CONFLICT),
    NO_SUCH_PLAN("There is no such plan (any more).", Kind.UNPROCESSABLE),
    PLAN_IS_THE_SAME("This is the plan that you have.", Kind.CONFLICT),
    NOTHING_TO_DROP("No change waits for the end of the period.", Kind.CONFLICT),
    PAYMENT_DECLINED(
            "Your bank didn't take the payment, so nothing was changed. See to your card, then try again.",
            Kind.UNPROCESSABLE),
    STRIPE_REFUSES("Stripe doesn't take this. Nothing was changed.", Kind.UNPROCESSABLE),
    STRIPE_SILENT("Stripe doesn't answer right now. Try again in a minute: nothing is done twice.", Kind.CONFLICT);

    private final Because because;

    BillingRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
