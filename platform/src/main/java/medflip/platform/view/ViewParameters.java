package medflip.platform.view;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import medflip.kernel.StoredName;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.UndoReason;
import medflip.platform.command.Undone;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Gives a projection's handlers their {@link Rows} and {@link Recorded}. */
public final class ViewParameters implements ParameterResolverFactory {

    static final String ROWS = Rows.class.getName();

    @Override
    public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
        Class<?> type = parameters[index].getType();
        if (type == Rows.class) {
            return resolver(message -> CurrentUnitOfWork.get().root().<Rows>getResource(ROWS));
        }
        if (type == Recorded.class) {
            return resolver(ViewParameters::recorded);
        }
        return null;
    }

    static Recorded recorded(EventMessage<?> event) {
        String actor = (String) event.getMetaData().get(MessageMetadata.ACTOR);
        if (actor == null) {
            throw new MessageMetadata.MissingMetadata(event.getPayloadType().getSimpleName() + " carries no actor.");
        }
        return new Recorded(
                position(event), event.getTimestamp(), actor, StoredName.of(event.getPayloadType()), undone(event));
    }

    private static @Nullable Undone undone(EventMessage<?> event) {
        String position = (String) event.getMetaData().get(MessageMetadata.UNDOES);
        String reason = (String) event.getMetaData().get(MessageMetadata.UNDO_REASON);
        return position == null || reason == null
                ? null
                : new Undone(Long.parseLong(position), UndoReason.valueOf(reason));
    }

    /** Global position of an event that came from the store; 0 for one that didn't. */
    static long position(Message<?> event) {
        return event instanceof TrackedEventMessage<?> tracked ? position(tracked.trackingToken()) : 0;
    }

    static long position(@Nullable TrackingToken token) {
        return WrappedToken.unwrapUpperBound(token) instanceof GlobalSequenceTrackingToken global
                ? global.getGlobalIndex()
                : 0;
    }

    private static <T> ParameterResolver<T> resolver(java.util.function.Function<EventMessage<?>, T> value) {
        return new ParameterResolver<>() {
            @Override
            public T resolveParameterValue(Message<?> message) {
                return value.apply((EventMessage<?>) message);
            }

            @Override
            public boolean matches(Message<?> message) {
                return message instanceof EventMessage<?>;
            }
        };
    }
}
