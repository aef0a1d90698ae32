package medflip.platform.web;

import static medflip.platform.command.Rejection.require;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import medflip.platform.command.Accepted;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a changing request says beside its body: {@code Idempotency-Key} and {@code If-Match}. A controller takes it as
 * a parameter and sends its command through it.
 *
 * @param ifMatch version the caller saw, from an ETag
 */
public record CommandRequest(
        Caller caller,
        Commands commands,
        @Nullable String idempotencyKey,
        @Nullable String requestHash,
        @Nullable Long ifMatch) {

    /**
     * The Idempotency-Key of a request that makes something before anybody is signed in.
     *
     * @throws CommandRejected if it has none
     */
    public static String requiredKey(HttpServletRequest request) {
        String key = key(request);
        if (key == null) {
            throw new CommandRejected(RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        }
        return key;
    }

    static @Nullable String key(HttpServletRequest request) {
        String key = request.getHeader(WebHeaders.IDEMPOTENCY_KEY);
        if (key == null) {
            return null;
        }
        try {
            return UUID.fromString(key).toString();
        } catch (IllegalArgumentException e) {
            throw new Faults.InvalidRequest(
                    List.of(new Faults.Fault(WebHeaders.IDEMPOTENCY_KEY, "invalid", "An Idempotency-Key is a UUID.")));
        }
    }

    /** Sends a command that makes something: 201. Needs an Idempotency-Key, so that a repeat makes nothing twice. */
    public ResponseEntity<CommandAnswer> make(Command command) {
        require(idempotencyKey != null, RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        return answer(HttpStatus.CREATED, command, null);
    }

    /** Sends a command that changes something: 200. Needs If-Match, so that nobody's change is overwritten unseen. */
    public ResponseEntity<CommandAnswer> change(Command command) {
        return answer(HttpStatus.OK, command, seenVersion());
    }

    /**
     * The Idempotency-Key of a request that brings a file, which no command carries.
     *
     * @throws CommandRejected if it has none, or may bring nothing since the account is closed
     */
    public String keyOfUpload() {
        commands.requireOpen(caller);
        if (idempotencyKey == null) {
            throw new CommandRejected(RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        }
        return idempotencyKey;
    }

    /** The version that the caller saw; a request without one is refused. */
    public long seenVersion() {
        if (ifMatch == null) {
            throw new CommandRejected(RequestRejection.VERSION_REQUIRED);
        }
        return ifMatch;
    }

    private ResponseEntity<CommandAnswer> answer(HttpStatus status, Command command, @Nullable Long expected) {
        Accepted accepted = commands.send(caller, command, new Conditions(idempotencyKey, requestHash, expected));
        return ResponseEntity.status(status)
                .eTag("\"" + accepted.version() + "\"")
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .body(new CommandAnswer(accepted.id(), accepted.version(), accepted.position()));
    }
}
