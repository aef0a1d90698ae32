package medflip.messaging.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.kernel.Texts;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConversationId;
import medflip.messaging.write.CampaignCommand.CancelCampaign;
import medflip.messaging.write.CampaignCommand.PauseCampaign;
import medflip.messaging.write.CampaignCommand.ResumeCampaign;
import medflip.messaging.write.CampaignCommand.StartCampaign;
import medflip.messaging.write.Gate.Verdict;
import medflip.messaging.write.Recipients.Recipient;
import medflip.platform.command.KnownStreams;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One text to many people. */
@RestController
@RequestMapping("/api/campaigns")
class CampaignsApi {

    /** As many as a list names for a filter. */
    private static final int PEOPLE_MAX = 5_000;

    private static final int PREVIEWED_MAX = 500;
    private static final int NAME_MAX = 80;
    private static final int PACE = 60;
    private static final int PACE_MAX = 600;

    private final Recipients recipients;
    private final Conversations conversations;
    private final Whereabouts whereabouts;
    private final KnownStreams known;
    private final Clock clock;
    private final BigDecimal partPrice;

    CampaignsApi(
            Recipients recipients,
            Conversations conversations,
            Whereabouts whereabouts,
            KnownStreams known,
            Clock clock,
            @Value("${medflip.messaging.price-of-a-part}") BigDecimal partPrice) {
        this.recipients = recipients;
        this.conversations = conversations;
        this.whereabouts = whereabouts;
        this.known = known;
        this.clock = clock;
        this.partPrice = partPrice;
    }

    /**
     * A campaign. In {@code body}, {@code {first name}}, {@code {name}} and {@code {business}} stand for what is each
     * one's own; {@code perMinute} is how many texts are written a minute at most, 60 if it is left out.
     */
    record CampaignBody(
            @Nullable UUID id,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Schema(requiredMode = REQUIRED) @Nullable String body,
            @Nullable Integer perMinute,
            @Schema(requiredMode = REQUIRED) @Nullable List<UUID> customerIds) {}

    record CampaignPreviewBody(
            @Schema(requiredMode = REQUIRED) @Nullable String body,
            @Schema(requiredMode = REQUIRED) @Nullable List<UUID> customerIds) {}

    /** What would become of a text to somebody. */
    enum Foreseen {
        LEAVES,
        /** In the morning, where they are. */
        WAITS,
        BLOCKED,
        NO_NUMBER,
        /** Somebody before them has the same number. */
        SAME_NUMBER,
        /** They were put aside. */
        GONE
    }

    /**
     * What would become of a text to one person.
     *
     * @param body as it would leave; absent where nothing would
     * @param parts in how many it would travel
     */
    record PreviewedText(
            UUID customerId,
            @Nullable String name,
            Foreseen foreseen,
            @Nullable String body,
            int parts,
            @Nullable Instant waitsUntil,
            List<BlockReason> blockedFor) {}

    /**
     * What a campaign would do now.
     *
     * @param leaving how many texts would leave, now or in the morning
     * @param parts in how many parts
     * @param cost what these cost about, in US dollars
     */
    record CampaignPreview(List<PreviewedText> texts, int leaving, int parts, Money cost) {}

    /** Says what would become of the text to each of the people, at most 500 at once. Nothing is done. */
    @PostMapping("/preview")
    @Requires(Permission.READ)
    CampaignPreview previewCampaign(Caller caller, @RequestBody CampaignPreviewBody body) {
        Faults faults = new Faults();
        TextWithGaps text = faults.required("body", body.body(), TextWithGaps::parse);
        List<UUID> people = people(faults, caller.tenant(), body.customerIds(), PREVIEWED_MAX);
        faults.throwIfAny();
        PersonalText introduction = conversations.introduction(caller.tenant());
        Set<PhoneNumber> seen = new HashSet<>();
        List<PreviewedText> texts = people.stream()
                .map(person -> foresee(caller.tenant(), person, text, introduction, seen))
                .toList();
        int parts = texts.stream().mapToInt(PreviewedText::parts).sum();
        return new CampaignPreview(
                texts,
                (int) texts.stream().filter(each -> each.parts() > 0).count(),
                parts,
                Money.of(partPrice.multiply(BigDecimal.valueOf(parts)), "USD"));
    }

