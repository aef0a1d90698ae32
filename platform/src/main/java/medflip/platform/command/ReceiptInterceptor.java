package medflip.platform.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Hangs a {@link Receipt} on each command's unit of work and answers with it. */
final class ReceiptInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
        Receipt receipt = new Receipt();
        unitOfWork.resources().put(Receipt.RESOURCE, receipt);
        chain.proceed();
        return receipt;
    }
}
