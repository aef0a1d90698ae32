package medflip.privacy.write;

import static medflip.platform.command.Rejection.require;

import java.util.Objects;
import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.UserId;
import medflip.kernel.DataSubject;
import medflip.kernel.TenantId;
import medflip.platform.command.Histories;
import medflip.platform.privacy.LegalHolds;
import medflip.platform.privacy.PrivacyRejection;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestId;
import org.springframework.stereotype.Component;

/** What speaks against erasing whoever asked for it, before it is ordered. */
@Component
class ErasureObstacles {

    private final Histories histories;
    private final KeysOfPeople keys;
    private final LegalHolds holds;

    ErasureObstacles(Histories histories, KeysOfPeople keys, LegalHolds holds) {
        this.histories = histories;
        this.keys = keys;
        this.holds = holds;
    }

    /**
     * @throws medflip.platform.command.CommandRejected if the law has the person kept, or if they are a member still,
     *     who signs in and acts
     */
    void requireNone(PrivacyRequestId request) {
        histories.of(request, RequestReceived.class).findFirst().ifPresent(asked -> {
            UserId member = asked.memberId();
            require(member == null || hasLeft(member), PrivacyRequestRejection.STILL_MEMBER);
            DataSubject whose = member == null ? Objects.requireNonNull(asked.customerId()) : member;
            require(!holds.holdAnyOf(request.tenantId(), keys.of(whose)), PrivacyRejection.ON_HOLD);
        });
    }

    private boolean hasLeft(UserId member) {
        TenantId tenant = member.tenantId();
        return histories
                .of(AccountId.of(tenant, tenant.value()), MemberRemoved.class)
                .anyMatch(removed -> removed.userId().equals(member));
    }
}
