package medflip.deals.read.payouts;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import medflip.accounts.read.workspace.WorkspaceViews;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PayoutMethod;
import medflip.deals.read.deals.DealsViews;
import medflip.kernel.PersonalText;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayoutsTest {

    private final ProjectionFixture fixture =
            ProjectionFixture.of(WorkspaceViews.projection(), PeopleViews.projection(), DealsViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final PayoutsStore store = new PayoutsStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    /** Three boxes for $45.00, owed since 22 November. */
    private void bought() {
        fixture.given(
                facts.signedUp(),
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.agreed(deal));
    }

    @Test
    void what_is_agreed_and_not_planned_is_due() {
        fixture.given(facts.signedUp(), facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat));
        assertThat(shown()).isEmpty();
        fixture.given(facts.accepted(deal), facts.agreed(deal));
        assertThat(found(null, null))
                .containsExactly(new PayoutItem(
                        deal.local(),
                        deal.local(),
                        pat.local(),
                        "Pat Doe",
                        "OneTouch Verio 50ct ×3",
                        PayoutStage.DUE,
                        usd("45.00"),
                        usd("0"),
                        null,
                        null,
                        null,
                        day("2026-11-22"),
                        null));
    }

    @Test
    void a_planned_part_is_due_no_more_until_it_is_withdrawn() {
        bought();
        UUID payout = Ids.next();
        fixture.given(planned(payout, "20.00"));
        assertThat(shown()).containsExactlyInAnyOrder("DUE 25.00", "PLANNED 20.00");
        fixture.given(planned(Ids.next(), "25.00"));
        assertThat(shown()).containsExactlyInAnyOrder("PLANNED 25.00", "PLANNED 20.00");
        fixture.given(new PayoutWithdrawn(deal, payout, day("2026-11-24")));
        assertThat(shown()).containsExactlyInAnyOrder("DUE 20.00", "PLANNED 25.00", "WITHDRAWN 20.00");
    }

    @Test
    void a_payout_is_sent_then_settled_or_failed_and_due_again() {
        bought();
        PayoutRecorded payout = facts.paid(deal, pat, "45.00");
        fixture.given(payout);
        assertThat(shown()).containsExactly("SENT 45.00");
        fixture.given(new PayoutConfirmed(deal, payout.payoutId(), day("2026-11-24")));
        assertThat(shown()).containsExactly("SETTLED 45.00");
        fixture.given(new PayoutFailed(
                deal, pat, payout.payoutId(), usd("45.00"), new PersonalText("account closed"), day("2026-11-25")));
        assertThat(shown()).containsExactlyInAnyOrder("FAILED 45.00", "DUE 45.00");
        assertThat(found(null, PayoutStage.FAILED))
                .extracting(PayoutItem::remark)
                .containsExactly("account closed");
    }

    @Test
    void payouts_are_found_by_person_and_item_and_by_stage() {
        bought();
        fixture.given(facts.paid(deal, pat, "20.00"));
        assertThat(found("pat", null)).hasSize(2);
        assertThat(found("verio", PayoutStage.SENT)).hasSize(1);
        assertThat(found("sam", null)).isEmpty();
    }

    @Test
    void stages_are_added_up() {
        bought();
        fixture.given(facts.paid(deal, pat, "20.00"), facts.paid(deal, pat, "5.00"));
        assertThat(store.sums(fixture.tenant()).orElseThrow())
                .contains(
                        new PayoutSum(PayoutStage.DUE, 1, usd("20.00")),
                        new PayoutSum(PayoutStage.SENT, 2, usd("25.00")),
                        new PayoutSum(PayoutStage.FAILED, 0, usd("0")))
                .hasSameSizeAs(PayoutStage.values());
    }

    @Test
    void the_file_holds_what_the_list_shows() {
        bought();
        fixture.given(facts.paid(deal, pat, "20.00"), planned(Ids.next(), "5.00"));
        List<PayoutItem> all = new ArrayList<>();
        store.forEach(fixture.tenant(), question(null, null), null, all::add);
        assertThat(all).hasSize(3).isEqualTo(found(null, null));
    }

    private PayoutPlanned planned(UUID payout, String amount) {
        return new PayoutPlanned(deal, payout, usd(amount), PayoutMethod.CASH, day("2026-11-28"), day("2026-11-23"));
    }

    private List<String> shown() {
        return found(null, null).stream()
                .map(payout -> payout.stage() + " " + payout.amount().minor() / 100 + ".00")
                .toList();
    }

    private List<PayoutItem> found(@Nullable String search, @Nullable PayoutStage stage) {
        return store.page(fixture.tenant(), question(search, stage), new PageRequest(null, null, null))
                .items();
    }

    private static FindPayouts question(@Nullable String search, @Nullable PayoutStage stage) {
        return new FindPayouts(search, stage, null, null, null, null);
    }
}
