package medflip.accounts.write;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.TellCopiedSignIn;
import medflip.accounts.write.DeviceStore.What;
import medflip.accounts.write.RememberedSignInStore.Series;
import medflip.kernel.PersonalText;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.ReturningUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Remembers a browser, if its user wants that, for 30 days. The cookie names a series and its present token; each use
 * replaces the token. A token that was replaced before so shows that somebody has a copy: then all sessions end, and
 * the user is told. (Barry Jaspan's scheme, as in Spring's persistent remember-me, with hashes in place of tokens.)
 * Only the browser that replaced it may bring it again, from the same address, and for a moment.
 */
@Component
class RememberMe implements ReturningUsers {

    static final Duration REMEMBERED_FOR = Duration.ofDays(30);

    /** Several tabs that open at once bring the same token; all others that bring it later have a copy. */
    static final Duration SAME_MOMENT = Duration.ofSeconds(20);

    private static final int TOKEN_BYTES = 32;

    private final RememberedSignInStore store;
    private final Doorkeeper doorkeeper;
    private final Commands commands;
    private final Clock clock;
    private final boolean tls;
    private final SecureRandom random = new SecureRandom();

    RememberMe(
            RememberedSignInStore store,
            Doorkeeper doorkeeper,
            Commands commands,
            Clock clock,
            @Value("${medflip.tls:false}") boolean tls) {
        this.store = store;
        this.doorkeeper = doorkeeper;
        this.commands = commands;
        this.clock = clock;
        this.tls = tls;
    }

    private record Brought(UUID series, String token) {

        String tokenHash() {
            return PrivateToken.hash(token);
        }

        /**
         * Who brought it. The token is part of what is hashed, so that nobody tries out which address it was: it is
         * kept nowhere.
         */
        String traceOf(HttpServletRequest request) {
            return PrivateToken.hash(
                    token + "\n" + request.getHeader(HttpHeaders.USER_AGENT) + "\n" + request.getRemoteAddr());
        }
    }

    /** Begins to remember the browser that the response goes to. */
    UUID begin(UserId user, HttpServletResponse response) {
        UUID series = Ids.next();
        String token = newToken();
        Instant now = clock.instant();
        store.begin(series, user, PrivateToken.hash(token), now, now.plus(REMEMBERED_FOR));
        give(response, series + ":" + token, REMEMBERED_FOR);
        return series;
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        if (cookie(request).isPresent()) {
            give(response, "", Duration.ZERO);
        }
    }

    @Override
    public void recognise(HttpServletRequest request, HttpServletResponse response) {
        Optional<Brought> brought = cookie(request).map(RememberMe::parsed);
        if (brought.isEmpty()) {
            return;
        }
        UUID id = brought.get().series();
        Series series = store.find(id).orElse(null);
        Instant now = clock.instant();
        if (series == null || now.isAfter(series.expiresAt())) {
            give(response, "", Duration.ZERO);
            return;
        }
        String token = newToken();
        String hash = brought.get().tokenHash();
        String trace = brought.get().traceOf(request);
        if (isSame(hash, series.tokenHash()) && store.rotate(id, hash, trace, PrivateToken.hash(token), now)) {
            give(response, id + ":" + token, Duration.between(now, series.expiresAt()));
            doorkeeper.admit(series.user(), Set.of(), What.REMEMBERED, id, request, response);
        } else if (wasReplacedJustNow(id, trace, now)) {
            // Another tab of this browser has the new token, and so has this one.
            doorkeeper.admit(series.user(), Set.of(), What.REMEMBERED, id, request, response);
        } else {
            endAll(series.user(), request, response);
        }
    }

    private boolean wasReplacedJustNow(UUID series, String trace, Instant now) {
        return store.find(series)
                .filter(present -> isSame(trace, present.replacedBy())
                        && now.isBefore(present.rotatedAt().plus(SAME_MOMENT)))
                .isPresent();
    }

    private void endAll(UserId user, HttpServletRequest request, HttpServletResponse response) {
        give(response, "", Duration.ZERO);
        doorkeeper.endAll(user);
        doorkeeper.note(user, What.COPY_OF_REMEMBERED, request);
        Device device = Device.of(request);
        commands.send(
                Caller.job(user.tenantId(), "remember-me"),
                new TellCopiedSignIn(
                        user, new PersonalText(device.inWords()), new PersonalText(device.address()), clock.instant()));
    }

    private static boolean isSame(String hash, @Nullable String kept) {
        return kept != null
                && MessageDigest.isEqual(
                        hash.getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
    }

    private String newToken() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return PrivateToken.of(secret);
    }

    private static @Nullable Brought parsed(String cookie) {
        String[] parts = cookie.split(":", 2);
        try {
            return parts.length == 2 ? new Brought(UUID.fromString(parts[0]), parts[1]) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Optional<String> cookie(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name()))
                .map(Cookie::getValue)
                .findFirst();
    }

    private String name() {
        return ReturningUsers.cookie(tls);
    }

    private void give(HttpServletResponse response, String value, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(), value)
                        .path("/")
                        .httpOnly(true)
                        .secure(tls)
                        .sameSite("Lax")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
