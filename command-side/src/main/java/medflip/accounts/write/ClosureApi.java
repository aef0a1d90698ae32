package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import medflip.accounts.events.AccountId;
import medflip.accounts.write.ClosureCommand.CloseAccount;
import medflip.accounts.write.ClosureCommand.ReopenAccount;
import medflip.kernel.PersonalText;
import medflip.platform.command.Accepted;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.Throttle;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Leaving the service, and coming back. */
@RestController
class ClosureApi {

    private final Commands commands;
    private final BusinessCalendar calendar;
    private final SignInStore store;
    private final PasswordEncoder passwords;
    private final Throttle accountThrottle;

    ClosureApi(
            Commands commands,
            BusinessCalendar calendar,
            SignInStore store,
            PasswordEncoder passwords,
            Throttle accountThrottle) {
        this.commands = commands;
        this.calendar = calendar;
        this.store = store;
        this.passwords = passwords;
        this.accountThrottle = accountThrottle;
    }

    record CloseBody(
            @Schema(requiredMode = REQUIRED) @Nullable String password,
            @Nullable String reason) {}

    /** Whoever closes it shows that they know the password; a reason is welcome and not needed. */
    @PostMapping("/api/account/close")
    ResponseEntity<Void> closeAccount(Caller caller, @RequestBody CloseBody body) {
        accountThrottle.attempt("close " + Users.of(caller));
        Faults faults = new Faults();
        PersonalText reason = faults.optional("reason", body.reason(), PersonalText::parse);
        faults.throwIfAny();
        require(
                passwords.matches(
                        Objects.requireNonNullElse(body.password(), ""),
                        store.find(Users.of(caller)).orElseThrow().passwordHash()),
                AccountRejection.PASSWORD_WRONG);
        return done(commands.send(caller, new CloseAccount(account(caller), reason, calendar.today(caller.tenant()))));
    }

    @PostMapping("/api/account/reopen")
    ResponseEntity<Void> reopenAccount(Caller caller) {
        return done(commands.send(caller, new ReopenAccount(account(caller), calendar.today(caller.tenant()))));
    }

    private static AccountId account(Caller caller) {
        return AccountId.of(caller.tenant(), caller.tenant().value());
    }

    private static ResponseEntity<Void> done(Accepted accepted) {
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .build();
    }
}
