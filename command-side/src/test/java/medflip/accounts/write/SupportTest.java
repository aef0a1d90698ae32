package medflip.accounts.write;

import java.time.Instant;
import java.util.UUID;
import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportEvent.SupportLeft;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.accounts.events.SupportId;
import medflip.accounts.write.SupportCommand.EnterSupport;
import medflip.accounts.write.SupportCommand.GrantSupport;
import medflip.accounts.write.SupportCommand.LeaveSupport;
import medflip.accounts.write.SupportCommand.LetSupportRunOut;
import medflip.accounts.write.SupportCommand.RevokeSupport;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import org.junit.jupiter.api.Test;

class SupportTest extends AggregateSpec<Support> {

    private static final SupportId SUPPORT = SupportId.of(TENANT, new UUID(7, 9));
    private static final PersonalText REASON = new PersonalText("An import stands still");
    private static final Instant END = Instant.parse("2026-11-27T19:30:00Z");
    private static final Instant BEFORE = END.minusSeconds(1);
    private static final UUID ANN = new UUID(0, 1);
    private static final EmailAddress EMAIL = new EmailAddress("ann@medflip.example");
    private static final SupportGranted GRANTED = new SupportGranted(SUPPORT, REASON, false, END);
    private static final SupportEntered ENTERED = new SupportEntered(SUPPORT, ANN, EMAIL);

    @Test
    void an_owner_lets_support_in() {
        when(new GrantSupport(SUPPORT, REASON, false, END));
        then(GRANTED);
    }

    @Test
    void somebody_comes_in_until_the_last_second() {
        given(GRANTED);
        when(new EnterSupport(SUPPORT, ANN, EMAIL, BEFORE));
        then(ENTERED);
    }

    @Test
    void nobody_comes_in_once_its_time_is_over() {
        given(GRANTED);
        when(new EnterSupport(SUPPORT, ANN, EMAIL, END));
        thenRejected(AccountRejection.SUPPORT_OVER);
    }

    @Test
    void nobody_comes_in_once_an_owner_ended_it() {
        given(GRANTED, new SupportRevoked(SUPPORT));
        when(new EnterSupport(SUPPORT, ANN, EMAIL, BEFORE));
        thenRejected(AccountRejection.SUPPORT_OVER);
    }

    @Test
    void who_left_may_come_again() {
        given(GRANTED, ENTERED, new SupportLeft(SUPPORT, ANN));
        when(new EnterSupport(SUPPORT, ANN, EMAIL, BEFORE));
        then(ENTERED);
    }

    @Test
    void who_is_in_leaves() {
        given(GRANTED, ENTERED);
        when(new LeaveSupport(SUPPORT, ANN));
        then(new SupportLeft(SUPPORT, ANN));
    }

    @Test
    void who_is_not_in_has_nothing_to_leave() {
        given(GRANTED, ENTERED, new SupportRevoked(SUPPORT));
        when(new LeaveSupport(SUPPORT, ANN));
        thenNothing();
    }

    @Test
    void an_owner_ends_it_once() {
        given(GRANTED);
        when(new RevokeSupport(SUPPORT));
        then(new SupportRevoked(SUPPORT));
    }

    @Test
    void what_is_over_stays_so() {
        given(GRANTED, new SupportRanOut(SUPPORT));
        when(new RevokeSupport(SUPPORT));
        thenNothing();
    }

    @Test
    void it_runs_out_at_its_time() {
        given(GRANTED);
        when(new LetSupportRunOut(SUPPORT, END));
        then(new SupportRanOut(SUPPORT));
    }

    @Test
    void it_does_not_run_out_before() {
        given(GRANTED);
        when(new LetSupportRunOut(SUPPORT, BEFORE));
        thenNothing();
    }
}
