package medflip.accounts.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import medflip.accounts.write.SignInStore.Credentials;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks the password of whoever says to have an account. How long that takes tells neither whether there is one, nor
 * since when: each check costs what all kinds of hashes cost that any account still has. Those of the earlier system go
 * as their owners sign in, and with the last of a kind its cost.
 */
@Component
class PasswordCheck {

    private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

    private final SignInStore store;
    private final WerkzeugPasswordEncoder passwords;
    private final Clock clock;
    private volatile Kept kept = new Kept(Set.of(), Instant.MIN);

    private record Kept(Set<String> methods, Instant asOf) {}

    PasswordCheck(SignInStore store, WerkzeugPasswordEncoder passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** @param credentials null where there is no such account, whose password is always wrong */
    boolean isRight(String password, @Nullable Credentials credentials) {
        return passwords.matchesAtEqualCost(
                password, credentials == null ? null : credentials.passwordHash(), methods());
    }

    private Set<String> methods() {
        Instant now = clock.instant();
        Kept known = kept;
        if (known.asOf().isBefore(now.minus(LOOKS_EVERY))) {
            known = new Kept(store.passwordMethods(), now);
            kept = known;
        }
        return known.methods();
    }
}
