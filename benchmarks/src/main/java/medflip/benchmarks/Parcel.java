package medflip.benchmarks;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The smallest aggregate that decides something: what is measured is the way to the disk, not the business. */
final class Parcel {

    @AggregateIdentifier
    private String id;

    private long lastWeight;

    /** About as large as an event of a deal. */
    static final String CONTENT = "ACCU-CHEK GUIDE 100ct, sealed, expires 2027-06, perfect; ".repeat(5);

    private static final List<UUID> TENANTS =
            Stream.generate(UUID::randomUUID).limit(100).toList();

    record SendParcel(@TargetAggregateIdentifier String id, String content) {}

    record WeighParcel(@TargetAggregateIdentifier String id, long weight, String content) {}

    record ParcelSent(String id, String content) {}

    record ParcelWeighed(String id, long weight, String content) {}

    Parcel() {}

    /** Of any of a hundred tenants. */
    static String newId() {
        return TENANTS.get(ThreadLocalRandom.current().nextInt(TENANTS.size())) + "/parcel/" + UUID.randomUUID();
    }

    /** What the messages about a parcel carry. */
    static MetaData metadata(String id) {
        return MetaData.from(
                Map.of("tenantId", id.substring(0, 36), "actor", "user:" + id.substring(0, 36), "correlationId", "1"));
    }

    @CommandHandler
    Parcel(SendParcel command) {
        apply(new ParcelSent(command.id(), command.content()));
    }

    @CommandHandler
    void decide(WeighParcel command) {
        if (command.weight() == lastWeight) {
            throw new IllegalStateException("Weighed so already.");
        }
        apply(new ParcelWeighed(id, command.weight(), command.content()));
    }

    @EventSourcingHandler
    void evolve(ParcelSent event) {
        id = event.id();
    }

    @EventSourcingHandler
    void evolve(ParcelWeighed event) {
        lastWeight = event.weight();
    }
}
