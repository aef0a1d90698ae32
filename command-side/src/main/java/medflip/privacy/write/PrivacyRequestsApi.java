package medflip.privacy.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.FreshSignIn;
import medflip.platform.web.NeverBlocked;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import medflip.privacy.events.ExtensionReason;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import medflip.privacy.write.ErasureStore.Prepared;
import medflip.privacy.write.PrivacyRequestCommand.AnswerRequest;
import medflip.privacy.write.PrivacyRequestCommand.CheckIdentity;
import medflip.privacy.write.PrivacyRequestCommand.ExtendRequest;
import medflip.privacy.write.PrivacyRequestCommand.OrderErasure;
import medflip.privacy.write.PrivacyRequestCommand.ReceiveRequest;
import medflip.privacy.write.PrivacyRequestCommand.RefuseRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What people ask about their data, and what is done about it. */
@NeverBlocked
@RestController
class PrivacyRequestsApi {

    private final KnownStreams known;
    private final BusinessCalendar calendar;
    private final ErasureWork erasures;
    private final ErasureObstacles obstacles;

    PrivacyRequestsApi(
            KnownStreams known, BusinessCalendar calendar, ErasureWork erasures, ErasureObstacles obstacles) {
        this.known = known;
        this.calendar = calendar;
        this.erasures = erasures;
        this.obstacles = obstacles;
    }

    /**
     * @param law by which it is answered; left out, the one with the shorter time
     * @param receivedOn left out, today
     */
    record PrivacyRequestBody(
            @Schema(requiredMode = REQUIRED) @Nullable RequestKind kind,
            @Nullable PrivacyLaw law,
            @Schema(requiredMode = REQUIRED) @Nullable UUID customerId,
            @Schema(requiredMode = REQUIRED) @Nullable RequestWay way,
            @Nullable LocalDate receivedOn) {}

    /** Writes down what a person asked; by the law it has to be answered within 30 or 45 days of when they did. */
    @PostMapping("/api/privacy-requests")
    ResponseEntity<CommandAnswer> receiveRequest(CommandRequest request, @RequestBody PrivacyRequestBody body) {
        LocalDate today = calendar.today(request.caller().tenant());
        Faults faults = new Faults();
        RequestKind kind = faults.required("kind", body.kind(), k -> k);
        UUID customer = faults.required("customerId", body.customerId(), c -> c);
        RequestWay way = faults.required("way", body.way(), w -> w);
        LocalDate receivedOn = body.receivedOn() == null ? today : body.receivedOn();
        faults.check(!receivedOn.isAfter(today), "receivedOn", "They can't have asked after today.");
        faults.throwIfAny();
        CustomerId person = CustomerId.of(request.caller().tenant(), customer);
        known.requireKnown(person);
        return request.make(new ReceiveRequest(
                PrivacyRequestId.of(request.caller().tenant(), Ids.next()),
                kind,
                law(body.law()),
                person,
                null,
                way,
                receivedOn,
                null,
                null));
    }

    /** @param law by which it is answered; left out, the one with the shorter time */
    record OwnRequestBody(
            @Schema(requiredMode = REQUIRED) @Nullable RequestKind kind,
            @Nullable PrivacyLaw law) {}

    /** Asks something about one's own data, as who works for the business; its owners answer. */
    @PostMapping("/api/privacy-requests/own")
    @Requires(Permission.SELF)
    ResponseEntity<CommandAnswer> askAboutOwnData(
            CommandRequest request, SignedIn who, @RequestBody OwnRequestBody body) {
        Faults faults = new Faults();
        RequestKind kind = faults.required("kind", body.kind(), k -> k);
        faults.throwIfAny();
        return request.make(new ReceiveRequest(
                PrivacyRequestId.of(request.caller().tenant(), Ids.next()),
                kind,
                law(body.law()),
                null,
                who.userId(),
                RequestWay.IN_APP,
                today(request),
                IdentityCheck.SIGNED_IN,
                null));
    }

    private static PrivacyLaw law(@Nullable PrivacyLaw said) {
        return Objects.requireNonNullElse(said, PrivacyLaw.GDPR);
    }

