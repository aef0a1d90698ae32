package medflip.platform.routing;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.InstructionAck;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc;
import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What of Axon Server passes commands and questions on, and holds events, over real connections: the connector can't
 * tell it from the real one.
 */
final class Switchboard implements AutoCloseable {

    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final CopyOnWriteArrayList<StreamObserver<QueryProviderInbound>> answering = new CopyOnWriteArrayList<>();
    private final Map<String, StreamObserver<QueryResponse>> asking = new ConcurrentHashMap<>();
    private final Map<String, StreamObserver<CommandResponse>> waiting = new ConcurrentHashMap<>();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Server server;
    private volatile boolean losesAnswers;

    /** @param port a free one, or 0 */
    Switchboard(int port) {
        this(port, new HeldEvents());
    }

    /** @param events what it holds, which outlives it */
    Switchboard(int port, HeldEvents events) {
        try {
            server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .addService(new Platform())
                    .addService(new Commands())
                    .addService(new Queries())
                    .addService(events)
                    .build()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getPort();
    }

    /** Commands that are handled by at least one process. */
    int offered() {
        return lines.stream().mapToInt(line -> line.handled.size()).sum();
    }

    /** Processes that answer questions. */
    int answering() {
        return answering.size();
    }

    /** Everything that went through it, as it could read it. */
    List<String> seen() {
        return List.copyOf(seen);
    }

    /** From here on what a process answers doesn't get through. */
    void loseAnswers() {
        losesAnswers = true;
    }

    /** Gone at once, as after kill -9. */
    @Override
    public void close() {
        server.shutdownNow();
    }

    /** One process that handles commands. */
    private static final class Line {
        private final Set<String> handled = ConcurrentHashMap.newKeySet();
        private final StreamObserver<CommandProviderInbound> out;

        Line(StreamObserver<CommandProviderInbound> out) {
            this.out = out;
        }

        synchronized void send(CommandProviderInbound message) {
            out.onNext(message);
        }
    }

    private final class Commands extends CommandServiceGrpc.CommandServiceImplBase {

        @Override
        public void dispatch(Command command, StreamObserver<CommandResponse> caller) {
            seen.add(command.toString());
            String key = command.getProcessingInstructionsList().stream()
                    .filter(each -> each.getKey() == ProcessingKey.ROUTING_KEY)
                    .map(each -> each.getValue().getTextValue())
                    .findFirst()
                    .orElseThrow();
            List<Line> able = lines.stream()
                    .filter(line -> line.handled.contains(command.getName()))
                    .toList();
            if (able.isEmpty()) {
                caller.onNext(CommandResponse.newBuilder()
                        .setErrorCode("AXONIQ-4000")
                        .setErrorMessage(ErrorMessage.newBuilder().setMessage("Nobody does this"))
                        .build());
                caller.onCompleted();
                return;
            }
            waiting.put(command.getMessageIdentifier(), caller);
            able.get(Math.floorMod(key.hashCode(), able.size()))
                    .send(CommandProviderInbound.newBuilder()
                            .setCommand(command)
                            .build());
        }

        @Override
        public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> out) {
            Line line = new Line(out);
            lines.add(line);
            return new Incoming<>(out, () -> lines.remove(line)) {
                @Override
                public void onNext(CommandProviderOutbound said) {
                    switch (said.getRequestCase()) {
                        case SUBSCRIBE -> line.handled.add(said.getSubscribe().getCommand());
                        case UNSUBSCRIBE ->
                            line.handled.remove(said.getUnsubscribe().getCommand());
                        case COMMAND_RESPONSE -> answer(said.getCommandResponse());
                        default -> {}
                    }
                    if (!said.getInstructionId().isEmpty()) {
                        line.send(CommandProviderInbound.newBuilder()
                                .setAck(ack(said.getInstructionId()))
                                .build());
                    }
                }
            };
        }

        private void answer(CommandResponse response) {
            seen.add(response.toString());
            StreamObserver<CommandResponse> caller = waiting.remove(response.getRequestIdentifier());
            if (losesAnswers) {
                caller.onError(Status.UNAVAILABLE.asRuntimeException());
            } else {
                caller.onNext(response);
                caller.onCompleted();
            }
        }
    }

    private final class Queries extends QueryServiceGrpc.QueryServiceImplBase {

        @Override
        public void query(QueryRequest question, StreamObserver<QueryResponse> asker) {
            seen.add(question.toString());
            if (answering.isEmpty()) {
                asker.onNext(QueryResponse.newBuilder()
                        .setRequestIdentifier(question.getMessageIdentifier())
                        .setErrorCode("AXONIQ-5000")
                        .setErrorMessage(ErrorMessage.newBuilder().setMessage("Nobody answers this"))
                        .build());
                asker.onCompleted();
                return;
            }
            asking.put(question.getMessageIdentifier(), asker);
            answering
                    .getFirst()
                    .onNext(QueryProviderInbound.newBuilder().setQuery(question).build());
        }

        @Override
        public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> out) {
            return new Incoming<>(out, () -> answering.remove(out)) {
                @Override
                public void onNext(QueryProviderOutbound said) {
                    switch (said.getRequestCase()) {
                        case SUBSCRIBE -> answering.addIfAbsent(out);
                        case UNSUBSCRIBE -> answering.remove(out);
                        case QUERY_RESPONSE -> answer(said.getQueryResponse());
                        default -> {}
                    }
                    if (!said.getInstructionId().isEmpty()) {
                        out.onNext(QueryProviderInbound.newBuilder()
                                .setAck(ack(said.getInstructionId()))
                                .build());
                    }
                }
            };
        }

        /** The connector may send an answer twice, where it was asked for while it came about. */
        private void answer(QueryResponse response) {
            seen.add(response.toString());
            StreamObserver<QueryResponse> asker = asking.remove(response.getRequestIdentifier());
            if (asker != null && losesAnswers) {
                asker.onError(Status.UNAVAILABLE.asRuntimeException());
            } else if (asker != null) {
                asker.onNext(response);
                asker.onCompleted();
            }
        }
    }

    private static final class Platform extends PlatformServiceGrpc.PlatformServiceImplBase {

        @Override
        public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> caller) {
            caller.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
            caller.onCompleted();
        }

        @Override
        public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> out) {
            return new Incoming<>(out, () -> {}) {
                @Override
                public void onNext(PlatformInboundInstruction said) {
                    if (!said.getInstructionId().isEmpty()) {
                        out.onNext(PlatformOutboundInstruction.newBuilder()
                                .setAck(ack(said.getInstructionId()))
                                .build());
                    }
                }
            };
        }
    }

    private abstract static class Incoming<T> implements StreamObserver<T> {
        private final StreamObserver<?> out;
        private final Runnable gone;

        Incoming(StreamObserver<?> out, Runnable gone) {
            this.out = out;
            this.gone = gone;
        }

        @Override
        public void onError(Throwable broken) {
            gone.run();
        }

        @Override
        public void onCompleted() {
            gone.run();
            out.onCompleted();
        }
    }

    private static InstructionAck ack(String instruction) {
        return InstructionAck.newBuilder()
                .setInstructionId(instruction)
                .setSuccess(true)
                .build();
    }
}
