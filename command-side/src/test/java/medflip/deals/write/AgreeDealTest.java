package medflip.deals.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.CourseCommand.BuyOnTheSpot;
import medflip.deals.write.InspectionCommand.AgreeDeal;
import medflip.deals.write.InspectionCommand.DonateBoxes;
import medflip.deals.write.InspectionCommand.GiveUpPurchase;
import medflip.deals.write.InspectionCommand.InspectLine;
import medflip.deals.write.InspectionCommand.RequoteDeal;
import medflip.deals.write.InspectionCommand.ReturnBoxes;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import org.junit.jupiter.api.Test;

class AgreeDealTest extends DealSpec {

    /** Of two boxes at $15.00 one is broken. */
    private static List<DomainEvent> oneOfTwoIsBroken() {
        return List.of(
                quoted(line(1, 2, "15.00")), accepted(), boxesReceived(), inspected(1, found(1, 1, "15.00"), BROKEN));
    }

    @Test
    void labels_and_fee_are_shared_by_price_and_the_last_line_takes_the_remainder() {
        given(
                quoted(line(1, 1, "10.00"), line(2, 1, "10.00"), line(3, 1, "10.00")),
                accepted(),
                new LabelMade(DEAL, CUSTOMER, new UUID(5, 5), Carrier.USPS, null, usd("9.00"), TODAY),
                boxesReceived(),
                inspected(1, found(1, 1, "10.00")),
                inspected(2, found(2, 1, "10.00")),
                inspected(3, found(3, 1, "10.00")));
        when(new AgreeDeal(DEAL, usd("1.00"), AcceptedBy.BUSINESS, TODAY));
        then(new DealAgreed(
                DEAL,
                TODAY,
                List.of(received(1, 1, "13.33"), received(2, 1, "13.33"), received(3, 1, "13.34")),
                usd("30.00"),
                usd("1.00"),
                0));
    }

    @Test
    void boxes_given_for_nothing_carry_the_label_and_no_fee_since_nobody_is_paid() {
        given(
                quoted(line(1, 1, "0.00"), line(2, 2, "0.00")),
                accepted(),
                new LabelMade(DEAL, CUSTOMER, new UUID(8, 8), Carrier.UPS, null, usd("5.00"), TODAY),
                boxesReceived(),
                inspected(1, found(1, 1, "0.00")),
                inspected(2, found(2, 2, "0.00")));
        when(new AgreeDeal(DEAL, usd("1.00"), AcceptedBy.BUSINESS, TODAY));
        then(new DealAgreed(
                DEAL, TODAY, List.of(received(1, 1, "0.00"), received(2, 2, "5.00")), usd("0.00"), usd("0.00"), 0));
    }

    @Test
    void nothing_is_agreed_before_every_line_was_seen() {
        given(quoted(line(1, 1, "10.00"), line(2, 2, "11.00")), accepted(), boxesReceived());
        when(agree());
        thenRejected(DealRejection.NOT_INSPECTED);
    }

    @Test
    void less_than_was_quoted_is_not_agreed_behind_the_sellers_back() {
        given(and(oneOfTwoIsBroken()));
        when(agree());
        thenRejected(DealRejection.REQUOTE_FIRST);
    }

    @Test
    void the_seller_is_told_the_new_price_and_takes_it() {
        given(and(oneOfTwoIsBroken()));
        when(new RequoteDeal(DEAL, null, TODAY));
        then(requoted("15.00"));
        given(and(oneOfTwoIsBroken(), requoted("15.00")));
        when(agree());
        then(
                new RequoteAccepted(DEAL, usd("15.00"), AcceptedBy.BUSINESS, TODAY),
                new DealAgreed(DEAL, TODAY, List.of(received(1, 1, "15.00")), usd("15.00"), usd("0.00"), 1));
    }

    @Test
    void a_line_that_is_seen_anew_takes_the_new_price_back() {
        given(and(oneOfTwoIsBroken(), requoted("15.00"), inspected(1, found(1, 1, "15.00"), BROKEN)));
        when(agree());
        thenRejected(DealRejection.REQUOTE_FIRST);
    }

    @Test
    void nothing_is_agreed_while_the_deal_is_on_hold() {
        given(and(
                oneOfTwoIsBroken(),
                requoted("15.00"),
                new DealHeld(DEAL, CUSTOMER, HeldFor.CHECKING_GOODS, null, TODAY)));
        when(agree());
        thenRejected(DealRejection.ON_HOLD);
    }

    @Test
    void where_nothing_would_be_bought_there_is_nothing_to_agree_on() {
        given(quoted(line(1, 1, "15.00")), accepted(), boxesReceived(), inspected(1, BROKEN));
        when(new RequoteDeal(DEAL, null, TODAY));
        thenRejected(DealRejection.NOTHING_BOUGHT);
    }

