package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import medflip.accounts.events.ApiKeyEvent.ApiKeyMade;
import medflip.accounts.events.ApiKeyEvent.ApiKeyRevoked;
import medflip.accounts.events.ApiKeyId;
import medflip.accounts.write.ApiKeyCommand.MakeApiKey;
import medflip.accounts.write.ApiKeyCommand.RevokeApiKey;
import medflip.platform.command.TenantAggregate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** A key by which another system calls the API. */
@Aggregate(cache = "aggregateCache")
class ApiKey extends TenantAggregate {

    @AggregateIdentifier
    private ApiKeyId id;

    private boolean revoked;

    ApiKey() {}

    @CommandHandler
    ApiKey(MakeApiKey command) {
        apply(new ApiKeyMade(
                command.apiKeyId(), command.name(), command.scopes(), command.tokenHash(), command.goodUntil()));
    }

    @EventSourcingHandler
    void evolve(ApiKeyMade event) {
        id = event.apiKeyId();
    }

    @CommandHandler
    void decide(RevokeApiKey command) {
        require(!revoked, AccountRejection.KEY_REVOKED);
        apply(new ApiKeyRevoked(id));
    }

    @EventSourcingHandler
    void evolve(ApiKeyRevoked event) {
        revoked = true;
    }

    @Override
    protected ApiKeyId id() {
        return id;
    }
}
