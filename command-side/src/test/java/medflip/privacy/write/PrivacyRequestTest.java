package medflip.privacy.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.UserId;
import medflip.customers.events.CustomerId;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.Signer.Signed;
import medflip.privacy.events.ExtensionReason;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkMade;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkRevoked;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestExtended;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.ReminderKind;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import medflip.privacy.write.PrivacyRequestCommand.AnswerRequest;
import medflip.privacy.write.PrivacyRequestCommand.CertifyErasure;
import medflip.privacy.write.PrivacyRequestCommand.CheckIdentity;
import medflip.privacy.write.PrivacyRequestCommand.ExtendRequest;
import medflip.privacy.write.PrivacyRequestCommand.MakePrivateLink;
import medflip.privacy.write.PrivacyRequestCommand.OrderErasure;
import medflip.privacy.write.PrivacyRequestCommand.ReceiveRequest;
import medflip.privacy.write.PrivacyRequestCommand.RefuseRequest;
import medflip.privacy.write.PrivacyRequestCommand.RemindOwners;
import medflip.privacy.write.PrivacyRequestCommand.RevokePrivateLink;
import org.junit.jupiter.api.Test;

class PrivacyRequestTest extends AggregateSpec<PrivacyRequest> {

    private static final PrivacyRequestId ID = PrivacyRequestId.of(TENANT, new UUID(5, 5));
    private static final CustomerId WHO = CustomerId.of(TENANT, new UUID(6, 6));
    private static final UserId MEMBER = UserId.of(TENANT, new UUID(8, 8));
    private static final UUID LINK = new UUID(7, 7);
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");

    @Test
    void P14_what_a_person_asks_is_due_within_thirty_days_or_by_the_law_of_california_within_forty_five() {
        when(receive(PrivacyLaw.GDPR));
        then(received(PrivacyLaw.GDPR, DAY.plusDays(30)));
        given();
        when(receive(PrivacyLaw.CCPA));
        then(received(PrivacyLaw.CCPA, DAY.plusDays(45)));
    }

    @Test
    void P14_it_is_put_off_once_while_it_is_not_due_yet_and_the_person_is_told_why() {
        LocalDate due = DAY.plusDays(30);
        ExtendRequest extend = new ExtendRequest(ID, ExtensionReason.COMPLEX, RequestWay.BY_EMAIL, due);
        RequestExtended extended =
                new RequestExtended(ID, ExtensionReason.COMPLEX, RequestWay.BY_EMAIL, due, due.plusDays(60));
        given(received(RequestKind.ACCESS));
        when(extend);
        then(extended);
        given(received(RequestKind.ACCESS), extended);
        when(extend);
        thenRejected(PrivacyRequestRejection.EXTENDED_ALREADY);
        given(received(RequestKind.ACCESS));
        when(new ExtendRequest(ID, ExtensionReason.COMPLEX, RequestWay.BY_EMAIL, due.plusDays(1)));
        thenRejected(PrivacyRequestRejection.TOO_LATE_TO_EXTEND);
    }

    @Test
    void P14_owners_are_reminded_a_week_before_it_is_due_and_once_it_is_late_and_of_each_once() {
        LocalDate due = DAY.plusDays(30);
        OwnersReminded soon = new OwnersReminded(ID, ReminderKind.SOON, due);
        OwnersReminded late = new OwnersReminded(ID, ReminderKind.LATE, due);
        given(received(RequestKind.ACCESS));
        when(new RemindOwners(ID, due.minusDays(8)));
        thenNothing();
        given(received(RequestKind.ACCESS));
        when(new RemindOwners(ID, due.minusDays(7)));
        then(soon);
        given(received(RequestKind.ACCESS), soon);
        when(new RemindOwners(ID, due));
        thenNothing();
        given(received(RequestKind.ACCESS), soon);
        when(new RemindOwners(ID, due.plusDays(1)));
        then(late);
        given(received(RequestKind.ACCESS), soon, late);
        when(new RemindOwners(ID, due.plusDays(9)));
        thenNothing();
        given(received(RequestKind.ACCESS), new RequestRefused(ID, RefusalReason.WITHDRAWN, DAY));
        when(new RemindOwners(ID, due.plusDays(1)));
        thenNothing();
    }

