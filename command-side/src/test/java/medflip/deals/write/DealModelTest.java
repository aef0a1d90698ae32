package medflip.deals.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CancelReason;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.DealEvent;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent.PayoutConfirmationTakenBack;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.CourseCommand.BuyOnTheSpot;
import medflip.deals.write.CourseCommand.CancelDeal;
import medflip.deals.write.CourseCommand.CloseDeal;
import medflip.deals.write.CourseCommand.HoldDeal;
import medflip.deals.write.CourseCommand.ReleaseDeal;
import medflip.deals.write.CourseCommand.ReopenDeal;
import medflip.deals.write.DeliveryCommand.LoseBoxes;
import medflip.deals.write.DeliveryCommand.MakeAppointment;
import medflip.deals.write.DeliveryCommand.MakeLabel;
import medflip.deals.write.DeliveryCommand.MissAppointment;
import medflip.deals.write.DeliveryCommand.OpenClaim;
import medflip.deals.write.DeliveryCommand.SendBoxes;
import medflip.deals.write.DeliveryCommand.SettleClaim;
import medflip.deals.write.DeliveryCommand.VoidLabel;
import medflip.deals.write.InspectionCommand.AgreeDeal;
import medflip.deals.write.InspectionCommand.DonateBoxes;
import medflip.deals.write.InspectionCommand.Finding;
import medflip.deals.write.InspectionCommand.GiveUpPurchase;
import medflip.deals.write.InspectionCommand.Goods;
import medflip.deals.write.InspectionCommand.InspectLine;
import medflip.deals.write.InspectionCommand.InspectRestAsQuoted;
import medflip.deals.write.InspectionCommand.ReceiveBoxes;
import medflip.deals.write.InspectionCommand.RequoteDeal;
import medflip.deals.write.InspectionCommand.ReturnBoxes;
import medflip.deals.write.OfferLinkCommand.MakeOfferLink;
import medflip.deals.write.OfferLinkCommand.RevokeOfferLink;
import medflip.deals.write.OfferLinkCommand.TakeOffer;
import medflip.deals.write.OfferLinkCommand.TurnOfferDown;
import medflip.deals.write.PayoutCommand.ConfirmPayout;
import medflip.deals.write.PayoutCommand.FailPayout;
import medflip.deals.write.PayoutCommand.PlanPayout;
import medflip.deals.write.PayoutCommand.RecordPayout;
import medflip.deals.write.PayoutCommand.TakeConfirmationBack;
import medflip.deals.write.PayoutCommand.WithdrawPayout;
import medflip.deals.write.QuoteCommand.AcceptQuote;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import medflip.deals.write.QuoteCommand.ExpireQuote;
import medflip.deals.write.QuoteCommand.GiveQuote;
import medflip.deals.write.QuoteCommand.ReviseQuote;
import medflip.kernel.Money;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.AggregateHistory;
import medflip.platform.command.Command;
import medflip.platform.command.CommandRejected;
import org.junit.jupiter.api.Test;

/**
 * Anything is asked of a deal, in any order: whatever it grants, some things always hold. The seed of a failing run is
 * in its message.
 */
class DealModelTest {

    private static final int RUNS = 300;
    private static final int STEPS = 60;
    private static final TenantId TENANT = new TenantId(new UUID(0x0123456789ab7000L, 0x8000000000000001L));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final DealId deal = DealId.of(TENANT, new UUID(1, 1));
    private Random random = new Random();

    @Test
    void whatever_is_asked_of_a_deal_its_money_and_boxes_add_up() {
        long seed = System.nanoTime();
        int agreed = 0;
        int closed = 0;
        for (int run = 0; run < RUNS; run++) {
            random = new Random(seed + run);
            List<DealEvent> events = new ArrayList<>();
            AggregateHistory<Deal> history = new AggregateHistory<>(Deal.class, TENANT);
            history.send(new GiveQuote(
                    deal, CustomerId.of(TENANT, new UUID(2, 2)), lines(), TODAY, TODAY.plusDays(3), null));
            for (int step = 0; step < STEPS; step++) {
                Command command = anything();
                List<DealEvent> made = new ArrayList<>();
                try {
                    history.send(command).forEach(event -> made.add((DealEvent) event));
                } catch (CommandRejected refused) {
                    continue;
                }
                events.addAll(made);
                check(events, "seed %d, run %d, step %d: %s".formatted(seed, run, step, command));
            }
            agreed += count(events, DealAgreed.class);
            closed += count(events, DealClosed.class);
        }
        assertThat(agreed)
                .as("agreements, so that the sums mean something (seed %d)", seed)
                .isGreaterThan(RUNS / 8);
        assertThat(closed).as("closed deals (seed %d)", seed).isPositive();
    }