    private PreviewedText foresee(
            TenantId tenant,
            UUID person,
            TextWithGaps text,
            @Nullable PersonalText introduction,
            Set<PhoneNumber> seen) {
        Recipient recipient = recipients.find(CustomerId.of(tenant, person)).orElse(null);
        if (recipient == null) {
            return nothing(person, null, Foreseen.GONE, List.of());
        }
        String name = recipient.name().value();
        PhoneNumber number = recipient.number();
        if (number == null) {
            return nothing(person, name, Foreseen.NO_NUMBER, List.of());
        }
        if (!seen.add(number)) {
            return nothing(person, name, Foreseen.SAME_NUMBER, List.of());
        }
        ConversationId conversation = conversations.with(tenant, number);
        Gate gate = new Gate(
                conversations.standing(conversation),
                introduction,
                conversations.paid(conversation.tenantId()),
                whereabouts.zones(conversation),
                whereabouts.isRestricted(conversation));
        PersonalText body = text.to(recipient.name(), introduction == null ? "" : introduction.value());
        return switch (gate.judge(body, number, clock.instant())) {
            case Verdict.Blocked(List<BlockReason> reasons) -> nothing(person, name, Foreseen.BLOCKED, reasons);
            case Verdict.Held(Instant until) -> leaving(person, name, gate.leaving(body), until);
            case Verdict.Passed passed -> leaving(person, name, passed.body(), null);
        };
    }

    private static PreviewedText nothing(
            UUID person, @Nullable String name, Foreseen foreseen, List<BlockReason> reasons) {
        return new PreviewedText(person, name, foreseen, null, 0, null, reasons);
    }

    private static PreviewedText leaving(UUID person, String name, PersonalText body, @Nullable Instant until) {
        return new PreviewedText(
                person,
                name,
                until == null ? Foreseen.LEAVES : Foreseen.WAITS,
                body.value(),
                Segments.of(body.value()),
                until,
                List.of());
    }

    /** Starts to text all of them; each text passes the gate for itself. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommandAnswer> startCampaign(CommandRequest request, @RequestBody CampaignBody body) {
        Faults faults = new Faults();
        TenantId tenant = request.caller().tenant();
        PersonalText name = faults.required(
                "name", body.name(), text -> new PersonalText(Texts.line("A campaign's name", text, NAME_MAX)));
        TextWithGaps text = faults.required("body", body.body(), TextWithGaps::parse);
        int pace = Objects.requireNonNullElse(body.perMinute(), PACE);
        faults.check(pace >= 1 && pace <= PACE_MAX, "perMinute", "1 to " + PACE_MAX + " texts leave a minute.");
        List<UUID> people = people(faults, tenant, body.customerIds(), PEOPLE_MAX);
        faults.throwIfAny();
        UUID id = Objects.requireNonNullElseGet(body.id(), Ids::next);
        return request.make(new StartCampaign(CampaignId.of(tenant, id), name, text.body(), pace, people));
    }

    /** Lets no text of it leave for now. */
    @PostMapping("/{id}/pause")
    ResponseEntity<CommandAnswer> pauseCampaign(CommandRequest request, @PathVariable UUID id) {
        return request.change(new PauseCampaign(campaign(request, id)));
    }

    /** Lets its texts leave again. */
    @PostMapping("/{id}/resume")
    ResponseEntity<CommandAnswer> resumeCampaign(CommandRequest request, @PathVariable UUID id) {
        return request.change(new ResumeCampaign(campaign(request, id)));
    }

    /** Keeps back all that hasn't left, for good. */
    @PostMapping("/{id}/cancel")
    ResponseEntity<CommandAnswer> cancelCampaign(CommandRequest request, @PathVariable UUID id) {
        return request.change(new CancelCampaign(campaign(request, id)));
    }

    private CampaignId campaign(CommandRequest request, UUID id) {
        CampaignId campaign = CampaignId.of(request.caller().tenant(), id);
        known.requireKnown(campaign);
        return campaign;
    }

    private List<UUID> people(Faults faults, TenantId tenant, @Nullable List<UUID> chosen, int most) {
        List<UUID> people =
                chosen == null ? List.of() : chosen.stream().distinct().toList();
        boolean some = !people.isEmpty() && people.size() <= most;
        faults.check(some, "customerIds", "Choose 1 to " + most + " people.");
        if (some) {
            people.forEach(person -> known.requireKnown(CustomerId.of(tenant, person)));
        }
        return people;
    }
}
