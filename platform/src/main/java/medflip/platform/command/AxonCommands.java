package medflip.platform.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import medflip.platform.command.PastAnswers.PastAnswer;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.tenancy.Caller;
import medflip.platform.trace.TracePoint;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands over Axon's bus. A repeat of an Idempotency-Key is found where it hurts: it fails (the key is taken,
 * or the aggregate has moved on), and then the first answer is looked up; so a command that is no repeat pays nothing.
 */
public final class AxonCommands implements Commands, Rehearsal {

    /** On a conflict the aggregate is loaded afresh and decides again; more often than this, it is contended. */
    private static final int ATTEMPTS = 5;

    private final CommandBus bus;
    private final PastAnswers pastAnswers;
    private final ClosedAccounts closed;
    private final AccessBySubscription access;
    /** Of commands that come from within another unit of work. They are used again, as Tink's randomness wants it. */
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("command-", 0).daemon().factory());

    public AxonCommands(CommandBus bus, PastAnswers pastAnswers, ClosedAccounts closed, AccessBySubscription access) {
        this.bus = bus;
        this.pastAnswers = pastAnswers;
        this.closed = closed;
        this.access = access;
    }

    /** Puts the checks and the receipt that every command needs on a bus. */
    public static <B extends CommandBus> B guard(B bus) {
        bus.registerHandlerInterceptor(new TenantBoundary());
        bus.registerHandlerInterceptor(new ReceiptInterceptor());
        bus.registerHandlerInterceptor(new Curtain());
        return bus;
    }

    @Override
    public Accepted send(Caller caller, Command command, Conditions conditions) {
        requireOpen(caller, command);
        Map<String, Object> metadata = metadata(caller, conditions);
        return CurrentUnitOfWork.isStarted()
                ? result(threads.submit(() -> answered(caller, command, conditions, metadata)))
                : answered(caller, command, conditions, metadata);
    }

    /**
     * What the service does by itself goes on in an account that is closed or isn't paid: an import that runs, a
     * deadline that passes, what people write.
     */
    @Override
    public void requireOpen(Caller caller) {
        if (caller.isSomebody()) {
            Rejection.require(!closed.isClosed(caller.tenant()), RequestRejection.ACCOUNT_CLOSED);
            Rejection.require(access.of(caller.tenant()).mayWrite(), RequestRejection.SUBSCRIPTION_NEEDED);
        }
    }

    private void requireOpen(Caller caller, Command command) {
        if (!(command instanceof AllowedWhenClosed)) {
            requireOpen(caller);
        }
    }

    /** All at once: they share commits, instead of each waiting for one of its own. */
    @Override
    public void sendAll(Caller caller, Collection<? extends Command> commands) {
        commands.forEach(command -> requireOpen(caller, command));
        Map<String, Object> metadata = metadata(caller, Conditions.NONE);
        List<Future<Accepted>> sent = commands.stream()
                .map(command -> threads.submit(() -> answered(caller, command, Conditions.NONE, metadata)))
                .toList();
        sent.forEach(AxonCommands::result);
    }

    private static Map<String, Object> metadata(Caller caller, Conditions conditions) {
        Map<String, Object> metadata = MessageMetadata.of(caller, conditions, PublishedPolicy.VERSION);
        if (CurrentUnitOfWork.isStarted()) {
            // Within a processor's unit of work: the command is one of its own, on its own thread, caused by that
            // event.
            // A key names one wish; what that wish causes are others.
            MetaData cause = CurrentUnitOfWork.get()
                    .getCorrelationData()
                    .withoutKeys(Set.of(
                            MessageMetadata.IDEMPOTENCY_KEY,
                            MessageMetadata.REQUEST_HASH,
                            MessageMetadata.SESSION,
                            MessageMetadata.UNDOES,
                            MessageMetadata.UNDO_REASON));
            cause.forEach(metadata::putIfAbsent);
        }
        TracePoint here = TracePoint.here();
        if (here != null) {
            metadata.put(MessageMetadata.TRACE, here.toString());
            metadata.putIfAbsent(MessageMetadata.CORRELATION, here.trace());
        }
        return metadata;
    }

    @Override
    public Optional<CommandRejected.Reason> refusal(Caller caller, Command command, Conditions conditions) {
        Map<String, Object> metadata = MessageMetadata.of(
                caller, new Conditions(null, null, conditions.expectedVersion()), PublishedPolicy.VERSION);
        metadata.put(MessageMetadata.REHEARSAL, true);
        try {
            dispatch(command, metadata);
        } catch (Granted granted) {
            return Optional.empty();
        } catch (CommandRejected refused) {
            return Optional.of(refused.reason());
        } catch (AggregateNotFoundException absent) {
            return Optional.of(new CommandRejected(RequestRejection.NOT_FOUND).reason());
        }
        throw new IllegalStateException("A rehearsal of " + command + " was no rehearsal");
    }

    private Accepted answered(Caller caller, Command command, Conditions conditions, Map<String, Object> metadata) {
        for (int attempt = 1; ; attempt++) {
            try {
                return dispatch(command, metadata)
                        .accepted(command.aggregateId().value());
            } catch (ConcurrencyException conflict) {
                Optional<Accepted> past = past(caller, conditions);
                if (past.isPresent()) {
                    return past.get();
                }
                if (attempt == ATTEMPTS) {
                    throw new CommandRejected(RequestRejection.CONFLICT);
                }
            } catch (CommandRejected refused) {
                return past(caller, conditions).orElseThrow(() -> refused);
            } catch (AggregateNotFoundException absent) {
                throw new CommandRejected(RequestRejection.NOT_FOUND);
            }
        }
    }

    private Optional<Accepted> past(Caller caller, Conditions conditions) {
        if (conditions.idempotencyKey() == null) {
            return Optional.empty();
        }
        Optional<PastAnswer> past = pastAnswers.find(caller.tenant(), conditions.idempotencyKey());
        past.ifPresent(answer -> Rejection.require(
                answer.requestHash().equals(conditions.requestHash()), RequestRejection.IDEMPOTENCY_MISMATCH));
        return past.map(PastAnswer::accepted);
    }

    private Receipt dispatch(Command command, Map<String, Object> metadata) {
        FutureCallback<Command, Receipt> callback = new FutureCallback<>();
        bus.dispatch(new GenericCommandMessage<>(command, metadata), callback);
        var result = callback.getResult();
        if (result.isExceptional()) {
            throw unchecked(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static Accepted result(Future<Accepted> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command was on its way", e);
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return thrown instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("A command handler threw a checked exception", thrown);
    }
}
