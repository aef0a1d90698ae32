package medflip.reports.read.compliance;

import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.DealId;
import medflip.deals.read.deals.DealsViews;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComplianceStoreTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(DealsViews.projection(), PeopleViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final ComplianceStore store = new ComplianceStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void each_accepted_offer_stands_with_the_statement_that_was_made() {
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.quoted(facts.newDeal(), pat),
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat),
                facts.agreed(deal),
                facts.paid(deal, pat, "20.00"),
                facts.pastDeal(facts.newDeal(), pat));
        assertThat(found(null))
                .containsExactly(new CompliancePurchase(
                        deal.local(),
                        day("2026-11-21"),
                        pat.local(),
                        "Pat Doe",
                        "2026-11-24",
                        AcceptedBy.BUSINESS,
                        "OneTouch Verio 50ct ×3",
                        3,
                        day("2026-11-22"),
                        usd("45.00"),
                        usd("20.00")));
        assertThat(found("pat verio")).hasSize(1);
        assertThat(found("sam")).isEmpty();
    }

    private List<CompliancePurchase> found(@Nullable String search) {
        return store.page(fixture.tenant(), new FindPurchases(search, null, null), new PageRequest(null, null, null))
                .items();
    }
}
