package medflip.platform.command;

import static medflip.platform.command.Rejection.require;

import medflip.kernel.AggregateId;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.jspecify.annotations.Nullable;

/**
 * What every aggregate checks before it decides: that the command comes from its own tenant (a layer that holds even if
 * all others were off) and against the version that the caller saw.
 */
public abstract class TenantAggregate {

    /** Null only while a command that creates it is being decided. */
    protected abstract @Nullable AggregateId id();

    @CommandHandlerInterceptor
    final void guard(CommandMessage<?> command) {
        AggregateId id = id();
        if (id == null) {
            return;
        }
        require(id.tenantId().equals(MessageMetadata.tenant(command)), RequestRejection.NOT_FOUND);
        CurrentUnitOfWork.map(unitOfWork -> unitOfWork.<Receipt>getResource(Receipt.RESOURCE))
                .ifPresent(receipt -> receipt.found(id.value(), AggregateLifecycle.getVersion()));
        Object expected = command.getMetaData().get(MessageMetadata.EXPECTED_VERSION);
        require(
                expected == null || ((Number) expected).longValue() == AggregateLifecycle.getVersion(),
                RequestRejection.VERSION_CONFLICT);
    }
}
