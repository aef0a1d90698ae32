package medflip.accounts.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import medflip.accounts.events.UserId;
import medflip.accounts.write.CredentialCommand.AcknowledgePolicy;
import medflip.platform.command.Accepted;
import medflip.platform.command.Commands;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Agreeing to a policy that changed (policy promise P12). */
@RestController
@Requires(Permission.SELF)
class PolicyAgreementApi {

    private final Commands commands;

    PolicyAgreementApi(Commands commands) {
        this.commands = commands;
    }

    /** {@code policyVersion}: the one that the user was shown. */
    record AcknowledgeBody(
            @Schema(requiredMode = REQUIRED) @Nullable String policyVersion) {}

    /** Says that the user has seen the policy in force. Saying it again changes nothing. */
    @PostMapping("/api/policy/acknowledge")
    ResponseEntity<Void> acknowledgePolicy(Caller caller, @RequestBody AcknowledgeBody body) {
        require(PublishedPolicy.VERSION.equals(body.policyVersion()), AccountRejection.POLICY_OUTDATED);
        Accepted accepted = commands.send(
                caller, new AcknowledgePolicy(UserId.of(caller.tenant(), Users.of(caller)), PublishedPolicy.VERSION));
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .build();
    }
}
