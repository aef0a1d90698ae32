package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import medflip.deals.events.DealRules;
import medflip.deals.events.DealRulesId;
import medflip.deals.write.DealRulesCommand.SetDealRules;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the rules that a business has for its deals. */
@RestController
class DealRulesApi {

    private static final int DAYS_MAX = 365;

    /** {@code closeAfterDays}: left out, no deal closes by itself. */
    record DealRulesBody(
            @Schema(requiredMode = REQUIRED) @Nullable Integer donateAfterDays,
            @Nullable Integer closeAfterDays) {}

    @PostMapping("/api/deal-rules")
    @Requires(Permission.ADMINISTER)
    ResponseEntity<CommandAnswer> setDealRules(CommandRequest request, @RequestBody DealRulesBody body) {
        Faults faults = new Faults();
        Integer donate = faults.required("donateAfterDays", body.donateAfterDays(), days -> days);
        checkDays(faults, "donateAfterDays", donate);
        checkDays(faults, "closeAfterDays", body.closeAfterDays());
        faults.throwIfAny();
        return request.make(new SetDealRules(
                DealRulesId.of(request.caller().tenant()), new DealRules(donate, body.closeAfterDays())));
    }

    private static void checkDays(Faults faults, String field, @Nullable Integer days) {
        faults.check(days == null || days >= 1 && days <= DAYS_MAX, field, "Days are 1 to " + DAYS_MAX + ".");
    }
}
