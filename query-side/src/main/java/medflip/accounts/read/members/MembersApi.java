package medflip.accounts.read.members;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Permission;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Questions about who works for the business. */
@RestController("memberQuestionsApi")
class MembersApi {

    private static final CsvColumns<Member> CSV = new CsvColumns<Member>()
            .text("E-mail", Member::email)
            .value("Role", Member::role)
            .value("Joined", Member::joinedAt)
            .value("Id", Member::id);

    private final MembersStore store;
    private final Throttle throttle;

    MembersApi(MembersStore store, @Value("${medflip.invitations.attempts-per-address:60}") int attempts) {
        this.store = store;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    record OpenInvitationBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token) {}

    /** Everybody who works for the business, in the order they joined. */
    @GetMapping("/api/members")
    @Reads("accounts.workspace")
    List<Member> findMembers(Caller caller) {
        return store.members(caller.tenant());
    }

    /** The whole list as a file. */
    @ExportMapping("/api/members.csv")
    @Reads("accounts.workspace")
    Listing<Member> exportMembers(Caller caller) {
        return Listing.of("members", CSV, each -> store.members(caller.tenant()).forEach(each));
    }

    /** One of them. */
    @GetMapping("/api/members/{id}")
    @Reads("accounts.workspace")
    Member findMember(Caller caller, @PathVariable UUID id) {
        return store.member(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** Who was asked to join and hasn't answered. */
    @GetMapping("/api/invitations")
    @Reads(InvitationsProjection.GROUP)
    List<Invitation> findInvitations(Caller caller) {
        return store.invitations(caller.tenant());
    }

    /** One of these invitations. */
    @GetMapping("/api/invitations/{id}")
    @Reads(InvitationsProjection.GROUP)
    Invitation findInvitation(Caller caller, @PathVariable UUID id) {
        return store.invitation(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** What a link leads to. The token comes in a body, which no log ever holds. */
    @PostMapping("/api/invitations/open")
    @Requires(Permission.ANYBODY)
    @Reads({InvitationsProjection.GROUP, "accounts.workspace"})
    ResponseEntity<OpenedInvitation> openInvitation(@RequestBody OpenInvitationBody body, HttpServletRequest request) {
        throttle.attempt(request);
        OpenedInvitation invitation = store.open(PrivateToken.hash(Objects.requireNonNullElse(body.token(), "")))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(invitation);
    }
}