    private static void check(List<DealEvent> events, String when) {
        Money agreed = Money.zero("USD");
        Money promised = Money.zero("USD");
        Money labels = Money.zero("USD");
        Money fees = Money.zero("USD");
        Money beyondEstimate = Money.zero("USD");
        Set<UUID> open = new HashSet<>();
        Map<UUID, Money> planned = new HashMap<>();
        Map<Integer, List<FoundBoxes>> found = new HashMap<>();
        int toReturn = 0;
        boolean over = false;
        for (DealEvent event : events) {
            // News from the outside may come late, and an end may be taken back.
            boolean late = event instanceof DealReopened
                    || event instanceof PayoutConfirmed
                    || event instanceof PayoutConfirmationTakenBack
                    || event instanceof ClaimSettled;
            assertThat(over && !late).as("something after the end: " + when).isFalse();
            switch (event) {
                case LabelMade label -> labels = labels.plus(label.cost());
                case LabelVoided label -> labels = labels.minus(label.cost());
                case LineInspected line -> found.put(line.line(), line.found());
                case DealAgreed agreement -> {
                    assertThat(agreed.isPositive()).as("agreed twice: " + when).isFalse();
                    agreed = agreement.agreed();
                    fees = fees.minus(agreement.payoutFee());
                    toReturn = agreement.toReturn();
                    List<FoundBoxes> accepted = found.values().stream()
                            .flatMap(List::stream)
                            .filter(boxes -> boxes.outcome() == Outcome.STOCK)
                            .toList();
                    assertThat(agreement.lines().stream()
                                    .mapToInt(ReceivedLine::quantity)
                                    .sum())
                            .as("stocked boxes are the accepted ones: " + when)
                            .isEqualTo(accepted.stream()
                                    .mapToInt(FoundBoxes::quantity)
                                    .sum());
                    assertThat(agreed)
                            .as(when)
                            .isEqualTo(accepted.stream()
                                    .map(FoundBoxes::total)
                                    .reduce(Money::plus)
                                    .orElseThrow());
                    assertThat(agreement.lines().stream()
                                    .map(ReceivedLine::landedCost)
                                    .reduce(Money::plus)
                                    .orElseThrow())
                            .as("landed cost is price, labels and fee: " + when)
                            .isEqualTo(agreed.plus(labels).plus(agreement.payoutFee()));
                }
                case PayoutPlanned payout -> {
                    planned.put(payout.payoutId(), payout.amount());
                    open.add(payout.payoutId());
                    promised = promised.plus(payout.amount());
                }
                case PayoutWithdrawn payout -> {
                    promised = promised.minus(planned.get(payout.payoutId()));
                    open.remove(payout.payoutId());
                }
                case PayoutRecorded payout -> {
                    Money reserved = planned.remove(payout.payoutId());
                    promised = promised.plus(payout.amount());
                    promised = reserved == null ? promised : promised.minus(reserved);
                    open.remove(payout.payoutId());
                    fees = fees.plus(payout.fee());
                    assertThat(payout.feeDifference() != null)
                            .as("fees are settled with the last payout, and then alone: " + when)
                            .isEqualTo(promised.equals(agreed) && open.isEmpty());
                    if (payout.feeDifference() != null) {
                        beyondEstimate = beyondEstimate.plus(payout.feeDifference());
                        assertThat(beyondEstimate)
                                .as("what paying cost beyond its estimate: " + when)
                                .isEqualTo(fees);
                    }
                }
                case PayoutFailed payout -> promised = promised.minus(payout.amount());
                case PurchaseGivenUp up -> {
                    toReturn = up.toReturn();
                    over = toReturn == 0;
                }
                case BoxesReturned returned -> {
                    assertThat(returned.boxes()).as(when).isEqualTo(toReturn);
                    toReturn = 0;
                    over = !agreed.isPositive() && events.stream().noneMatch(DealAgreed.class::isInstance);
                }
                case BoxesDonated donated -> {
                    assertThat(donated.boxes()).as(when).isEqualTo(toReturn);
                    toReturn = 0;
                    over = events.stream().noneMatch(DealAgreed.class::isInstance);
                }
                case DealClosed closed -> {
                    over = true;
                    assertThat(promised)
                            .as("closed while something was owed: " + when)
                            .isEqualTo(agreed);
                }
                case DealReopened reopened -> over = false;
                default -> {}
            }
            assertThat(promised.isAtMost(agreed))
                    .as("more promised than agreed: " + when)
                    .isTrue();
            assertThat(promised.isNegative()).as(when).isFalse();
        }
    }

