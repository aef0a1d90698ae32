package medflip.billing.write;

import medflip.accounts.events.AccountId;
import medflip.billing.write.StripeChannel.Act;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.outbox.Outbox;
import medflip.platform.outbox.Outbox.Settled;
import medflip.platform.privacy.Forgets.Forgotten;
import medflip.platform.privacy.ForgetsElsewhere;
import org.springframework.stereotype.Component;

/**
 * What Stripe has of a business: a customer, with what whoever paid told Stripe there. It is deleted when the erasure
 * of the business begins ({@link WhenAccountClosesThenEndSubscription}); how that went is told here. Of a business's
 * own people Stripe is never told anything.
 *
 * @see <a href="https://docs.stripe.com/privacy/deletion-requests">Deletion and redaction</a>
 */
@Component
class CustomerAtStripe implements ForgetsElsewhere {

    private static final String SERVICE = "Stripe";

    private final Outbox outbox;

    CustomerAtStripe(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void ask(DataSubject erasure, Forgotten who) {
        // It is told nothing of a person.
    }

    @Override
    public Elsewhere standing(DataSubject erasure) {
        return new Elsewhere(
                SERVICE,
                0,
                0,
                0,
                "Stripe is told of businesses alone. What somebody told it themselves when they paid for one is deleted"
                        + " with the business.");
    }

    @Override
    public Elsewhere ofBusiness(TenantId tenant) {
        Settled settled = outbox.settled(AccountId.of(tenant, tenant.value()), "billing." + Act.ERASE.word());
        return new Elsewhere(SERVICE, settled.done(), settled.waiting(), settled.failed(), remark(settled));
    }

    private static String remark(Settled settled) {
        if (settled.failed() > 0) {
            return "The customer there couldn't be deleted (" + settled.reason()
                    + "). Whoever runs the service deletes it at Stripe by hand.";
        }
        if (settled.waiting() > 0) {
            return "Stripe didn't answer until the last day. Whoever runs the service deletes the customer there by hand.";
        }
        return settled.done() > 0
                ? "The customer there was deleted. Invoices and payments stay there for the books."
                : "The business was no customer there.";
    }
}
