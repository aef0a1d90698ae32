package medflip.messaging.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.kernel.AttachedFile;
import medflip.kernel.FileKind;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.write.ConversationCommand.AssignConversation;
import medflip.messaging.write.ConversationCommand.CancelText;
import medflip.messaging.write.ConversationCommand.ChangeText;
import medflip.messaging.write.ConversationCommand.LiftOptOut;
import medflip.messaging.write.ConversationCommand.MarkSeen;
import medflip.messaging.write.ConversationCommand.OptOut;
import medflip.messaging.write.ConversationCommand.RecordConsent;
import medflip.messaging.write.ConversationCommand.ReviewOptOut;
import medflip.messaging.write.ConversationCommand.WriteText;
import medflip.platform.command.KnownStreams;
import medflip.platform.files.FileStore;
import medflip.platform.text.Ids;
import medflip.platform.text.PhoneNumbers;
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

/** Texts to people, and what is decided about them. Whether a text leaves, the gate says. */
@RestController
@RequestMapping("/api/conversations")
class ConversationsApi {

    /** What Twilio takes, less what a first text says of the business. */
    private static final int TEXT_MAX = 1_500;

    private static final Duration LATEST = Duration.ofDays(365);

    private static final int PICTURES_MAX = 10;

    /** What every phone shows, and what Twilio takes of them. */
    private static final Set<FileKind> SENDABLE = Set.of(FileKind.JPEG, FileKind.PNG);

    private static final long PICTURE_BYTES_MAX = 5_000_000;

    private final Conversations conversations;
    private final KnownStreams known;
    private final FileStore files;
    private final Clock clock;

    ConversationsApi(Conversations conversations, KnownStreams known, FileStore files, Clock clock) {
        this.conversations = conversations;
        this.known = known;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A text. {@code id} may be minted by the caller, {@code sendAt} is left out for at once, {@code consent} says how
     * the person agreed, where the business never wrote that down, and {@code pictureIds} name files that were
     * uploaded.
     */
    record TextBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String number,
            @Schema(requiredMode = REQUIRED) @Nullable String body,
            @Nullable Instant sendAt,
            @Nullable ConsentBasis consent,
            @Nullable List<UUID> pictureIds) {}

