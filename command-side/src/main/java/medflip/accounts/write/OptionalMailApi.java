package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.DeclineOptionalMail;
import medflip.accounts.write.CredentialCommand.WantOptionalMail;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether somebody wants mails that they can do without: in their settings, or by the link of such a mail (P8). */
@RestController
class OptionalMailApi {

    private final Commands commands;
    private final UnsubscribeLinks links;
    private final Throttle throttle;

    OptionalMailApi(
            Commands commands, UnsubscribeLinks links, @Value("${medflip.mail.choices-per-address:60}") int attempts) {
        this.commands = commands;
        this.links = links;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    record ChoiceBody(
            @Schema(requiredMode = REQUIRED) @Nullable Boolean wanted) {}

    record LinkChoiceBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean wanted) {}

    /** Chooses for whoever is signed in. Choosing the same again changes nothing. */
    @PostMapping("/api/optional-mail")
    @Requires(Permission.SELF)
    ResponseEntity<Void> chooseOptionalMail(Caller caller, @RequestBody ChoiceBody body) {
        return choose(caller, UserId.of(caller.tenant(), Users.of(caller)), wanted(body.wanted()));
    }

    /** Chooses for whom the link was mailed to. The token comes in a body, which no log ever holds. */
    @PostMapping("/api/optional-mail/by-link")
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> chooseOptionalMailByLink(@RequestBody LinkChoiceBody body, HttpServletRequest request) {
        boolean wanted = wanted(body.wanted());
        return byLink(Objects.requireNonNullElse(body.token(), ""), wanted, request);
    }

    /**
     * What a mail program's own button posts, for which an address is all there is (RFC 8058). It leads to nothing but
     * the choice, and takes no cookie.
     */
    @PostMapping(UnsubscribeLinks.ONE_CLICK)
    @Hidden
    @Requires(Permission.ANYBODY)
    ResponseEntity<Void> declineOptionalMail(@RequestParam String token, HttpServletRequest request) {
        return byLink(token, false, request);
    }

    private ResponseEntity<Void> byLink(String token, boolean wanted, HttpServletRequest request) {
        throttle.attempt(request);
        UserId user = links.userOf(token).orElseThrow(() -> new CommandRejected(AccountRejection.LINK_VOID));
        return choose(Caller.link(user.tenantId(), user.local()), user, wanted);
    }

    private ResponseEntity<Void> choose(Caller caller, UserId user, boolean wanted) {
        Accepted accepted = commands.send(caller, wanted ? new WantOptionalMail(user) : new DeclineOptionalMail(user));
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .build();
    }

    private static boolean wanted(@Nullable Boolean given) {
        Faults faults = new Faults();
        Boolean wanted = faults.required("wanted", given, said -> said);
        faults.throwIfAny();
        return wanted;
    }
}