    @Test
    void without_agreement_all_goes_back() {
        given(and(oneOfTwoIsBroken(), requoted("15.00")));
        when(new GiveUpPurchase(DEAL, DeclineReason.PRICE, null, TODAY));
        then(givenUp(2));
    }

    @Test
    void boxes_that_nobody_looked_at_go_back_as_well() {
        given(quoted(line(1, 2, "15.00")), accepted(), boxesReceived());
        when(new GiveUpPurchase(DEAL, DeclineReason.NOT_ELIGIBLE, null, TODAY));
        then(new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.NOT_ELIGIBLE, null, 2, TODAY));
    }

    @Test
    void what_was_agreed_is_not_given_up() {
        given(and(dealAgreedAt("30.00")));
        when(new GiveUpPurchase(DEAL, DeclineReason.PRICE, null, TODAY));
        thenRejected(DealRejection.NOT_RECEIVED);
    }

    @Test
    void boxes_are_sent_back_or_given_away_once() {
        given(and(oneOfTwoIsBroken(), givenUp(2)));
        when(sendBack());
        then(returned());
        when(new DonateBoxes(DEAL, TODAY));
        then(new BoxesDonated(DEAL, 2, TODAY));
        given(and(oneOfTwoIsBroken(), givenUp(2), returned()));
        when(sendBack());
        thenRejected(DealRejection.NOTHING_TO_RETURN);
        when(new DonateBoxes(DEAL, TODAY));
        thenRejected(DealRejection.NOTHING_TO_RETURN);
    }

    @Test
    void at_a_meeting_all_is_done_in_one_step() {
        given(quoted(line(1, 2, "15.00")));
        when(buyOnTheSpot(true, inspect(1, null, good("15.00", null), BROKEN_BOX)));
        then(
                accepted(),
                boxesReceived(),
                inspected(1, found(1, 1, "15.00"), BROKEN),
                requoted("15.00"),
                new RequoteAccepted(DEAL, usd("15.00"), AcceptedBy.BUSINESS, TODAY),
                new DealAgreed(DEAL, TODAY, List.of(received(1, 1, "15.00")), usd("15.00"), usd("0.00"), 1),
                new PayoutRecorded(
                        DEAL,
                        CUSTOMER,
                        new UUID(3, 3),
                        usd("15.00"),
                        PayoutMethod.CASH,
                        null,
                        usd("0.00"),
                        usd("0.00"),
                        TODAY));
    }

    @Test
    void nothing_is_bought_on_the_spot_without_the_attestation() {
        given(quoted(line(1, 2, "15.00")));
        when(buyOnTheSpot(false));
        thenRejected(DealRejection.ATTESTATION_MISSING);
    }

    @Test
    void landed_costs_always_sum_to_price_and_costs() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 1_000; run++) {
            List<FoundBoxes> bought = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(8); i++) {
                bought.add(found(i, 1 + random.nextInt(9), "0." + (10 + random.nextInt(90))));
            }
            Money costs = new Money(random.nextInt(5_000), "USD");
            Money price =
                    bought.stream().map(FoundBoxes::total).reduce(Money::plus).orElseThrow();
            Money landed = LandedCosts.of(bought, price, costs).stream()
                    .map(ReceivedLine::landedCost)
                    .reduce(Money::plus)
                    .orElseThrow();
            assertThat(landed).as("seed %d, run %d", seed, run).isEqualTo(price.plus(costs));
        }
    }

    private static AgreeDeal agree() {
        return new AgreeDeal(DEAL, usd("0.00"), AcceptedBy.BUSINESS, TODAY);
    }

    private static DealRequoted requoted(String total) {
        return new DealRequoted(DEAL, CUSTOMER, usd(total), null, TODAY);
    }

    private static PurchaseGivenUp givenUp(int boxes) {
        return new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.PRICE, null, boxes, TODAY);
    }

    private static ReturnBoxes sendBack() {
        return new ReturnBoxes(DEAL, Carrier.UPS, null, usd("9.00"), TODAY);
    }

    private static BoxesReturned returned() {
        return new BoxesReturned(DEAL, CUSTOMER, Carrier.UPS, null, usd("9.00"), 2, TODAY);
    }

    private static BuyOnTheSpot buyOnTheSpot(boolean attests, InspectLine... lines) {
        return new BuyOnTheSpot(
                DEAL,
                attests,
                "2026-11-24",
                List.of(lines),
                new UUID(3, 3),
                PayoutMethod.CASH,
                null,
                usd("0.00"),
                TODAY);
    }
}
