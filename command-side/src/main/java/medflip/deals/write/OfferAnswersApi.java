package medflip.deals.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Objects;
import medflip.deals.events.Attestation;
import medflip.deals.events.DeclineReason;
import medflip.deals.write.OfferLinkCommand.TakeOffer;
import medflip.deals.write.OfferLinkCommand.TurnOfferDown;
import medflip.deals.write.OfferLinkIndex.OfferLink;
import medflip.kernel.PersonalText;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Conditions;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.PrivateToken;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A seller's answer to an offer, a quote or a re-quote, by a private link and without an account. Whose offer it is
 * follows from the link alone; nobody's session counts here. A token that means nothing is answered like one that meant
 * something once.
 */
@RestController
@Requires(Permission.ANYBODY)
@RequestMapping("/api/offers")
class OfferAnswersApi {

    private final OfferLinkIndex links;
    private final Commands commands;
    private final BusinessCalendar calendar;
    private final WelcomeSellers sellers;
    private final Throttle throttle;

    OfferAnswersApi(
            OfferLinkIndex links,
            Commands commands,
            BusinessCalendar calendar,
            WelcomeSellers sellers,
            @Value("${medflip.offers.attempts-per-address:60}") int attempts) {
        this.links = links;
        this.commands = commands;
        this.calendar = calendar;
        this.sellers = sellers;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    /** For a quote, the seller attests, to the text of the version that was shown; a re-quote needs neither. */
    record TakeBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Nullable Boolean attests,
            @Nullable String attestationVersion) {}

    record TurnDownBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable DeclineReason reason,
            @Nullable String remark) {}

    @PostMapping("/accept")
    ResponseEntity<Void> takeOffer(@RequestBody TakeBody body, HttpServletRequest request) {
        OfferLink link = link(body.token(), request);
        // Why nothing is bought from somebody is nothing to tell them by a link.
        require(sellers.isSellerWelcome(link.deal()), DealRejection.LINK_VOID);
        Faults faults = new Faults();
        String version = body.attestationVersion();
        faults.check(
                version == null || version.equals(Attestation.VERSION),
                "attestationVersion",
                "This text was changed meanwhile. Open the link again.");
        faults.throwIfAny();
        return answer(
                link,
                new TakeOffer(link.deal(), link.linkId(), Boolean.TRUE.equals(body.attests()), version, today(link)),
                "accept");
    }

    @PostMapping("/decline")
    ResponseEntity<Void> turnOfferDown(@RequestBody TurnDownBody body, HttpServletRequest request) {
        OfferLink link = link(body.token(), request);
        Faults faults = new Faults();
        DeclineReason reason = faults.required("reason", body.reason(), r -> r);
        PersonalText remark = faults.optional("remark", body.remark(), PersonalText::parse);
        faults.throwIfAny();
        return answer(link, new TurnOfferDown(link.deal(), link.linkId(), reason, remark, today(link)), "decline");
    }

    private OfferLink link(@Nullable String token, HttpServletRequest request) {
        throttle.attempt(request);
        return links.find(PrivateToken.hash(Objects.requireNonNullElse(token, "")))
                .orElseThrow(() -> new CommandRejected(DealRejection.LINK_VOID));
    }

    /** Two clicks are one answer: the second finds what the first did. */
    private ResponseEntity<Void> answer(OfferLink link, OfferLinkCommand command, String answer) {
        commands.send(
                Caller.link(link.deal().tenantId(), link.linkId()),
                command,
                Conditions.key(
                        "offer/" + link.linkId() + "/" + answer, link.linkId().toString()));
        return ResponseEntity.noContent().build();
    }

    private LocalDate today(OfferLink link) {
        return calendar.today(link.deal().tenantId());
    }
}
