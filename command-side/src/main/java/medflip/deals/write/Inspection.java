package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.catalog.events.ExcludedGoods;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.Outcome;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
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
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** What a deal's boxes were found to be, and what becomes of them. */
class Inspection {

    private final Deal deal;
    private final Quote quote;
    private final Delivery delivery;
    /** By line. Lines after those quoted hold what came besides. */
    private final TreeMap<Integer, List<FoundBoxes>> found = new TreeMap<>();

    private int toReturn;

    Inspection(Deal deal, Quote quote, Delivery delivery) {
        this.deal = deal;
        this.quote = quote;
        this.delivery = delivery;
    }

    @CommandHandler
    void decide(ReceiveBoxes command) {
        require(!deal.stage().boxesAreHere(), DealRejection.ALREADY_RECEIVED);
        require(deal.stage() == Stage.ACCEPTED, DealRejection.NOT_ACCEPTED);
        apply(new BoxesReceived(deal.id(), command.receivedOn()));
    }

    @CommandHandler
    void decide(InspectLine command) {
        requireUnsettled();
        Goods goods = goods(command.line(), command.besides());
        QuoteLine quoted = quoted(command.line());
        YearMonth month = YearMonth.from(command.inspectedOn());
        for (Finding finding : command.found()) {
            if (finding.outcome() == Outcome.STOCK) {
                require(!ExcludedGoods.names(goods.item()), DealRejection.EXCLUDED_GOODS);
                require(finding.grade() != null, DealRejection.REJECTED_GOODS);
                require(!finding.expiry().isBefore(month), DealRejection.EXPIRED_GOODS);
            }
            require(finding.difference() != null || isAsQuoted(finding, quoted), DealRejection.DIFFERENCE_UNEXPLAINED);
        }
        apply(new LineInspected(
                deal.id(),
                deal.customerId(),
                command.line(),
                IntStream.range(0, command.found().size())
                        .mapToObj(part -> boxes(
                                FoundBoxes.number(command.line(), part),
                                goods,
                                command.found().get(part),
                                quoted))
                        .toList(),
                command.remark(),
                command.inspectedOn()));
    }

    @CommandHandler
    void decide(InspectRestAsQuoted command) {
        requireUnsettled();
        for (QuoteLine line : quote.lines()) {
            if (!found.containsKey(line.line())) {
                decide(new InspectLine(
                        deal.id(), line.line(), null, List.of(Finding.of(line)), null, command.inspectedOn()));
            }
        }
    }

    @EventSourcingHandler
    void evolve(LineInspected event) {
        found.put(event.line(), event.found());
    }

    @CommandHandler
    void decide(RequoteDeal command) {
        require(deal.stage() == Stage.INSPECTING, DealRejection.NOT_RECEIVED);
        requireComplete();
        apply(new DealRequoted(deal.id(), deal.customerId(), total(), command.remark(), command.requotedOn()));
    }

    @CommandHandler
    void decide(AgreeDeal command) {
        requireUnsettled();
        deal.requireNotHeld();
        requireComplete();
        require(deal.stage() == Stage.REQUOTED || quote.total().isAtMost(total()), DealRejection.REQUOTE_FIRST);
        if (deal.stage() == Stage.REQUOTED) {
            apply(new RequoteAccepted(deal.id(), total(), command.by(), command.agreedOn()));
        }
        // Boxes that cost nothing are paid to nobody, so that no fee is ever booked against an estimate.
        Money fee =
                total().isPositive() ? command.payoutFee() : command.payoutFee().times(0);
        List<ReceivedLine> bought = LandedCosts.of(bought(), total(), delivery.plusLabels(fee));
        apply(new DealAgreed(
                deal.id(),
                command.agreedOn(),
                bought,
                total(),
                fee,
                boxes(found().filter(boxes -> boxes.outcome() == Outcome.RETURN))));
    }

    @EventSourcingHandler
    void evolve(DealAgreed event) {
        toReturn = event.toReturn();
    }

