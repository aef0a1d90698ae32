package medflip.privacy.read.requests;

import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.document.DocumentResponse;
import medflip.platform.privacy.Signer.Signed;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.NeverBlocked;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Permission;
import medflip.platform.web.Reads;
import medflip.platform.web.Requires;
import medflip.platform.web.SignedIn;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Questions about what people asked. */
@NeverBlocked
@RestController("privacyRequestsQuestionsApi")
class PrivacyRequestsApi {

    private static final String PEOPLE = "customers.people";
    private static final String MEMBERS = "accounts.workspace";

    private static final CsvColumns<PrivacyRequest> CSV = new CsvColumns<PrivacyRequest>()
            .value("Received", PrivacyRequest::receivedOn)
            .value("Due", PrivacyRequest::dueOn)
            .value("What", PrivacyRequest::kind)
            .value("By which law", PrivacyRequest::law)
            .text("Name", PrivacyRequest::name)
            .value("How", PrivacyRequest::way)
            .value("State", PrivacyRequest::state)
            .value("Who it is was checked by", PrivacyRequest::identity)
            .value("Checked", PrivacyRequest::identityOn)
            .value("Refused for", PrivacyRequest::refusedFor)
            .value("Ended", PrivacyRequest::endedOn)
            .value("Customer id", PrivacyRequest::customerId)
            .value("Member id", PrivacyRequest::memberId)
            .value("Id", PrivacyRequest::id);

    private final PrivacyRequestsStore store;

    PrivacyRequestsApi(PrivacyRequestsStore store) {
        this.store = store;
    }

    /** A page of requests, those that are due first first. */
    @GetMapping("/api/privacy-requests")
    @Reads({PrivacyRequestsProjection.GROUP, PEOPLE, MEMBERS})
    Page<PrivacyRequest> findPrivacyRequests(
            Caller caller, @ParameterObject FindPrivacyRequests question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** What oneself asked about one's own data. */
    @GetMapping("/api/privacy-requests/own")
    @Requires(Permission.SELF)
    @Reads({PrivacyRequestsProjection.GROUP, PEOPLE, MEMBERS})
    Page<PrivacyRequest> findOwnPrivacyRequests(Caller caller, SignedIn who, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), new FindPrivacyRequests(null, null, who.user()), page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/privacy-requests.csv")
    @Reads({PrivacyRequestsProjection.GROUP, PEOPLE, MEMBERS})
    Listing<PrivacyRequest> exportPrivacyRequests(Caller caller, @ParameterObject FindPrivacyRequests question) {
        return Listing.of("privacy-requests", CSV, each -> store.forEach(caller.tenant(), question, each));
    }

    /** One request. */
    @GetMapping("/api/privacy-requests/{id}")
    @Reads({PrivacyRequestsProjection.GROUP, PEOPLE, MEMBERS})
    PrivacyRequest findPrivacyRequest(Caller caller, @PathVariable UUID id) {
        return store.find(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /**
     * A certificate that a person was erased.
     *
     * @param certificate what was done, as JSON: its UTF-8 bytes are what is signed
     * @param signature Ed25519, in Base64
     * @param publicKey by which it is checked: X.509 form, in Base64
     */
    record ErasureCertificate(String certificate, String signature, String publicKey) {}

    /** The certificate of an erasure, to be checked by a program. */
    @GetMapping("/api/privacy-requests/{id}/certificate")
    @Reads(PrivacyRequestsProjection.GROUP)
    ErasureCertificate findErasureCertificate(Caller caller, @PathVariable UUID id) {
        Signed signed = certificate(caller, id);
        return new ErasureCertificate(signed.text(), signed.signature(), signed.publicKey());
    }

    /** The same to be printed. */
    @GetMapping(path = "/api/privacy-requests/{id}/certificate.pdf", produces = DocumentResponse.MEDIA_TYPE)
    @Reads(PrivacyRequestsProjection.GROUP)
    ResponseEntity<byte[]> printErasureCertificate(Caller caller, @PathVariable UUID id) {
        return DocumentResponse.of(ErasurePaper.of(certificate(caller, id)));
    }

    private Signed certificate(Caller caller, UUID id) {
        return store.certificate(caller.tenant(), id)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
