package medflip.kernel;

import java.util.UUID;

/**
 * Identifier of one event stream, written {@code <tenant uuid>/<kind>/<uuid>}: the tenant stands in front, so that
 * whose a stream is can be told from its name alone, and the kind keeps the streams of two aggregates apart even where
 * somebody gives both the same UUID.
 */
public interface AggregateId {

    /** The whole identifier, as it stands in the event table. */
    String value();

    default TenantId tenantId() {
        return TenantId.of(value().substring(0, 36));
    }

    /** The last part alone: what the API and the screens call the id. */
    default UUID local() {
        return UUID.fromString(value().substring(value().lastIndexOf('/') + 1));
    }

    static String compose(TenantId tenant, String kind, UUID local) {
        return tenant + "/" + kind + "/" + local;
    }
}