    @CommandHandler
    void decide(GiveUpPurchase command) {
        requireUnsettled();
        int unseen = quote.lines().stream()
                .filter(line -> !found.containsKey(line.line()))
                .mapToInt(QuoteLine::quantity)
                .sum();
        Stream<FoundBoxes> back =
                found().filter(boxes -> boxes.outcome() == Outcome.STOCK || boxes.outcome() == Outcome.RETURN);
        apply(new PurchaseGivenUp(
                deal.id(),
                deal.customerId(),
                command.reason(),
                command.remark(),
                unseen + boxes(back),
                command.givenUpOn()));
    }

    @EventSourcingHandler
    void evolve(PurchaseGivenUp event) {
        toReturn = event.toReturn();
    }

    @CommandHandler
    void decide(ReturnBoxes command) {
        require(toReturn > 0, DealRejection.NOTHING_TO_RETURN);
        apply(new BoxesReturned(
                deal.id(),
                deal.customerId(),
                command.carrier(),
                command.trackingNumber(),
                command.cost(),
                toReturn,
                command.returnedOn()));
    }

    @EventSourcingHandler
    void evolve(BoxesReturned event) {
        toReturn = 0;
    }

    @CommandHandler
    void decide(DonateBoxes command) {
        require(toReturn > 0, DealRejection.NOTHING_TO_RETURN);
        apply(new BoxesDonated(deal.id(), toReturn, command.donatedOn()));
    }

    @EventSourcingHandler
    void evolve(BoxesDonated event) {
        toReturn = 0;
    }

    /** What is paid for the boxes that go to stock. */
    Money total() {
        return found().map(FoundBoxes::total).reduce(quote.total().times(0), Money::plus);
    }

    boolean settled() {
        return toReturn == 0;
    }

    /** Whether a line was quoted, or came besides. */
    boolean hasLine(int line) {
        return line > 0 && quoted(line) != null || found.containsKey(line);
    }

    private void requireUnsettled() {
        require(deal.stage() == Stage.INSPECTING || deal.stage() == Stage.REQUOTED, DealRejection.NOT_RECEIVED);
    }

    private void requireComplete() {
        require(quote.lines().stream().allMatch(line -> found.containsKey(line.line())), DealRejection.NOT_INSPECTED);
        require(!bought().isEmpty(), DealRejection.NOTHING_BOUGHT);
    }

    private List<FoundBoxes> bought() {
        return found().filter(boxes -> boxes.outcome() == Outcome.STOCK).toList();
    }

    private Stream<FoundBoxes> found() {
        return found.values().stream().flatMap(List::stream);
    }

    private @Nullable QuoteLine quoted(int line) {
        return line <= quote.lines().size() ? quote.lines().get(line - 1) : null;
    }

    private Goods goods(int line, @Nullable Goods besides) {
        require(line > 0, DealRejection.NO_SUCH_LINE);
        QuoteLine quoted = quoted(line);
        if (quoted != null) {
            return new Goods(quoted.productId(), quoted.item());
        }
        int last = found.isEmpty() ? 0 : found.lastKey();
        if (besides == null || line > Math.max(last, quote.lines().size()) + 1) {
            throw new CommandRejected(DealRejection.NO_SUCH_LINE);
        }
        return besides;
    }

    private static FoundBoxes boxes(int number, Goods goods, Finding finding, @Nullable QuoteLine quoted) {
        return new FoundBoxes(
                number,
                goods.productId(),
                goods.item(),
                finding.expiry(),
                finding.grade(),
                finding.quantity(),
                finding.unitPrice(),
                finding.outcome(),
                finding.difference(),
                quoted != null && isAsQuoted(finding, quoted) ? quoted.trace() : finding.trace());
    }

    private static boolean isAsQuoted(Finding finding, @Nullable QuoteLine quoted) {
        return quoted != null
                && new Finding(
                                finding.expiry(),
                                finding.grade(),
                                quoted.quantity(),
                                finding.unitPrice(),
                                finding.outcome(),
                                null,
                                quoted.trace())
                        .equals(Finding.of(quoted));
    }

    private static int boxes(Stream<FoundBoxes> found) {
        return found.mapToInt(FoundBoxes::quantity).sum();
    }
}
