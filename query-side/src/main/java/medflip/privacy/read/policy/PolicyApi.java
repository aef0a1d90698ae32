package medflip.privacy.read.policy;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the policy in force, without a sign-in (policy promise P12). */
@RestController
@Requires(Permission.ANYBODY)
@Tag(name = "privacy")
class PolicyApi {

    /**
     * The policy.
     *
     * @param text the whole of it, as Markdown
     */
    record Policy(String version, LocalDate lastUpdated, String text) {}

    @GetMapping("/api/policy")
    Policy findPolicy() {
        return new Policy(PublishedPolicy.VERSION, PublishedPolicy.lastUpdated(), PublishedPolicy.text());
    }
}
