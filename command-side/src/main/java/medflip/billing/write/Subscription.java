package medflip.billing.write;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.billing.events.SubscriptionEvent;
import medflip.billing.events.SubscriptionId;
import medflip.billing.write.SubscriptionCommand.AnnounceRenewal;
import medflip.billing.write.SubscriptionCommand.AnnounceTrialEnd;
import medflip.billing.write.SubscriptionCommand.BeginCheckout;
import medflip.billing.write.SubscriptionCommand.BeginTrial;
import medflip.billing.write.SubscriptionCommand.EndCheckout;
import medflip.billing.write.SubscriptionCommand.MirrorInvoice;
import medflip.billing.write.SubscriptionCommand.MirrorSubscription;
import medflip.billing.write.SubscriptionCommand.NoteConfirmationAsked;
import medflip.billing.write.SubscriptionCommand.NoteCustomerGone;
import medflip.billing.write.SubscriptionCommand.NoteDispute;
import medflip.billing.write.SubscriptionCommand.NoteInvoiceStuck;
import medflip.billing.write.SubscriptionCommand.NotePaymentMethodNeed;
import medflip.billing.write.SubscriptionCommand.NoteRefund;
import medflip.billing.write.SubscriptionCommand.OpenCustomer;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** What a business pays for the service. Stripe decides; here it is noted, by a {@link Mirror}. */
@Aggregate(cache = "aggregateCache")
class Subscription extends TenantAggregate {

    @AggregateIdentifier
    private @Nullable SubscriptionId id;

    private final Mirror mirror = new Mirror();

    Subscription() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(BeginTrial command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AnnounceTrialEnd command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AnnounceRenewal command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenCustomer command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NoteCustomerGone command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(BeginCheckout command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(EndCheckout command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MirrorSubscription command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(MirrorInvoice command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NoteConfirmationAsked command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NoteInvoiceStuck command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NoteRefund command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NoteDispute command) {
        note(command);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(NotePaymentMethodNeed command) {
        note(command);
    }

    private void note(SubscriptionCommand command) {
        mirror.decide(command).forEach(event -> apply(event));
    }

    @EventSourcingHandler
    void evolve(SubscriptionEvent event) {
        id = event.subscriptionId();
        mirror.evolve(event);
    }

    @Override
    protected @Nullable SubscriptionId id() {
        return id;
    }
}
