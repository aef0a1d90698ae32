package medflip.platform.routing;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetAggregateEventsRequest;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrRequest;
import io.axoniq.axonserver.grpc.event.ReadHighestSequenceNrResponse;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What of Axon Server keeps events: a transaction as one, a stream's numbers without holes and each once. */
final class HeldEvents extends EventStoreGrpc.EventStoreImplBase {

    /** What becomes of a transaction that comes in. */
    enum Then {
        ANSWER,
        /** It is stored, and the answer is lost. */
        STORE_AND_FALL_SILENT,
        /** It is on its way for longer than anybody waits. */
        DELAY
    }

    private final List<Event> events = new ArrayList<>();
    private final List<List<Event>> delayed = new ArrayList<>();
    private final List<Then> next = new ArrayList<>();

    /** What becomes of the next transactions, one after the other; later ones are answered. */
    synchronized void next(Then... then) {
        next.addAll(List.of(then));
    }

    synchronized int size() {
        return events.size();
    }

    synchronized String seen() {
        return events.toString();
    }

    /** Lets in what was delayed; answers whether all of it was taken. */
    synchronized boolean letIn() {
        boolean taken = delayed.stream().allMatch(this::store);
        delayed.clear();
        return taken;
    }

    /** As after a crash of its machine, before the disk had the last ones. */
    synchronized void lose(int last) {
        events.subList(events.size() - last, events.size()).clear();
    }

    synchronized void add(Event foreign) {
        events.add(foreign);
    }

    /** Changes one bit of an event's payload. */
    synchronized void flip(int place) {
        Event event = events.get(place);
        byte[] payload = event.getPayload().getData().toByteArray();
        payload[0] ^= 1;
        events.set(
                place,
                event.toBuilder()
                        .setPayload(event.getPayload().toBuilder().setData(ByteString.copyFrom(payload)))
                        .build());
    }

    private synchronized boolean store(List<Event> transaction) {
        Map<String, Long> ends = new HashMap<>();
        for (Event event : transaction) {
            long end = ends.computeIfAbsent(event.getAggregateIdentifier(), this::end);
            if (event.getAggregateSequenceNumber() != end + 1) {
                return false;
            }
            ends.put(event.getAggregateIdentifier(), end + 1);
        }
        return events.addAll(transaction);
    }

    private long end(String stream) {
        return events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(stream))
                .mapToLong(Event::getAggregateSequenceNumber)
                .max()
                .orElse(-1);
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> caller) {
        List<Event> transaction = new ArrayList<>();
        return new StreamObserver<>() {
            @Override
            public void onNext(Event event) {
                transaction.add(event);
            }

            @Override
            public void onError(Throwable broken) {}

            @Override
            public void onCompleted() {
                take(transaction, caller);
            }
        };
    }

    private synchronized void take(List<Event> transaction, StreamObserver<Confirmation> caller) {
        Then then = next.isEmpty() ? Then.ANSWER : next.removeFirst();
        if (then == Then.DELAY) {
            delayed.add(transaction);
            caller.onError(Status.UNAVAILABLE.asRuntimeException());
        } else if (!store(transaction)) {
            caller.onError(Status.OUT_OF_RANGE
                    .withDescription("[AXONIQ-2000] Invalid sequence number")
                    .asRuntimeException());
        } else if (then == Then.STORE_AND_FALL_SILENT) {
            caller.onError(Status.UNAVAILABLE.asRuntimeException());
        } else {
            caller.onNext(Confirmation.newBuilder().setSuccess(true).build());
            caller.onCompleted();
        }
    }

    @Override
    public synchronized void listAggregateEvents(GetAggregateEventsRequest asked, StreamObserver<Event> caller) {
        events.stream()
                .filter(event -> event.getAggregateIdentifier().equals(asked.getAggregateId())
                        && event.getAggregateSequenceNumber() >= asked.getInitialSequence())
                .forEach(caller::onNext);
        caller.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> caller) {
        return new StreamObserver<>() {
            private int at = -1;
            private long permits;

            @Override
            public void onNext(GetEventsRequest asked) {
                synchronized (HeldEvents.this) {
                    at = at < 0 ? (int) asked.getTrackingToken() : at;
                    permits += asked.getNumberOfPermits();
                    for (; permits > 0 && at < events.size(); permits--, at++) {
                        caller.onNext(EventWithToken.newBuilder()
                                .setToken(at)
                                .setEvent(events.get(at))
                                .build());
                    }
                }
            }

            @Override
            public void onError(Throwable broken) {}

            @Override
            public void onCompleted() {
                caller.onCompleted();
            }
        };
    }

    @Override
    public synchronized void readHighestSequenceNr(
            ReadHighestSequenceNrRequest asked, StreamObserver<ReadHighestSequenceNrResponse> caller) {
        caller.onNext(ReadHighestSequenceNrResponse.newBuilder()
                .setToSequenceNr(end(asked.getAggregateId()))
                .build());
        caller.onCompleted();
    }

    @Override
    public synchronized void getLastToken(GetLastTokenRequest asked, StreamObserver<TrackingToken> caller) {
        caller.onNext(TrackingToken.newBuilder().setToken(events.size() - 1).build());
        caller.onCompleted();
    }
}
