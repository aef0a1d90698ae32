package medflip.catalog.read.buyers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.kernel.PersonName;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BuyersProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(new BuyersProjection());
    private final Facts facts = new Facts(fixture.tenant());
    private final BuyersStore store = new BuyersStore(ReadDatabase.tenants());
    private final BuyerId rescue = facts.newBuyer();

    @Test
    void a_buyer_is_shown_with_its_terms() {
        fixture.given(facts.buyerAdded(rescue, "StripRescue LLC", 6));
        assertThat(found(null, false))
                .containsExactly(new Buyer(
                        rescue.local(),
                        "StripRescue LLC",
                        "Slim Wholesaler",
                        null,
                        null,
                        null,
                        6,
                        List.of(Grade.PERFECT, Grade.SLIGHT_DAMAGE),
                        List.of(Channel.RETAIL),
                        10,
                        PriceFixed.ON_RECEIPT,
                        14,
                        false,
                        0));
    }

    @Test
    void a_correction_replaces_everything() {
        fixture.given(
                facts.buyerAdded(rescue, "StripRescue LLC", 6),
                new BuyerCorrected(
                        rescue, "Rescue Wholesale", new PersonName("Ford"), null, null, null, facts.terms(3)));
        assertThat(found("rescue ford", false)).singleElement().satisfies(buyer -> {
            assertThat(buyer.minimumMonths()).isEqualTo(3);
            assertThat(buyer.version()).isEqualTo(1);
        });
        assertThat(found("slim", false)).isEmpty();
    }

    @Test
    void a_retired_buyer_is_listed_only_where_it_is_asked_for() {
        fixture.given(facts.buyerAdded(rescue, "StripRescue LLC", 6), new BuyerRetired(rescue));
        assertThat(found(null, false)).isEmpty();
        assertThat(found(null, true)).hasSize(1);
        fixture.given(new BuyerRestored(rescue));
        assertThat(found(null, false)).hasSize(1);
    }

    private List<Buyer> found(@Nullable String search, boolean retired) {
        return store.page(fixture.tenant(), new FindBuyers(search, retired), new PageRequest(null, null, null))
                .items();
    }
}
