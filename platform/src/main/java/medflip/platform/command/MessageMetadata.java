package medflip.platform.command;

import java.util.HashMap;
import java.util.Map;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import medflip.platform.trace.TracePoint;
import org.axonframework.messaging.Message;

/** The names of what every message carries beside its payload: ids only, never personal data. */
public final class MessageMetadata {

    public static final String TENANT = "tenantId";
    public static final String ACTOR = "actor";
    public static final String CORRELATION = "correlationId";
    public static final String CAUSATION = "causationId";
    public static final String POLICY_VERSION = "policyVersion";
    /** The version that the caller saw; only on commands. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** Becomes a column of the command's last event. */
    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    /** Keyed hash of the request, in hex: tells a repeat from another request under the same key. */
    public static final String REQUEST_HASH = "requestHash";

    /** Who brought the event from another server, on whose own it stands with its own actor. */
    public static final String BROUGHT_BY = "broughtBy";

    /** On a command that is only tried; see {@link Rehearsal}. */
    public static final String REHEARSAL = "rehearsal";

    /** Position of the fact that a command undoes, as a text; see {@link Undo}. */
    public static final String UNDOES = "undoes";

    /** Why it does; a constant of {@link UndoReason}. */
    public static final String UNDO_REASON = "undoReason";

    /** In which session of its actor's a command was sent, as a text; see {@link Caller#session}. */
    public static final String SESSION = "session";

    /** Where in which trace a command was sent; only on commands, and where that is traced. See {@link TracePoint}. */
    public static final String TRACE = "trace";

    private MessageMetadata() {}

    static Map<String, Object> of(Caller caller, Conditions conditions, String policyVersion) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(TENANT, caller.tenant().toString());
        metadata.put(ACTOR, caller.actor());
        metadata.put(POLICY_VERSION, policyVersion);
        if (caller.session() != null) {
            metadata.put(SESSION, caller.session().toString());
        }
        if (conditions.expectedVersion() != null) {
            metadata.put(EXPECTED_VERSION, conditions.expectedVersion());
        }
        if (conditions.idempotencyKey() != null && conditions.requestHash() != null) {
            metadata.put(IDEMPOTENCY_KEY, conditions.idempotencyKey());
            metadata.put(REQUEST_HASH, conditions.requestHash());
        }
        Undone undone = conditions.undone();
        if (undone != null) {
            metadata.put(UNDOES, Long.toString(undone.position()));
            metadata.put(UNDO_REASON, undone.reason().name());
        }
        return metadata;
    }

    /** @throws MissingMetadata if tenant or actor is absent: such a message is never handled */
    public static TenantId tenant(Message<?> message) {
        return caller(message).tenant();
    }

    /** @throws MissingMetadata if tenant or actor is absent: such a message is never handled */
    public static Caller caller(Message<?> message) {
        Object tenant = message.getMetaData().get(TENANT);
        Object actor = message.getMetaData().get(ACTOR);
        if (tenant == null || actor == null) {
            throw new MissingMetadata(message.getPayloadType().getSimpleName() + " carries no tenant or no actor.");
        }
        return new Caller(TenantId.of((String) tenant), (String) actor);
    }

    /** A message without tenant or actor: a fault of ours, never of a user's. */
    public static final class MissingMetadata extends IllegalStateException {
        public MissingMetadata(String message) {
            super(message);
        }
    }
}
