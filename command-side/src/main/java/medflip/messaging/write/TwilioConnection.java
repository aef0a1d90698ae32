package medflip.messaging.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.AccountId;
import medflip.kernel.TenantId;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnected;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnectionBroken;
import medflip.messaging.events.TwilioConnectionEvent.TwilioDisconnected;
import medflip.messaging.events.TwilioConnectionId;
import medflip.messaging.write.TwilioConnectionCommand.ConnectTwilio;
import medflip.messaging.write.TwilioConnectionCommand.DisconnectTwilio;
import medflip.messaging.write.TwilioConnectionCommand.NoteBrokenConnection;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A business's connection with Twilio. */
@Aggregate(cache = "aggregateCache")
class TwilioConnection extends TenantAggregate {

    @AggregateIdentifier
    private TwilioConnectionId id;

    private boolean connected;
    private boolean broken;

    TwilioConnection() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ConnectTwilio command) {
        TenantId tenant = command.connectionId().tenantId();
        apply(new TwilioConnected(
                command.connectionId(),
                AccountId.of(tenant, tenant.value()),
                command.credentialsId(),
                command.accountEnding(),
                command.numberEnding(),
                command.introduction()));
    }

    @EventSourcingHandler
    void evolve(TwilioConnected event) {
        id = event.connectionId();
        connected = true;
        broken = false;
    }

    @CommandHandler
    void decide(DisconnectTwilio command) {
        require(connected, TextingRejection.NOT_CONNECTED);
        apply(new TwilioDisconnected(id));
    }

    @EventSourcingHandler
    void evolve(TwilioDisconnected event) {
        connected = false;
    }

    @CommandHandler
    void decide(NoteBrokenConnection command) {
        if (connected && !broken) {
            apply(new TwilioConnectionBroken(id, command.errorCode()));
        }
    }

    @EventSourcingHandler
    void evolve(TwilioConnectionBroken event) {
        broken = true;
    }

    @Override
    protected @Nullable TwilioConnectionId id() {
        return id;
    }
}
