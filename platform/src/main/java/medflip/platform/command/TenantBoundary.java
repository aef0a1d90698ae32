package medflip.platform.command;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

    private static void requireOwn(@Nullable Object value, TenantId tenant) {
        switch (value) {
            case AggregateId id -> Rejection.require(id.tenantId().equals(tenant), RequestRejection.NOT_FOUND);
            case Collection<?> many -> many.forEach(each -> requireOwn(each, tenant));
            case Record record
            when isOurs(record.getClass()) -> {
                for (Method part : PARTS.get(record.getClass())) {
                    requireOwn(read(part, record), tenant);
                }
            }
            case null, default -> {}
        }
    }

    /** The components of a record that can hold an id, found out once for each class. */
    private static final ClassValue<List<Method>> PARTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> isOurs(component.getType())
                            || !component.getType().isPrimitive()
                                    && !Modifier.isFinal(component.getType().getModifiers()))
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toList();
        }
    };

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("medflip.");
    }

    private static @Nullable Object read(Method part, Record record) {
        try {
            return part.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
