package medflip.privacy.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.customers.events.CustomerId;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.Commands;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.platform.web.WebHeaders;
import medflip.privacy.events.HoldBasis;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.write.LegalHoldCommand.PlaceLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReleaseLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReviewLegalHold;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Legal holds, as those who run the service place, review and release them. The business sees them, and is told. */
@RestController
@RequestMapping("/api/operator/holds")
@Requires(Permission.OPERATE)
class LegalHoldsApi {

    private final Commands commands;
    private final KnownStreams known;
    private final BusinessCalendar calendar;

    LegalHoldsApi(Commands commands, KnownStreams known, BusinessCalendar calendar) {
        this.commands = commands;
        this.known = known;
        this.calendar = calendar;
    }

    /**
     * @param holdId minted by the caller, so that a retry is harmless
     * @param customerId of one person; left out, the whole business is held
     * @param reference by which the order is found again, such as a file number; better no name
     * @param reviewOn 1 to 180 days from today
     */
    record LegalHoldBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID holdId,
            @Schema(requiredMode = REQUIRED) @Nullable UUID businessId,
            @Nullable UUID customerId,
            @Schema(requiredMode = REQUIRED) @Nullable HoldBasis basis,
            @Schema(requiredMode = REQUIRED) @Nullable String reference,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate reviewOn) {}

    /** Has nothing of a business, or of one of its people, destroyed from now on. */
    @PostMapping
    @FreshSignIn
    ResponseEntity<Void> placeLegalHold(SignedIn who, @RequestBody LegalHoldBody body) {
        Faults faults = new Faults();
        UUID hold = faults.required("holdId", body.holdId(), h -> h);
        UUID business = faults.required("businessId", body.businessId(), b -> b);
        HoldBasis basis = faults.required("basis", body.basis(), b -> b);
        PersonalText reference = faults.required("reference", body.reference(), PersonalText::parse);
        LocalDate reviewOn = faults.required("reviewOn", body.reviewOn(), r -> r);
        faults.throwIfAny();
        TenantId tenant = new TenantId(business);
        known.requireKnown(AccountId.of(tenant, business));
        CustomerId customer = body.customerId() == null ? null : CustomerId.of(tenant, body.customerId());
        if (customer != null) {
            known.requireKnown(customer);
        }
        return send(
                who,
                new PlaceLegalHold(
                        HoldBookId.of(tenant), hold, customer, basis, reference, calendar.today(tenant), reviewOn));
    }

    /** @param reviewOn 1 to 180 days from today */
    record LegalHoldReviewBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID businessId,
            @Schema(requiredMode = REQUIRED) @Nullable LocalDate reviewOn) {}

    /** Somebody looked, and it is needed still. */
    @PostMapping("/{id}/review")
    ResponseEntity<Void> reviewLegalHold(SignedIn who, @PathVariable UUID id, @RequestBody LegalHoldReviewBody body) {
        Faults faults = new Faults();
        UUID business = faults.required("businessId", body.businessId(), b -> b);
        LocalDate reviewOn = faults.required("reviewOn", body.reviewOn(), r -> r);
        faults.throwIfAny();
        HoldBookId book = book(business);
        return send(who, new ReviewLegalHold(book, id, calendar.today(book.tenantId()), reviewOn));
    }

    record LegalHoldReleaseBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID businessId) {}

    /** It is needed no more: what is due is destroyed by the next sweep. */
    @PostMapping("/{id}/release")
    @FreshSignIn
    ResponseEntity<Void> releaseLegalHold(SignedIn who, @PathVariable UUID id, @RequestBody LegalHoldReleaseBody body) {
        Faults faults = new Faults();
        UUID business = faults.required("businessId", body.businessId(), b -> b);
        faults.throwIfAny();
        HoldBookId book = book(business);
        return send(who, new ReleaseLegalHold(book, id, calendar.today(book.tenantId())));
    }

    private HoldBookId book(UUID business) {
        HoldBookId book = HoldBookId.of(new TenantId(business));
        known.requireKnown(book);
        return book;
    }

    private ResponseEntity<Void> send(SignedIn who, LegalHoldCommand command) {
        Accepted accepted = commands.send(Caller.operator(command.bookId().tenantId(), who.user()), command);
        return ResponseEntity.noContent()
                .header(WebHeaders.POSITION, Long.toString(accepted.position()))
                .build();
    }
}
