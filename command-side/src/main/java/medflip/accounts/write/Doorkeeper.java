package medflip.accounts.write;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.TellNewDevice;
import medflip.accounts.write.DeviceStore.OpenSession;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.SignInStore.Credentials;
import medflip.kernel.PersonalText;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Factor;
import medflip.platform.web.Sessions;
import medflip.platform.web.SignedIn;
import medflip.platform.web.SupportVisitor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** Lets in whoever has shown who they are, ends sessions, and keeps the book of who came from where. */
@Component
class Doorkeeper {

    private final Sessions sessions;
    private final SignInStore signIns;
    private final SessionRepository<? extends Session> stored;
    private final DeviceStore devices;
    private final RememberedSignInStore remembered;
    private final Commands commands;
    private final Clock clock;

    Doorkeeper(
            Sessions sessions,
            SignInStore signIns,
            SessionRepository<? extends Session> stored,
            DeviceStore devices,
            RememberedSignInStore remembered,
            Commands commands,
            Clock clock) {
        this.sessions = sessions;
        this.signIns = signIns;
        this.stored = stored;
        this.devices = devices;
        this.remembered = remembered;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Opens a session. Where the user never was before, they are told by mail.
     *
     * @param shown how they showed who they are; nothing where a remembered browser did it for them
     * @param series that remembers this browser, if one does
     */
    void admit(
            UserId user,
            Set<Factor> shown,
            What how,
            @Nullable UUID series,
            HttpServletRequest request,
            HttpServletResponse response) {
        SignedIn who = signIns.find(user.local())
                .map(Credentials::who)
                .orElseThrow(() -> new CommandRejected(AccountRejection.SIGN_IN_FAILED));
        Device device = Device.of(request);
        Instant now = clock.instant();
        boolean surprise = how == What.SIGNED_IN && isNew(user, device);
        sessions.signIn(who, shown, request, response);
        HttpSession session = Objects.requireNonNull(request.getSession(false), "a session was opened");
        UUID reference = devices.opened(user, session.getId(), series, device, now);
        session.setAttribute(Sessions.REFERENCE, reference.toString());
        devices.record(user, how, device, now, reference);
        if (surprise) {
            commands.send(
                    Caller.user(user.tenantId(), user.local()),
                    new TellNewDevice(
                            user, new PersonalText(device.inWords()), new PersonalText(device.address()), now));
        }
    }

    /** Whoever has the session showed once more who they are, or by another factor: it goes on under another id. */
    void prove(Set<Factor> shown, HttpServletRequest request, HttpServletResponse response) {
        renamed(request, () -> sessions.prove(shown, request, response));
    }

    /** An operator's session is in a business from now on, under another id, which is answered. */
    String turnInto(
            Authentication known, SupportVisitor visitor, HttpServletRequest request, HttpServletResponse response) {
        return renamed(request, () -> sessions.turnInto(known, visitor, request, response));
    }

    void turnBack(Authentication known, SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        renamed(request, () -> sessions.turnBack(known, who, request, response));
    }

    private String renamed(HttpServletRequest request, Runnable turn) {
        String before = Objects.requireNonNull(request.getSession(false)).getId();
        turn.run();
        String after = Objects.requireNonNull(request.getSession(false)).getId();
        devices.renamed(before, after);
        return after;
    }

    /** Who has no history, had their last sign-in longer ago than it is kept, or never signed in before. */
    private boolean isNew(UserId user, Device device) {
        List<Device> known = devices.history(user).stream()
                .filter(entry -> entry.what() == What.SIGNED_IN
                        || entry.what() == What.SIGNED_UP
                        || entry.what() == What.REMEMBERED)
                .map(DeviceStore.Entry::device)
                .toList();
        return !known.isEmpty() && known.stream().noneMatch(device::isLike);
    }

    /** Writes it down after the answer: how long an answer takes must not tell whether there is such a user. */
    void noteLater(UserId user, What what, HttpServletRequest request) {
        Device device = Device.of(request);
        Instant now = clock.instant();
        Thread.ofVirtual().name("sign-in-record").start(() -> devices.record(user, what, device, now, null));
    }

    void note(UserId user, What what, HttpServletRequest request) {
        devices.record(user, what, Device.of(request), clock.instant(), null);
    }

    /** Ends the request's own session, and forgets its browser. */
    void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && request.getUserPrincipal() != null) {
            seriesOf(request).ifPresent(remembered::end);
        }
        if (session != null) {
            session.invalidate();
        }
    }

    private Optional<UUID> seriesOf(HttpServletRequest request) {
        return devices.seriesOf(
                Objects.requireNonNull(request.getSession(false)).getId());
    }

    /** Ends those sessions of the user that are meant, and forgets their browsers. How many were ended. */
    int end(UserId user, Predicate<OpenSession> which) {
        List<OpenSession> meant = devices.open(user).stream().filter(which).toList();
        for (OpenSession session : meant) {
            if (session.series() != null) {
                remembered.end(session.series());
            }
            stored.deleteById(session.sessionId());
        }
        return meant.size();
    }

    /** Ends every session of the user but this one, and forgets every browser but this one. */
    void endOthers(UserId user, HttpServletRequest request) {
        String own = Objects.requireNonNull(request.getSession(false)).getId();
        UUID kept = devices.seriesOf(own).orElse(null);
        end(user, session -> !session.sessionId().equals(own));
        remembered.endAllBut(user, kept);
    }

    /** Ends what was open then; whoever came in since did so by what holds since. */
    void endThoseBefore(UserId user, Instant then) {
        remembered.endThoseBefore(user, then);
        devices.openedBefore(user, then).forEach(stored::deleteById);
    }

    void endAll(UserId user) {
        remembered.endAllBut(user, null);
        end(user, session -> true);
    }

    /**
     * Ends every session of the user, and forgets every browser, in the transaction of whoever changes what they may
     * do: nobody comes back with what they might before.
     */
    void expel(UserId user) {
        remembered.endAllBut(user, null);
        sessions.endAll(user.local());
    }
}
