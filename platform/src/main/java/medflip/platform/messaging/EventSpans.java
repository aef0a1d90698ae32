package medflip.platform.messaging;

import java.time.Clock;
import java.time.Duration;
import medflip.platform.command.MessageMetadata;
import medflip.platform.trace.TracePoint;
import medflip.platform.trace.Traces;
import medflip.platform.view.Automation;
import medflip.platform.view.Projection;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;

/** What projections and automations do with the events of a traced command are spans beneath that. */
final class EventSpans implements HandlerEnhancerDefinition {

    /** What takes an event later than this, fills something anew, and is no part of what was asked then. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final Traces traces;
    private final Clock clock;

    EventSpans(Traces traces, Clock clock) {
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
        Class<?> handler = original.declaringClass();
        return handler.isAnnotationPresent(Projection.class) || handler.isAnnotationPresent(Automation.class)
                ? new Traced<>(original)
                : original;
    }

    private @Nullable TracePoint cause(Message<?> message) {
        MetaData metadata = message.getMetaData();
        TracePoint command = TracePoint.ofCommand(
                metadata.get(MessageMetadata.CORRELATION), metadata.get(MessageMetadata.CAUSATION));
        return command != null
                        && message instanceof EventMessage<?> event
                        && event.getTimestamp().isAfter(clock.instant().minus(LATEST))
                ? command
                : null;
    }

    private final class Traced<T> extends WrappedMessageHandlingMember<T> {

        private final String handler;

        Traced(MessageHandlingMember<T> original) {
            super(original);
            this.handler = original.declaringClass().getSimpleName();
        }

        @Override
        public @Nullable Object handle(Message<?> message, @Nullable T target) throws Exception {
            TracePoint cause = cause(message);
            return cause == null
                    ? super.handle(message, target)
                    : traces.within(
                            cause,
                            null,
                            handler + " " + message.getPayloadType().getSimpleName(),
                            message.getMetaData().get(MessageMetadata.TENANT),
                            () -> super.handle(message, target));
        }
    }
}
