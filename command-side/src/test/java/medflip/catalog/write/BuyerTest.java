package medflip.catalog.write;

import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.write.BuyerCommand.AddBuyer;
import medflip.catalog.write.BuyerCommand.CorrectBuyer;
import medflip.catalog.write.BuyerCommand.Details;
import medflip.catalog.write.BuyerCommand.RestoreBuyer;
import medflip.catalog.write.BuyerCommand.RetireBuyer;
import medflip.kernel.PersonName;
import medflip.platform.command.AggregateSpec;
import medflip.platform.command.RequestRejection;
import org.junit.jupiter.api.Test;

class BuyerTest extends AggregateSpec<Buyer> {

    private static final BuyerId BUYER = BuyerId.of(TENANT, new UUID(7, 7));
    private static final PersonName CONTACT = PersonName.parse("Slim Wholesaler");

    @Test
    void a_buyer_is_written_into_the_books_with_its_terms() {
        when(new AddBuyer(BUYER, details(3)));
        then(added());
    }

    @Test
    void terms_change_whole() {
        given(added());
        when(new CorrectBuyer(BUYER, details(6)));
        then(new BuyerCorrected(BUYER, "StripRescue LLC", CONTACT, null, null, null, terms(6)));
    }

    @Test
    void a_retired_buyer_is_not_corrected() {
        given(added(), new BuyerRetired(BUYER));
        when(new CorrectBuyer(BUYER, details(6)));
        thenRejected(BuyerRejection.BUYER_RETIRED);
    }

    @Test
    void a_buyer_is_retired_once() {
        given(added(), new BuyerRetired(BUYER));
        when(new RetireBuyer(BUYER));
        thenRejected(BuyerRejection.BUYER_RETIRED);
    }

    @Test
    void restoring_undoes_retiring() {
        given(added(), new BuyerRetired(BUYER));
        when(new RestoreBuyer(BUYER));
        then(new BuyerRestored(BUYER));
    }

    @Test
    void a_buyer_that_is_not_retired_is_not_restored() {
        given(added());
        when(new RestoreBuyer(BUYER));
        thenRejected(BuyerRejection.BUYER_NOT_RETIRED);
    }

    @Test
    void another_tenant_finds_no_buyer() {
        given(added());
        from(OTHER_TENANT);
        when(new RetireBuyer(BUYER));
        thenRejected(RequestRejection.NOT_FOUND);
    }

    private static BuyerAdded added() {
        return new BuyerAdded(BUYER, "StripRescue LLC", CONTACT, null, null, null, terms(3));
    }

    private static Details details(int minimumMonths) {
        return new Details("StripRescue LLC", CONTACT, null, null, null, terms(minimumMonths));
    }

    private static BuyerTerms terms(int minimumMonths) {
        return new BuyerTerms(
                minimumMonths, List.of(Grade.PERFECT), List.of(Channel.RETAIL), 2, PriceFixed.ON_RECEIPT, 14);
    }
}
