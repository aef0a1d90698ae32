package medflip.platform.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import medflip.kernel.AggregateId;
import medflip.kernel.TenantId;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Refuses a command without tenant and actor, or one that names, anywhere, an id of another tenant. */
final class TenantBoundary implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        CommandMessage<?> command = unitOfWork.getMessage();
        requireOwn(command.getPayload(), MessageMetadata.tenant(command));
        return chain.proceed();
    }

    private static void requireOwn(@Nullable Object value, TenantId tenant) throws ReflectiveOperationException {
        switch (value) {
            case AggregateId id -> Rejection.require(id.tenantId().equals(tenant), RequestRejection.NOT_FOUND);
            case Collection<?> many -> {
                for (Object each : many) {
                    requireOwn(each, tenant);
                }
            }
            case Record record
            when record.getClass().getName().startsWith("medflip.") -> requireOwnParts(record, tenant);
            case null, default -> {}
        }
    }

    private static void requireOwnParts(Record record, TenantId tenant) throws ReflectiveOperationException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                requireOwn(component.getAccessor().invoke(record), tenant);
            } catch (InvocationTargetException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