    record IdentityBody(
            @Schema(requiredMode = REQUIRED) @Nullable IdentityCheck check) {}

    /** Writes down how it was made sure that whoever asks is the person. */
    @PostMapping("/api/privacy-requests/{id}/identity")
    ResponseEntity<CommandAnswer> checkIdentity(
            CommandRequest request, @PathVariable UUID id, @RequestBody IdentityBody body) {
        Faults faults = new Faults();
        IdentityCheck check = faults.required("check", body.check(), c -> c);
        faults.throwIfAny();
        return request.change(new CheckIdentity(id(request, id), check, today(request)));
    }

    /** @param toldBy how the person was told that it takes longer, and why */
    record ExtensionBody(
            @Schema(requiredMode = REQUIRED) @Nullable ExtensionReason reason,
            @Schema(requiredMode = REQUIRED) @Nullable RequestWay toldBy) {}

    /** Puts off, once and before it is due, by when it has to be answered: by 60 days, or 45 by the CCPA. */
    @PostMapping("/api/privacy-requests/{id}/extend")
    ResponseEntity<CommandAnswer> extendRequest(
            CommandRequest request, @PathVariable UUID id, @RequestBody ExtensionBody body) {
        Faults faults = new Faults();
        ExtensionReason reason = faults.required("reason", body.reason(), r -> r);
        RequestWay toldBy = faults.required("toldBy", body.toldBy(), w -> w);
        faults.throwIfAny();
        return request.change(new ExtendRequest(id(request, id), reason, toldBy, today(request)));
    }

    record RefusalBody(
            @Schema(requiredMode = REQUIRED) @Nullable RefusalReason reason) {}

    @PostMapping("/api/privacy-requests/{id}/refuse")
    ResponseEntity<CommandAnswer> refuseRequest(
            CommandRequest request, @PathVariable UUID id, @RequestBody RefusalBody body) {
        Faults faults = new Faults();
        RefusalReason reason = faults.required("reason", body.reason(), r -> r);
        faults.throwIfAny();
        return request.change(new RefuseRequest(id(request, id), reason, today(request)));
    }

    /**
     * What was asked for is done; a wish to be forgotten is answered by erasing instead. A wish to have data kept and
     * not used, or to be left alone, is carried out by this.
     */
    @PostMapping("/api/privacy-requests/{id}/answer")
    ResponseEntity<CommandAnswer> answerRequest(CommandRequest request, @PathVariable UUID id) {
        return request.change(new AnswerRequest(id(request, id), today(request)));
    }

    /** Has the person forgotten, which can't be taken back. The certificate follows when nothing is left. */
    @PostMapping("/api/privacy-requests/{id}/erase")
    @Requires(Permission.ADMINISTER)
    @FreshSignIn
    ResponseEntity<CommandAnswer> orderErasure(CommandRequest request, @PathVariable UUID id) {
        obstacles.requireNone(id(request, id));
        return request.change(new OrderErasure(id(request, id), today(request)));
    }

    /**
     * What goes with a person.
     *
     * @param keys of how many keys: of the card, of those merged into it, of who is behind its numbers
     * @param events how many events of the log say something about the person; they stay, and can't be read
     */
    record ErasurePreview(int keys, int events, List<Held> held) {}

    /** @param store what holds them, such as files */
    record Held(String store, long things) {}

    /** What would go if the person was erased; changes nothing. */
    @GetMapping("/api/customers/{id}/erasure-preview")
    @Requires(Permission.ADMINISTER)
    ErasurePreview previewErasure(Caller caller, @PathVariable UUID id) {
        CustomerId customer = CustomerId.of(caller.tenant(), id);
        known.requireKnown(customer);
        Prepared prepared = erasures.preview(customer);
        return new ErasurePreview(
                prepared.subjects().size(),
                prepared.events(),
                prepared.counts().entrySet().stream()
                        .map(store -> new Held(store.getKey(), store.getValue()))
                        .toList());
    }

    private LocalDate today(CommandRequest request) {
        return calendar.today(request.caller().tenant());
    }

    private static PrivacyRequestId id(CommandRequest request, UUID id) {
        return PrivacyRequestId.of(request.caller().tenant(), id);
    }
}
