package medflip.platform.routing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import medflip.platform.command.Command;
import medflip.platform.command.CommandOutcome;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.StorageAway;
import medflip.platform.database.DatabaseAway;
import medflip.platform.text.FaultLine;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.callbacks.NoOpCallback;
import org.axonframework.common.Registration;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each command to the process that decides for its aggregate, so that commands that meet do so in one process,
 * whose cache is never stale.
 *
 * <p>That is all that is gained by it, and nothing rests on it: the event store refuses whoever was slower, whichever
 * process that is. So a command is decided here where nobody else can be asked, and also where the answer was lost, if
 * it may be repeated.
 */
final class RoutedCommands implements CommandBus {

    private static final Logger log = LoggerFactory.getLogger(RoutedCommands.class);

    /** Of a sent command: its aggregate, by which it is decided where it goes. */
    static final String AGGREGATE = "aggregateId";

    /** Characters; above twice as many Axon Server refuses a message. */
    private static final int LARGEST = 2_000_000;

    private final CommandBus here;
    private final CommandBus elsewhere;
    private final BooleanSupplier reachable;
    private final CommandForm form;
    private final Duration patience;
    private final LongAdder told = new LongAdder();
    private final LongAdder alone = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder taken = new LongAdder();

    /**
     * @param here decides; its handlers are offered to the other processes too
     * @param router makes, of the bus that decides what others send, the one by which this process sends
     * @param reachable whether sending has a chance
     * @param patience how long an answer may take; longer than any commit
     */
    RoutedCommands(
            CommandBus here,
            UnaryOperator<CommandBus> router,
            BooleanSupplier reachable,
            CommandForm form,
            Duration patience) {
        this.here = here;
        this.elsewhere = router.apply(new FromElsewhere());
        this.reachable = reachable;
        this.form = form;
        this.patience = patience;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, NoOpCallback.INSTANCE);
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        callback.onResult(command, reachable.getAsBoolean() ? routed(command) : alone(command));
    }

    /** How many commands of this process were decided where Axon Server sent them. */
    long told() {
        return told.sum();
    }

    /** How many commands of this process were decided here, since nobody could be asked or no answer came. */
    long alone() {
        return alone.sum();
    }

    /** How many commands of this process may have been done, or not. */
    long lost() {
        return lost.sum();
    }

    /** How many commands Axon Server sent to this process and were decided by it, whichever process asked. */
    long taken() {
        return taken.sum();
    }

    private <R> CommandResultMessage<R> routed(CommandMessage<?> command) {
        CommandMessage<String> sealed = sealed(command);
        if (sealed.getPayload().length() > LARGEST) {
            return alone(command);
        }
        CompletableFuture<CommandResultMessage<?>> answer = new CompletableFuture<>();
        elsewhere.dispatch(sealed, (sent, result) -> answer.complete(result));
        CommandResultMessage<?> result;
        try {
            result = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return unanswered(command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lost(command, e);
        }
        if (result.isExceptional()) {
            return result.exceptionResult() instanceof NoHandlerForCommandException
                    ? alone(command)
                    : unanswered(command, result.exceptionResult());
        }
        try {
            CommandOutcome outcome = form.readOutcome(command, result.getPayload());
            return switch (outcome.kind()) {
                case UNDECIDED -> alone(command);
                case UNKNOWN -> unanswered(command, new IllegalStateException("It lost its connection to the store"));
                default -> told(command, outcome);
            };
        } catch (MessageSeal.Unreadable e) {
            return unanswered(command, e);
        }
    }

    private CommandMessage<String> sealed(CommandMessage<?> command) {
        String aggregate = ((Command) command.getPayload()).aggregateId().value();
        return new GenericCommandMessage<>(
                new GenericMessage<>(command.getIdentifier(), form.write(command), Map.of(AGGREGATE, aggregate)),
                command.getCommandName());
    }

    @SuppressWarnings("unchecked") // what the bus here answers with too
    private <R> CommandResultMessage<R> told(CommandMessage<?> command, CommandOutcome outcome) {
        told.increment();
        return (CommandResultMessage<R>) outcome.result((Command) command.getPayload());
    }

    private <R> CommandResultMessage<R> alone(CommandMessage<?> command) {
        alone.increment();
        return decided(command);
    }

    private <C, R> CommandResultMessage<R> decided(CommandMessage<C> command) {
        FutureCallback<C, R> decision = new FutureCallback<>();
        here.dispatch(command, decision);
        return GenericCommandResultMessage.asCommandResultMessage(decision.getResult());
    }

    private <R> CommandResultMessage<R> unanswered(CommandMessage<?> command, Throwable cause) {
        if (mayBeRepeated(command)) {
            log.debug("No answer for {}; it is decided here: {}", command.getCommandName(), FaultLine.of(cause));
            CommandResultMessage<R> again = alone(command);
            // While there is nobody to tell whether the first was done, that isn't known.
            return again.isExceptional() && isAway(again.exceptionResult()) ? lost(command, cause) : again;
        }
        return lost(command, cause);
    }

    private static boolean isAway(Throwable failed) {
        return failed instanceof StorageAway || DatabaseAway.is(failed);
    }

    /**
     * Whether it may be done twice: under a key the store finds the first time, what the service sends by itself it
     * sends again after each crash, and a rehearsal does nothing.
     */
    private static boolean mayBeRepeated(CommandMessage<?> command) {
        MetaData metadata = command.getMetaData();
        return metadata.containsKey(MessageMetadata.IDEMPOTENCY_KEY)
                || metadata.containsKey(MessageMetadata.REHEARSAL)
                || !MessageMetadata.caller(command).isSomebody();
    }

    private <R> CommandResultMessage<R> lost(CommandMessage<?> command, Throwable cause) {
        lost.increment();
        return GenericCommandResultMessage.asCommandResultMessage(
                new CommandOutcomeUnknown(command.getPayloadType().getSimpleName(), cause));
    }

    @Override
    public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
        return elsewhere.subscribe(commandName, handler);
    }

    @Override
    public Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
        return here.registerHandlerInterceptor(handlerInterceptor);
    }

    /**
     * Commands are complete when they come here; an interceptor would see them sealed in one case and open in others.
     */
    @Override
    public Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
        throw new UnsupportedOperationException("Nothing is added to a command on its way");
    }

    /** The bus here, for what other processes send. */
    private final class FromElsewhere implements CommandBus {

        @Override
        public <C> void dispatch(CommandMessage<C> received) {
            dispatch(received, NoOpCallback.INSTANCE);
        }

        @Override
        public <C, R> void dispatch(CommandMessage<C> received, CommandCallback<? super C, ? super R> callback) {
            callback.onResult(
                    received,
                    GenericCommandResultMessage.asCommandResultMessage(form.write(received, decide(received))));
        }

        private CommandOutcome decide(CommandMessage<?> received) {
            CommandMessage<Command> command;
            try {
                command = form.read(received);
            } catch (MessageSeal.Unreadable e) {
                log.warn("{}; whoever sent it decides it", e.getMessage());
                return CommandOutcome.UNDECIDED;
            }
            taken.increment();
            CommandResultMessage<?> result = decided(command);
            CommandOutcome outcome = CommandOutcome.of(result);
            if (outcome.kind() == CommandOutcome.Kind.FAILED) {
                log.error(
                        "{} of another process failed: {}",
                        command.getCommandName(),
                        FaultLine.of(result.exceptionResult()));
            }
            return outcome;
        }

        @Override
        public Registration subscribe(String commandName, MessageHandler<? super CommandMessage<?>> handler) {
            return here.subscribe(commandName, handler);
        }

        @Override
        public Registration registerHandlerInterceptor(
                MessageHandlerInterceptor<? super CommandMessage<?>> handlerInterceptor) {
            return here.registerHandlerInterceptor(handlerInterceptor);
        }

        @Override
        public Registration registerDispatchInterceptor(
                MessageDispatchInterceptor<? super CommandMessage<?>> dispatchInterceptor) {
            return here.registerDispatchInterceptor(dispatchInterceptor);
        }
    }
}