    record ChangedTextBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID textId,
            @Schema(requiredMode = REQUIRED) @Nullable String body,
            @Nullable Instant sendAt) {}

    record TextIdBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID textId) {}

    record AssigneeBody(@Nullable UUID memberId) {}

    record ConsentBody(
            @Schema(requiredMode = REQUIRED) @Nullable ConsentBasis basis) {}

    /** {@code meant}: whether the text means that the person wants no more. */
    record ReviewBody(
            @Schema(requiredMode = REQUIRED) @Nullable UUID textId,
            @Schema(requiredMode = REQUIRED) @Nullable Boolean meant) {}

    /** Writes a text to a number; its conversation is what the answer names. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> writeText(CommandRequest request, @RequestBody TextBody body) {
        Faults faults = new Faults();
        PhoneNumber number = faults.required("number", body.number(), PhoneNumbers::parse);
        PersonalText text = faults.required("body", body.body(), ConversationsApi::text);
        checkTime(faults, body.sendAt());
        List<UUID> pictures = Objects.requireNonNullElse(body.pictureIds(), List.of());
        faults.check(pictures.size() <= PICTURES_MAX, "pictureIds", "A text takes 10 pictures at most.");
        faults.throwIfAny();
        TenantId tenant = request.caller().tenant();
        return request.make(new WriteText(
                conversations.with(tenant, number),
                CorrespondentId.of(tenant, Ids.next()),
                Objects.requireNonNullElseGet(body.id(), Ids::next),
                number,
                text,
                body.sendAt(),
                body.consent(),
                null,
                sendable(tenant, pictures)));
    }

    /** Changes a text that waits; without {@code sendAt} it leaves at once. */
    @PostMapping("/{id}/texts/change")
    ResponseEntity<CommandAnswer> changeText(
            CommandRequest request, @PathVariable UUID id, @RequestBody ChangedTextBody body) {
        Faults faults = new Faults();
        UUID textId = faults.required("textId", body.textId(), t -> t);
        PersonalText text = faults.required("body", body.body(), ConversationsApi::text);
        checkTime(faults, body.sendAt());
        faults.throwIfAny();
        return request.change(new ChangeText(conversation(request, id), textId, text, body.sendAt()));
    }

    /** Takes back a text that waits. */
    @PostMapping("/{id}/texts/cancel")
    ResponseEntity<CommandAnswer> cancelText(
            CommandRequest request, @PathVariable UUID id, @RequestBody TextIdBody body) {
        Faults faults = new Faults();
        UUID textId = faults.required("textId", body.textId(), t -> t);
        faults.throwIfAny();
        return request.change(new CancelText(conversation(request, id), textId));
    }

    /**
     * Says that somebody has seen what the person wrote, up to the text of theirs that is named. It asks for no
     * version: what came in meanwhile isn't meant, and stays to be seen.
     */
    @PostMapping("/{id}/seen")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> markSeen(
            CommandRequest request, @PathVariable UUID id, @RequestBody TextIdBody body) {
        Faults faults = new Faults();
        UUID textId = faults.required("textId", body.textId(), t -> t);
        faults.throwIfAny();
        return request.make(new MarkSeen(conversation(request, id), textId));
    }

    /**
     * Says who of the business answers this person; nobody in particular where {@code memberId} is left out. Whoever
     * says it last is right, whatever came in meanwhile.
     */
    @PostMapping("/{id}/assign")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> assignConversation(
            CommandRequest request, @PathVariable UUID id, @RequestBody AssigneeBody body) {
        UserId member =
                body.memberId() == null ? null : UserId.of(request.caller().tenant(), body.memberId());
        if (member != null) {
            known.requireKnown(member);
        }
        return request.make(new AssignConversation(conversation(request, id), member));
    }

    /** Writes down how the person agreed to be texted. */
    @PostMapping("/{id}/consent")
    ResponseEntity<CommandAnswer> recordConsent(
            CommandRequest request, @PathVariable UUID id, @RequestBody ConsentBody body) {
        Faults faults = new Faults();
        ConsentBasis basis = faults.required("basis", body.basis(), b -> b);
        faults.throwIfAny();
        return request.change(new RecordConsent(conversation(request, id), basis));
    }

    /** Stops all texts to the number, whatever came in meanwhile. */
    @PostMapping("/{id}/opt-out")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> optOut(CommandRequest request, @PathVariable UUID id) {
        return request.make(new OptOut(conversation(request, id)));
    }

    /** Takes back an opt-out that the business itself set. */
    @PostMapping("/{id}/opt-out/lift")
    ResponseEntity<CommandAnswer> liftOptOut(CommandRequest request, @PathVariable UUID id) {
        return request.change(new LiftOptOut(conversation(request, id)));
    }

    /**
     * Decides about a text that reads as if its writer wanted no more. It asks for no version: the text is named, and
     * is decided about once.
     */
    @PostMapping("/{id}/opt-out/review")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> reviewOptOut(
            CommandRequest request, @PathVariable UUID id, @RequestBody ReviewBody body) {
        Faults faults = new Faults();
        UUID textId = faults.required("textId", body.textId(), t -> t);
        Boolean meant = faults.required("meant", body.meant(), m -> m);
        faults.throwIfAny();
        return request.make(new ReviewOptOut(conversation(request, id), textId, meant));
    }

    private ConversationId conversation(CommandRequest request, UUID id) {
        ConversationId conversation = ConversationId.of(request.caller().tenant(), id);
        known.requireKnown(conversation);
        return conversation;
    }

    private List<AttachedFile> sendable(TenantId tenant, List<UUID> pictures) {
        List<AttachedFile> found = pictures.stream()
                .distinct()
                .map(picture -> files.toAttach(tenant, picture).file())
                .toList();
        require(
                found.stream().allMatch(file -> SENDABLE.contains(file.kind()))
                        && found.stream().mapToLong(AttachedFile::bytes).sum() <= PICTURE_BYTES_MAX,
                TextingRejection.PICTURE_NOT_SENDABLE);
        return found;
    }

    private static PersonalText text(String text) {
        return new PersonalText(Texts.paragraph("A text", text, TEXT_MAX));
    }

    private void checkTime(Faults faults, @Nullable Instant sendAt) {
        faults.check(
                sendAt == null || sendAt.isBefore(clock.instant().plus(LATEST)),
                "sendAt",
                "A text can wait for a year at most.");
    }
}
