package medflip.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import medflip.kernel.DomainEvent;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Given these facts, one after another, a projection's tables hold these rows. Each fixture is a tenant of its own. */
public final class ProjectionFixture {

    private final TenantId tenant = new TenantId(Ids.next());
    private final Log log = new Log();
    private final List<Object> projections;

    private ProjectionFixture(List<Object> projections) {
        this.projections = projections;
    }

    public static ProjectionFixture of(Object... projections) {
        return new ProjectionFixture(List.of(projections));
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Each fact is a batch of its own, as they mostly are while the service runs. */
    public ProjectionFixture given(DomainEvent... events) {
        for (DomainEvent event : events) {
            TrackedEventMessage<?> message = log.append(event);
            projections.forEach(projection -> ReadDatabase.apply(projection, List.of(message)));
        }
        return this;
    }

    /** All facts are one batch. */
    public ProjectionFixture givenAtOnce(DomainEvent... events) {
        List<TrackedEventMessage<?>> batch = java.util.stream.Stream.of(events)
                .<TrackedEventMessage<?>>map(log::append)
                .toList();
        projections.forEach(projection -> ReadDatabase.apply(projection, batch));
        return this;
    }

    public List<Map<String, Object>> rows(String table) {
        return ReadDatabase.rows(tenant, table);
    }

    public Map<String, Object> row(String table) {
        List<Map<String, Object>> rows = rows(table);
        assertThat(rows).as(table).hasSize(1);
        return rows.getFirst();
    }
}
