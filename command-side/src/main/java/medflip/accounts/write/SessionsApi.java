package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.accounts.write.DeviceStore.Entry;
import medflip.accounts.write.DeviceStore.What;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Places;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The user's own sessions and login history (policy promise P2.5). */
@RestController
@Requires(Permission.SELF)
class SessionsApi {

    private final DeviceStore devices;
    private final Doorkeeper doorkeeper;
    private final Places places;

    SessionsApi(DeviceStore devices, Doorkeeper doorkeeper, Places places) {
        this.devices = devices;
        this.places = places;
        this.doorkeeper = doorkeeper;
    }

    record OpenSessions(List<SessionItem> items) {}

    /**
     * A session.
     *
     * @param place of the address, if the service has a list of places and the address is in it
     * @param current whether it is the one that asks
     * @param remembered whether its browser is remembered
     */
    record SessionItem(
            UUID id,
            String browser,
            String system,
            String address,
            @Nullable String place,
            Instant openedAt,
            Instant lastUsedAt,
            boolean current,
            boolean remembered) {}

    record SignInHistory(List<SignInItem> items) {}

    /** @param place as of a session */
    record SignInItem(
            What what,
            Instant at,
            String browser,
            String system,
            String address,
            @Nullable String place) {}

    @GetMapping("/api/sessions")
    OpenSessions findSessions(Caller caller, HttpServletRequest request) {
        String own = Objects.requireNonNull(request.getSession(false)).getId();
        return new OpenSessions(devices.open(user(caller)).stream()
                .map(session -> new SessionItem(
                        session.reference(),
                        session.device().browser(),
                        session.device().system(),
                        session.device().address(),
                        places.of(session.device().address()).orElse(null),
                        session.openedAt(),
                        session.lastUsedAt(),
                        session.sessionId().equals(own),
                        session.series() != null))
                .toList());
    }

    /** Ends a session; it is dead within a second, wherever it is used. */
    @PostMapping("/api/sessions/{id}/end")
    ResponseEntity<Void> endSession(Caller caller, @PathVariable UUID id) {
        int ended = doorkeeper.end(user(caller), session -> session.reference().equals(id));
        require(ended > 0, RequestRejection.NOT_FOUND);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/api/sessions/end-others")
    ResponseEntity<Void> endOtherSessions(Caller caller, HttpServletRequest request) {
        doorkeeper.endOthers(user(caller), request);
        return ResponseEntity.noContent().build();
    }

    /** The last 90 days, the newest first. */
    @GetMapping("/api/sign-ins")
    SignInHistory findSignIns(Caller caller) {
        return new SignInHistory(
                devices.history(user(caller)).stream().map(this::item).toList());
    }

    private SignInItem item(Entry entry) {
        return new SignInItem(
                entry.what(),
                entry.at(),
                entry.device().browser(),
                entry.device().system(),
                entry.device().address(),
                places.of(entry.device().address()).orElse(null));
    }

    private static UserId user(Caller caller) {
        return UserId.of(caller.tenant(), Users.of(caller));
    }
}
