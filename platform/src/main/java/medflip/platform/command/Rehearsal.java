package medflip.platform.command;

import java.util.Optional;
import medflip.platform.tenancy.Caller;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Tries commands without doing anything: the aggregate decides as ever, and what it applied is dropped. */
public interface Rehearsal {

    /**
     * Why a command would be refused now; empty if it would be granted.
     *
     * @param conditions the version that the caller saw counts; a key doesn't, since nothing is done
     */
    Optional<CommandRejected.Reason> refusal(Caller caller, Command command, Conditions conditions);

    /** The command would have been granted; its unit of work is rolled back. */
    final class Granted extends CommandExecutionException {
        Granted() {
            super("This was only a rehearsal.", null, null, true);
        }
    }

    /** Ends each rehearsal before anything is stored. */
    final class Curtain implements MessageHandlerInterceptor<CommandMessage<?>> {

        @Override
        public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
                throws Exception {
            Object done = chain.proceed();
            if (unitOfWork.getMessage().getMetaData().containsKey(MessageMetadata.REHEARSAL)) {
                throw new Granted();
            }
            return done;
        }
    }
}
