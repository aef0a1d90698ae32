package medflip.privacy.write;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;
import static medflip.platform.command.Rejection.require;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Commands;
import medflip.platform.command.Histories;
import medflip.platform.command.KnownStreams;
import medflip.platform.link.PrivateDataLink;
import medflip.platform.tenancy.BusinessCalendar;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.PhoneNumbers;
import medflip.platform.web.Faults;
import medflip.platform.web.Permission;
import medflip.platform.web.Requires;
import medflip.platform.web.Throttle;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import medflip.privacy.write.PrivacyRequestCommand.Correction;
import medflip.privacy.write.PrivacyRequestCommand.ReceiveRequest;
import medflip.privacy.write.PrivateLinkIndex.FoundLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a person without an account wants put right, by the private link to what is held of them. It becomes a request
 * of its own, which the business answers; the card isn't changed by it. A link is good for one.
 */
@RestController
@Requires(Permission.ANYBODY)
class PrivateCorrectionsApi {

    private static final int MOST = 10;

    private final PrivateLinkIndex links;
    private final Commands commands;
    private final KnownStreams known;
    private final Histories histories;
    private final BusinessCalendar calendar;
    private final Throttle throttle;

    PrivateCorrectionsApi(
            PrivateLinkIndex links,
            Commands commands,
            KnownStreams known,
            Histories histories,
            BusinessCalendar calendar,
            @Value("${medflip.private-data.attempts-per-address:60}") int attempts) {
        this.links = links;
        this.commands = commands;
        this.known = known;
        this.histories = histories;
        this.calendar = calendar;
        this.throttle = new Throttle(attempts, Duration.ofMinutes(15));
    }

    /** All of it as it should be; what is left out should not be there. */
    record CorrectionBody(
            @Schema(requiredMode = REQUIRED) @Nullable String token,
            @Schema(requiredMode = REQUIRED) @Nullable String name,
            @Nullable List<String> phones,
            @Nullable List<String> emails,
            @Nullable PostalAddress address,
            @Nullable String remark) {

        Correction correction() {
            Faults faults = new Faults();
            PersonName parsedName = faults.required("name", name, PersonName::parse);
            List<PhoneNumber> parsedPhones = faults.each("phones", phones, PhoneNumbers::parse);
            List<EmailAddress> parsedEmails = faults.each("emails", emails, EmailAddress::parse);
            faults.check(parsedPhones.size() <= MOST, "phones", "These are " + MOST + " at most.");
            faults.check(parsedEmails.size() <= MOST, "emails", "These are " + MOST + " at most.");
            PostalAddress parsedAddress = faults.optional("address", address, PostalAddress::parse);
            PersonalText parsedRemark = faults.optional("remark", remark, PersonalText::parse);
            faults.throwIfAny();
            return new Correction(parsedName, parsedPhones, parsedEmails, parsedAddress, parsedRemark);
        }
    }

    @PostMapping("/api/private-data/correct")
    ResponseEntity<Void> proposeCorrection(@RequestBody CorrectionBody body, HttpServletRequest request) {
        throttle.attempt(request);
        FoundLink link = links.find(Objects.requireNonNullElse(body.token(), ""))
                .orElseThrow(() -> new CommandRejected(PrivacyRequestRejection.LINK_VOID));
        Correction correction = body.correction();
        TenantId tenant = link.request().tenantId();
        known.requireKnown(link.customer());
        PrivacyRequestId asked = PrivacyRequestId.of(tenant, PrivateDataLink.correctionBy(tenant, link.linkId()));
        require(!known.isKnown(asked), PrivacyRequestRejection.CORRECTION_SENT);
        commands.send(
                Caller.link(tenant, link.linkId()),
                new ReceiveRequest(
                        asked,
                        RequestKind.CORRECTION,
                        law(link.request()),
                        link.customer(),
                        null,
                        RequestWay.BY_LINK,
                        calendar.today(tenant),
                        IdentityCheck.HAD_PRIVATE_LINK,
                        correction));
        return ResponseEntity.noContent().build();
    }

    /** The same by which they asked before. */
    private PrivacyLaw law(PrivacyRequestId former) {
        return histories
                .of(former, RequestReceived.class)
                .findFirst()
                .orElseThrow()
                .law();
    }
}
