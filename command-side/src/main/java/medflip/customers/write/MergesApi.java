package medflip.customers.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.customers.events.MergeBookId;
import medflip.customers.write.MergeCommand.KeepApart;
import medflip.customers.write.MergeCommand.MergePeople;
import medflip.customers.write.MergeCommand.UnmergePeople;
import medflip.kernel.TenantId;
import medflip.platform.command.KnownStreams;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Says who is whom. */
@RestController
@RequestMapping("/api/customers/{id}")
class MergesApi {

    private final KnownStreams known;

    MergesApi(KnownStreams known) {
        this.known = known;
    }

    record OtherBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID customerId) {}

    /** Merges the person into another one, {@code customerId}, with whom everything is shown from now on. */
    @PostMapping("/merge")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> merge(CommandRequest request, @PathVariable UUID id, @RequestBody OtherBody body) {
        return request.make(new MergePeople(book(request), known(request, id), known(request, other(body))));
    }

    /** Takes it back that this person was merged into another one. */
    @PostMapping("/unmerge")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> unmerge(CommandRequest request, @PathVariable UUID id) {
        return request.make(new UnmergePeople(book(request), known(request, id)));
    }

    /** The person and the other one, {@code customerId}, are two people, however much alike. */
    @PostMapping("/keep-apart")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> keepApart(
            CommandRequest request, @PathVariable UUID id, @RequestBody OtherBody body) {
        return request.make(new KeepApart(book(request), known(request, id), known(request, other(body))));
    }

    private static UUID other(OtherBody body) {
        Faults faults = new Faults();
        UUID other = faults.required("customerId", body.customerId(), id -> id);
        faults.throwIfAny();
        return other;
    }

    private CustomerId known(CommandRequest request, UUID id) {
        CustomerId customer = CustomerId.of(tenant(request), id);
        known.requireKnown(customer);
        return customer;
    }

    private static MergeBookId book(CommandRequest request) {
        return MergeBookId.of(tenant(request));
    }

    private static TenantId tenant(CommandRequest request) {
        return request.caller().tenant();
    }
}
