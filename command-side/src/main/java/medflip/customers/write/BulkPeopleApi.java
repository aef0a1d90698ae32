package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import medflip.customers.events.CustomerId;
import medflip.customers.write.CustomerCommand.AllowPurchases;
import medflip.customers.write.CustomerCommand.ArchiveCustomer;
import medflip.customers.write.CustomerCommand.PutTagOn;
import medflip.customers.write.CustomerCommand.RestoreCustomer;
import medflip.customers.write.CustomerCommand.RuleOutPurchases;
import medflip.customers.write.CustomerCommand.SetLeadSource;
import medflip.customers.write.CustomerCommand.TakeTagOff;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Bulk;
import medflip.platform.web.Bulk.BulkAnswer;
import medflip.platform.web.Bulk.Chosen;
import medflip.platform.web.Bulk.Wish;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One step for several people. Each is decided for itself: one that is refused never stops the rest. */
@RestController
@RequestMapping("/api/customers/bulk")
class BulkPeopleApi {

    private static final int PEOPLE_MAX = 500;

    private final Bulk bulk;
    private final CardPlans plans;

    BulkPeopleApi(Bulk bulk, CardPlans plans) {
        this.bulk = bulk;
        this.plans = plans;
    }

    enum PeopleStep {
        PUT_TAG_ON,
        TAKE_TAG_OFF,
        SET_LEAD_SOURCE,
        RULE_OUT,
        ALLOW,
        ARCHIVE,
        RESTORE
    }

    /**
     * {@code tagId} goes with the steps of tags, {@code reason} with {@code RULE_OUT}; {@code leadSource}, or none,
     * with {@code SET_LEAD_SOURCE}.
     */
    record BulkPeopleBody(
            @Schema(requiredMode = REQUIRED) @Nullable PeopleStep step,
            @Nullable UUID tagId,
            @Nullable String reason,
            @Nullable String leadSource,
            @Schema(requiredMode = REQUIRED) @Nullable List<Chosen> chosen) {}

    /** Says which of the people the step could be done to, and why not to the others. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    BulkAnswer previewBulkOfPeople(Caller caller, @RequestBody BulkPeopleBody body) {
        return bulk.preview(caller, wishes(caller.tenant(), body));
    }

    /** Does the step to each of the people that it can be done to. A repeat under the same key is answered alike. */
    @PostMapping
    @ResponseStatus(HttpStatus.OK)
    ResponseEntity<BulkAnswer> doBulkOfPeople(CommandRequest request, @RequestBody BulkPeopleBody body) {
        return bulk.run(request, wishes(request.caller().tenant(), body));
    }

    private List<Wish> wishes(TenantId tenant, BulkPeopleBody body) {
        Faults faults = new Faults();
        Function<CustomerId, CustomerCommand> step =
                faults.required("step", body.step(), each -> command(faults, tenant, each, body));
        return Bulk.wishes(
                faults, PEOPLE_MAX, body.chosen(), step == null ? null : id -> step.apply(CustomerId.of(tenant, id)));
    }

    private Function<CustomerId, CustomerCommand> command(
            Faults faults, TenantId tenant, PeopleStep step, BulkPeopleBody body) {
        return switch (step) {
            case PUT_TAG_ON -> {
                UUID tag = faults.required("tagId", body.tagId(), each -> each);
                require(tag == null || plans.of(tenant).hasTag(tag), CustomerRejection.NO_SUCH_TAG);
                yield person -> new PutTagOn(person, tag);
            }
            case TAKE_TAG_OFF -> {
                UUID tag = faults.required("tagId", body.tagId(), each -> each);
                yield person -> new TakeTagOff(person, tag);
            }
            case SET_LEAD_SOURCE -> {
                String source = faults.optional("leadSource", body.leadSource(), CustomersApi::leadSource);
                yield person -> new SetLeadSource(person, source);
            }
            case RULE_OUT -> {
                PersonalText reason = faults.required("reason", body.reason(), PersonalText::parse);
                yield person -> new RuleOutPurchases(person, reason);
            }
            case ALLOW -> AllowPurchases::new;
            case ARCHIVE -> ArchiveCustomer::new;
            case RESTORE -> RestoreCustomer::new;
        };
    }
}