    @Test
    void P8_a_private_link_is_for_who_is_known_and_asked_to_see_what_is_held() {
        MakePrivateLink make = new MakePrivateLink(ID, LINK, DAY);
        PrivateLinkMade made = new PrivateLinkMade(ID, LINK, DAY, DAY.plusDays(14));
        given(received(RequestKind.ACCESS));
        when(make);
        thenRejected(PrivacyRequestRejection.NOTHING_TO_SHOW);
        given(received(RequestKind.DELETION), checked());
        when(make);
        thenRejected(PrivacyRequestRejection.NOTHING_TO_SHOW);
        given(received(RequestKind.ACCESS), checked());
        when(make);
        then(made);
        given(received(RequestKind.ACCESS), checked(), made);
        when(make);
        thenNothing();
        given(received(RequestKind.ACCESS), checked(), made);
        when(new RevokePrivateLink(ID, LINK, DAY));
        then(new PrivateLinkRevoked(ID, LINK, DAY));
        given(received(RequestKind.ACCESS), checked(), made, new PrivateLinkRevoked(ID, LINK, DAY));
        when(new RevokePrivateLink(ID, LINK, DAY));
        thenRejected(PrivacyRequestRejection.LINK_VOID);
    }

    @Test
    void P8_what_a_member_asks_about_themselves_needs_no_further_proof() {
        when(new ReceiveRequest(
                ID,
                RequestKind.ACCESS,
                PrivacyLaw.GDPR,
                null,
                MEMBER,
                RequestWay.IN_APP,
                DAY,
                IdentityCheck.SIGNED_IN,
                null));
        then(
                new RequestReceived(
                        ID,
                        RequestKind.ACCESS,
                        PrivacyLaw.GDPR,
                        null,
                        MEMBER,
                        RequestWay.IN_APP,
                        DAY,
                        DAY.plusDays(30)),
                new IdentityChecked(ID, IdentityCheck.SIGNED_IN, DAY));
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
        then(new ErasureOrdered(ID, WHO, null, DAY));
    }

    @Test
    void an_erasure_that_is_ordered_is_not_refused_any_more() {
        given(received(RequestKind.DELETION), checked(), new ErasureOrdered(ID, WHO, null, DAY));
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
        then(new RequestAnswered(ID, RequestKind.OPT_OUT, WHO, null, DAY));
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
        given(received(RequestKind.DELETION), checked(), new ErasureOrdered(ID, WHO, null, DAY));
        when(certify());
        ErasureCertified certified = new ErasureCertified(ID, "{}", "signature", "key", DAY);
        then(certified);
        given(received(RequestKind.DELETION), checked(), new ErasureOrdered(ID, WHO, null, DAY), certified);
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
        return new RequestReceived(ID, kind, PrivacyLaw.GDPR, WHO, null, RequestWay.BY_PHONE, DAY, DAY.plusDays(30));
    }

    private static ReceiveRequest receive(PrivacyLaw law) {
        return new ReceiveRequest(ID, RequestKind.ACCESS, law, WHO, null, RequestWay.BY_EMAIL, DAY, null, null);
    }

    private static RequestReceived received(PrivacyLaw law, LocalDate dueOn) {
        return new RequestReceived(ID, RequestKind.ACCESS, law, WHO, null, RequestWay.BY_EMAIL, DAY, dueOn);
    }

    private static IdentityChecked checked() {
        return new IdentityChecked(ID, IdentityCheck.KNOWN_IN_PERSON, DAY);
    }

    private static CertifyErasure certify() {
        return new CertifyErasure(ID, new Signed("{}", "signature", "key"), DAY);
    }
}
