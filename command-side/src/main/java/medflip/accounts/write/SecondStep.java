package medflip.accounts.write;

import static medflip.platform.command.Rejection.require;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AuthenticatorStore.Authenticator;
import medflip.accounts.write.SecondFactorCommand.UseRecoveryCode;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Factor;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a sign-in asks for after the password was right. Recovery codes follow from their set's id under the business's
 * key, so they are stored nowhere, not even as hashes; which of them were used, the person's events say.
 */
@Component
class SecondStep {

    private static final int RECOVERY_CODES = 10;
    /** 50 random bits: ten letters and digits that are not mistaken for each other. */
    private static final int RECOVERY_LETTERS = 10;

    private final AuthenticatorStore store;
    private final Commands commands;
    private final BlindIndex index;
    private final Clock clock;
    private final Throttle secondFactorThrottle;

    SecondStep(
            AuthenticatorStore store, Commands commands, BlindIndex index, Clock clock, Throttle secondFactorThrottle) {
        this.store = store;
        this.commands = commands;
        this.index = index;
        this.clock = clock;
        this.secondFactorThrottle = secondFactorThrottle;
    }

    /**
     * What was shown in all.
     *
     * @param first what was shown before, such as the right password
     * @param code of the authenticator app, or a recovery code
     * @throws CommandRejected if a code is needed and wasn't given, or isn't right, or was used before
     */
    Set<Factor> check(UserId user, Factor first, @Nullable String code) {
        Authenticator authenticator =
                store.find(user).filter(found -> found.recoveryCodes() != null).orElse(null);
        if (authenticator == null) {
            return Set.of(first);
        }
        if (code == null || code.isBlank()) {
            throw new CommandRejected(AccountRejection.SECOND_FACTOR_NEEDED);
        }
        secondFactorThrottle.attempt(user.value());
        require(
                isOfApp(user, authenticator, code) || isRecoveryCode(user, authenticator, code),
                AccountRejection.SECOND_FACTOR_WRONG);
        return Set.of(first, Factor.AUTHENTICATOR);
    }

    /** Whether it is a code that the app shows now and that nobody used. */
    boolean isOfApp(UserId user, Authenticator authenticator, String code) {
        String digits = code.replaceAll("\\s", "");
        return Totp.stepOf(digits, authenticator.secret(), clock.instant()).stream()
                .anyMatch(step -> store.takeStep(user, step));
    }

    private boolean isRecoveryCode(UserId user, Authenticator authenticator, String code) {
        UUID set = authenticator.recoveryCodes();
        if (set == null) {
            return false;
        }
        int number = recoveryCodes(user, set).indexOf(code.strip().toLowerCase(Locale.ROOT));
        if (number < 0) {
            return false;
        }
        try {
            commands.send(Caller.user(user.tenantId(), user.local()), new UseRecoveryCode(user, set, number));
            return true;
        } catch (CommandRejected used) {
            return false;
        }
    }

    List<String> recoveryCodes(UserId user, UUID set) {
        return IntStream.range(0, RECOVERY_CODES)
                .mapToObj(number -> index.of(user.tenantId(), "recovery-code", user.local() + "/" + set + "/" + number))
                .map(bytes -> Totp.base32(bytes).toLowerCase(Locale.ROOT).substring(0, RECOVERY_LETTERS))
                .map(letters ->
                        letters.substring(0, RECOVERY_LETTERS / 2) + "-" + letters.substring(RECOVERY_LETTERS / 2))
                .toList();
    }
}