    private static int count(List<DealEvent> events, Class<?> type) {
        return (int) events.stream().filter(type::isInstance).count();
    }

    private Command anything() {
        UUID payout = new UUID(3, random.nextInt(6));
        UUID label = new UUID(4, random.nextInt(3));
        LocalDate day = TODAY.plusDays(random.nextInt(5));
        return switch (random.nextInt(40)) {
            case 0 -> new ReviseQuote(deal, lines(), TODAY, TODAY.plusDays(3), null);
            case 1, 2 -> new AcceptQuote(deal, random.nextInt(5) > 0, "2026-11-24", AcceptedBy.LINK, day);
            case 3 -> new DeclineQuote(deal, DeclineReason.PRICE, null, day);
            case 4 -> new ExpireQuote(deal, day);
            case 5 -> new CancelDeal(deal, CancelReason.OTHER, null, day);
            case 6, 7 -> new ReopenDeal(deal, day);
            case 8 -> new HoldDeal(deal, HeldFor.OTHER, null, day);
            case 9, 10 -> new ReleaseDeal(deal, day);
            case 11, 12 -> new CloseDeal(deal, day);
            case 13 ->
                new BuyOnTheSpot(
                        deal,
                        true,
                        "2026-11-24",
                        List.of(inspect(1)),
                        payout,
                        PayoutMethod.CASH,
                        null,
                        cents(200),
                        TODAY);
            case 14 -> new MakeLabel(deal, label, Carrier.USPS, null, cents(900), day);
            case 15 -> new VoidLabel(deal, label, day);
            case 16 -> new SendBoxes(deal, day);
            case 17 -> new MakeAppointment(deal, day, LocalTime.NOON, new PersonalText("here"), day);
            case 18 -> new MissAppointment(deal, day);
            case 19 -> new LoseBoxes(deal, day);
            case 20 -> new OpenClaim(deal, cents(900), null, day);
            case 21 -> new SettleClaim(deal, cents(900), day);
            case 22, 23 -> new ReceiveBoxes(deal, day);
            case 24 -> inspect(1 + random.nextInt(4));
            case 25 -> new InspectRestAsQuoted(deal, TODAY);
            case 26 -> new RequoteDeal(deal, null, day);
            case 27 -> new AgreeDeal(deal, cents(200), AcceptedBy.BUSINESS, day);
            case 28 -> new GiveUpPurchase(deal, DeclineReason.PRICE, null, day);
            case 29 -> new ReturnBoxes(deal, null, null, cents(900), day);
            case 30 -> new DonateBoxes(deal, day);
            case 31 -> new PlanPayout(deal, payout, cents(3_000), PayoutMethod.CHECK, day, day);
            case 32 -> new WithdrawPayout(deal, payout, day);
            case 33 -> new RecordPayout(deal, payout, cents(6_000), PayoutMethod.ZELLE, null, cents(100), day);
            case 34 ->
                random.nextBoolean() ? new ConfirmPayout(deal, payout, day) : new TakeConfirmationBack(deal, payout);
            case 35 -> new MakeOfferLink(deal, label, "hash", day);
            case 36 -> new RevokeOfferLink(deal, label, day);
            case 37 -> new TakeOffer(deal, label, true, "2026-11-24", day);
            case 38 -> new TurnOfferDown(deal, label, DeclineReason.PRICE, null, day);
            default -> new FailPayout(deal, payout, null, day);
        };
    }

    private InspectLine inspect(int line) {
        List<Finding> found = IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> new Finding(
                        DealSpec.NEXT_YEAR,
                        random.nextInt(4) == 0 ? null : Grade.PERFECT,
                        1 + random.nextInt(3),
                        cents(2_000),
                        any(Outcome.values()),
                        random.nextInt(6) == 0 ? null : any(Difference.values()),
                        PriceTrace.BY_HAND))
                .toList();
        return new InspectLine(
                deal, line, random.nextBoolean() ? new Goods(DealSpec.VERIO, "Besides") : null, found, null, TODAY);
    }

    private List<QuoteLine> lines() {
        return IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(line -> new QuoteLine(
                        line,
                        DealSpec.VERIO,
                        "Item " + line,
                        DealSpec.NEXT_YEAR,
                        Grade.PERFECT,
                        1 + random.nextInt(4),
                        cents(2_000),
                        PriceTrace.BY_HAND))
                .toList();
    }

    private Money cents(int most) {
        return new Money(random.nextInt(most), "USD");
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
