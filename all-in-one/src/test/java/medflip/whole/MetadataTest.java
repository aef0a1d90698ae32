package medflip.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerId;
import medflip.kernel.TenantId;
import medflip.platform.command.MessageMetadata;
import medflip.platform.command.MessageMetadata.MissingMetadata;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** Every stored event says whose it is, who caused it and what led to it; one that doesn't is never stored. */
class MetadataTest {

    private final RunningService service = RunningService.shared();
    private final EventStore events = service.bean(EventStore.class);

    @Test
    void an_event_without_tenant_or_actor_is_refused_and_not_stored() {
        CustomerId id = CustomerId.of(new TenantId(UUID.randomUUID()), UUID.randomUUID());
        assertThatThrownBy(() -> events.publish(archived(id, Map.of()))).isInstanceOf(MissingMetadata.class);
        assertThatThrownBy(() -> events.publish(archived(
                        id, Map.of(MessageMetadata.TENANT, id.tenantId().toString()))))
                .isInstanceOf(MissingMetadata.class);
        assertThat(events.lastSequenceNumberFor(id.value())).isEmpty();
    }

    @Test
    void what_a_person_does_is_stored_with_tenant_actor_correlation_causation_and_policy_version() {
        Browser owner = service.browser().signUp("Metadata");
        String id = owner.post("/api/customers", Books.person()).expect(201).id();
        var session = owner.get("/api/session").expect(200).json();
        String tenant = session.at("/business/id").asString();
        DomainEventMessage<?> stored = events.readEvents(
                        CustomerId.of(TenantId.of(tenant), UUID.fromString(id)).value())
                .next();
        assertThat(stored.getMetaData())
                .containsEntry(MessageMetadata.TENANT, tenant)
                .containsEntry(
                        MessageMetadata.ACTOR, "user:" + session.get("userId").asString())
                .containsKeys(
                        MessageMetadata.CORRELATION,
                        MessageMetadata.CAUSATION,
                        MessageMetadata.POLICY_VERSION,
                        MessageMetadata.SESSION)
                .doesNotContainKeys(MessageMetadata.IDEMPOTENCY_KEY, MessageMetadata.REQUEST_HASH);
    }

    private static DomainEventMessage<?> archived(CustomerId id, Map<String, ?> metadata) {
        return new GenericDomainEventMessage<>("Customer", id.value(), 0, new CustomerArchived(id), metadata);
    }
}
