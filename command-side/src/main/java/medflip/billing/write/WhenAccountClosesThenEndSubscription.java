package medflip.billing.write;

import java.util.List;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.billing.write.StripeChannel.Act;
import medflip.kernel.TenantId;
import medflip.platform.outbox.Effect;
import medflip.platform.outbox.Outbox;
import medflip.platform.view.Automation;
import medflip.platform.view.Recorded;
import org.axonframework.eventhandling.EventHandler;

/**
 * Who leaves pays no further period; who comes back before it ends goes on; and who is erased is erased at Stripe too
 * (policy promise P7).
 */
@Automation(processingGroup = "billing.end-subscriptions")
class WhenAccountClosesThenEndSubscription {

    private final Outbox outbox;
    private final Standings standings;

    WhenAccountClosesThenEndSubscription(Outbox outbox, Standings standings) {
        this.outbox = outbox;
        this.standings = standings;
    }

    @EventHandler
    void react(AccountClosed event, Recorded recorded) {
        put(event.accountId().tenantId(), recorded, Act.END);
    }

    @EventHandler
    void react(AccountReopened event, Recorded recorded) {
        put(event.accountId().tenantId(), recorded, Act.GO_ON);
    }

    @EventHandler
    void react(AccountErasureBegun event, Recorded recorded) {
        put(event.accountId().tenantId(), recorded, Act.ERASE);
    }

    private void put(TenantId tenant, Recorded recorded, Act act) {
        String customer = standings.find(tenant).customer();
        if (customer != null) {
            outbox.put(Effect.of(
                    recorded,
                    AccountId.of(tenant, tenant.value()),
                    StripeChannel.NAME,
                    "billing." + act.word(),
                    StripeChannel.content(act, customer, List.of())));
        }
    }
}
