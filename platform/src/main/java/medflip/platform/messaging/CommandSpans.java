package medflip.platform.messaging;

import medflip.platform.command.MessageMetadata;
import medflip.platform.trace.TracePoint;
import medflip.platform.trace.Traces;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** A traced command is a span in the process that decides it, whichever process sent it. */
final class CommandSpans implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final Traces traces;

    CommandSpans(Traces traces) {
        this.traces = traces;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        CommandMessage<?> command = unitOfWork.getMessage();
        TracePoint sent = TracePoint.of(command.getMetaData().get(MessageMetadata.TRACE));
        return sent == null
                ? chain.proceed()
                : traces.within(
                        sent,
                        TracePoint.spanOf(command.getIdentifier()),
                        "command " + command.getPayloadType().getSimpleName(),
                        command.getMetaData().get(MessageMetadata.TENANT),
                        chain::proceed);
    }
}
