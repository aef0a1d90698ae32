package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.ChangeMemberRole;
import medflip.accounts.write.AccountCommand.RemoveMember;
import medflip.kernel.TenantId;
import medflip.platform.command.KnownStreams;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works for the business. Who is what is a matter of the whole account, hence of its version. */
@RestController
@RequestMapping("/api/members/{id}")
@Requires(Permission.ADMINISTER)
class MembersApi {

    private final KnownStreams known;

    MembersApi(KnownStreams known) {
        this.known = known;
    }

    record RoleBody(
            @Schema(requiredMode = REQUIRED) @Nullable Role role) {}

    /** Ends the member's sessions: with the next sign-in they have the new role. */
    @PostMapping("/role")
    ResponseEntity<CommandAnswer> changeMemberRole(
            CommandRequest request, @PathVariable UUID id, @RequestBody RoleBody body) {
        Faults faults = new Faults();
        Role role = faults.required("role", body.role(), r -> r);
        faults.throwIfAny();
        UserId user = known(request, id);
        return request.change(new ChangeMemberRole(account(request), user, role));
    }

    /** Ends the member's sessions for good. What they did stays in the books. */
    @PostMapping("/remove")
    ResponseEntity<CommandAnswer> removeMember(CommandRequest request, @PathVariable UUID id) {
        UserId user = known(request, id);
        return request.change(new RemoveMember(account(request), user));
    }

    private UserId known(CommandRequest request, UUID id) {
        UserId user = UserId.of(request.caller().tenant(), id);
        known.requireKnown(user);
        return user;
    }

    private static AccountId account(CommandRequest request) {
        TenantId tenant = request.caller().tenant();
        return AccountId.of(tenant, tenant.value());
    }
}
