package medflip.privacy.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.customers.events.CustomerId;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.Signer.Signed;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import medflip.privacy.write.PrivacyRequestCommand.AnswerRequest;
import medflip.privacy.write.PrivacyRequestCommand.CertifyErasure;
import medflip.privacy.write.PrivacyRequestCommand.CheckIdentity;
import medflip.privacy.write.PrivacyRequestCommand.OrderErasure;
import medflip.privacy.write.PrivacyRequestCommand.ReceiveRequest;
import medflip.privacy.write.PrivacyRequestCommand.RefuseRequest;
import org.junit.jupiter.api.Test;

class PrivacyRequestTest extends AggregateSpec<PrivacyRequest> {

    private static final PrivacyRequestId ID = PrivacyRequestId.of(TENANT, new UUID(5, 5));
    private static final CustomerId WHO = CustomerId.of(TENANT, new UUID(6, 6));
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");

    @Test
    void P14_what_a_person_asks_is_due_within_thirty_days_of_when_they_asked() {
        when(new ReceiveRequest(ID, RequestKind.ACCESS, WHO, RequestWay.BY_EMAIL, LocalDate.parse("2026-11-20")));
        then(new RequestReceived(
                ID,
                RequestKind.ACCESS,
                WHO,
                RequestWay.BY_EMAIL,
                LocalDate.parse("2026-11-20"),
                LocalDate.parse("2026-12-20")));
    }

    @Test
    void P8_nobody_is_erased_before_it_is_known_who_asks() {
        given(received(RequestKind.DELETION));
        when(new OrderErasure(ID, DAY));
        thenRejected(PrivacyRequestRejection.NOT_IDENTIFIED);
    }

    @Test
    void P8_who_asked_and_is_known_is_erased() {
        given(received(RequestKind.DELETION), checked());
        when(new OrderErasure(ID, DAY));
        then(new ErasureOrdered(ID, WHO, DAY));
    }

    @Test
    void an_erasure_that_is_ordered_is_not_refused_any_more() {
        given(received(RequestKind.DELETION), checked(), new ErasureOrdered(ID, WHO, DAY));
        when(new RefuseRequest(ID, RefusalReason.WITHDRAWN, DAY));
        thenRejected(PrivacyRequestRejection.REQUEST_OVER);
    }

    @Test
    void who_only_wants_to_see_something_is_not_erased() {
        given(received(RequestKind.ACCESS), checked());
        when(new OrderErasure(ID, DAY));
        thenRejected(PrivacyRequestRejection.NOT_A_DELETION);
    }

    @Test
    void a_wish_to_be_forgotten_is_not_answered_by_saying_so() {
        given(received(RequestKind.DELETION), checked());
        when(new AnswerRequest(ID, DAY));
        thenRejected(PrivacyRequestRejection.ERASE_INSTEAD);
    }

    @Test
    void nothing_is_shown_to_somebody_unknown_but_anybody_is_left_alone() {
        given(received(RequestKind.ACCESS));
        when(new AnswerRequest(ID, DAY));
        thenRejected(PrivacyRequestRejection.NOT_IDENTIFIED);
        given(received(RequestKind.OPT_OUT));
        when(new AnswerRequest(ID, DAY));
        then(new RequestAnswered(ID, DAY));
    }

    @Test
    void what_is_refused_is_over() {
        given(received(RequestKind.ACCESS));
        when(new RefuseRequest(ID, RefusalReason.NOT_IDENTIFIED, DAY));
        then(new RequestRefused(ID, RefusalReason.NOT_IDENTIFIED, DAY));
        given(received(RequestKind.ACCESS), new RequestRefused(ID, RefusalReason.NOT_IDENTIFIED, DAY));
        when(new CheckIdentity(ID, IdentityCheck.DOCUMENT_SEEN, DAY));
        thenRejected(PrivacyRequestRejection.REQUEST_OVER);
    }

    @Test
    void P8_only_an_ordered_erasure_is_certified_and_once() {
        given(received(RequestKind.DELETION), checked());
        when(certify());
        thenRejected(PrivacyRequestRejection.NOT_ORDERED);
        given(received(RequestKind.DELETION), checked(), new ErasureOrdered(ID, WHO, DAY));
        when(certify());
        ErasureCertified certified = new ErasureCertified(ID, "{}", "signature", "key", DAY);
        then(certified);
        given(received(RequestKind.DELETION), checked(), new ErasureOrdered(ID, WHO, DAY), certified);
        when(certify());
        thenNothing();
    }

    @Test
    void another_tenant_finds_no_request() {
        given(received(RequestKind.ACCESS));
        from(OTHER_TENANT);
        when(new CheckIdentity(ID, IdentityCheck.DOCUMENT_SEEN, DAY));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static RequestReceived received(RequestKind kind) {
        return new RequestReceived(ID, kind, WHO, RequestWay.BY_PHONE, DAY, DAY.plusDays(30));
    }

    private static IdentityChecked checked() {
        return new IdentityChecked(ID, IdentityCheck.KNOWN_IN_PERSON, DAY);
    }

    private static CertifyErasure certify() {
        return new CertifyErasure(ID, new Signed("{}", "signature", "key"), DAY);
    }
}
