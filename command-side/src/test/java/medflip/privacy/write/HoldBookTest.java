package medflip.privacy.write;

import java.time.LocalDate;
import java.util.UUID;
import medflip.kernel.PersonalText;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import medflip.privacy.events.HoldBasis;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReviewed;
import medflip.privacy.write.LegalHoldCommand.PlaceLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReleaseLegalHold;
import medflip.privacy.write.LegalHoldCommand.ReviewLegalHold;
import org.junit.jupiter.api.Test;

class HoldBookTest extends AggregateSpec<HoldBook> {

    private static final HoldBookId BOOK = HoldBookId.of(TENANT);
    private static final UUID HOLD = new UUID(5, 5);
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");
    private static final PersonalText FILE = new PersonalText("File 26-1187");

    @Test
    void P7_a_hold_names_why_and_by_when_somebody_looks_again_and_never_for_longer_than_half_a_year() {
        when(place(DAY.plusDays(180)));
        then(placed(DAY.plusDays(180)));
        given();
        when(place(DAY.plusDays(181)));
        thenRejected(LegalHoldRejection.REVIEW_WITHIN);
        given();
        when(place(DAY));
        thenRejected(LegalHoldRejection.REVIEW_WITHIN);
    }

    @Test
    void the_same_hold_again_changes_nothing() {
        given(placed(DAY.plusDays(30)));
        when(place(DAY.plusDays(60)));
        thenNothing();
    }

    @Test
    void P7_who_looked_says_until_when_it_is_needed_and_who_releases_it_ends_it_once() {
        given(placed(DAY.plusDays(30)));
        when(new ReviewLegalHold(BOOK, HOLD, DAY.plusDays(29), DAY.plusDays(90)));
        then(new LegalHoldReviewed(BOOK, HOLD, DAY.plusDays(29), DAY.plusDays(90)));
        given(placed(DAY.plusDays(30)));
        when(new ReleaseLegalHold(BOOK, HOLD, DAY));
        then(new LegalHoldReleased(BOOK, HOLD, DAY));
        given(placed(DAY.plusDays(30)), new LegalHoldReleased(BOOK, HOLD, DAY));
        when(new ReleaseLegalHold(BOOK, HOLD, DAY));
        thenNothing();
        given(placed(DAY.plusDays(30)), new LegalHoldReleased(BOOK, HOLD, DAY));
        when(new ReviewLegalHold(BOOK, HOLD, DAY, DAY.plusDays(90)));
        thenRejected(LegalHoldRejection.NO_SUCH_HOLD);
    }

    @Test
    void another_tenant_finds_no_hold() {
        given(placed(DAY.plusDays(30)));
        from(OTHER_TENANT);
        when(new ReleaseLegalHold(BOOK, HOLD, DAY));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static PlaceLegalHold place(LocalDate reviewOn) {
        return new PlaceLegalHold(BOOK, HOLD, null, HoldBasis.LITIGATION, FILE, DAY, reviewOn);
    }

    private static LegalHoldPlaced placed(LocalDate reviewOn) {
        return new LegalHoldPlaced(BOOK, HOLD, null, HoldBasis.LITIGATION, FILE, DAY, reviewOn);
    }
}
