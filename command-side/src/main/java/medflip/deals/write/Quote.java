package medflip.deals.write;

import static medflip.platform.command.Rejection.require;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import medflip.catalog.events.ExcludedGoods;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.write.QuoteCommand.AcceptQuote;
import medflip.deals.write.QuoteCommand.DeclineQuote;
import medflip.deals.write.QuoteCommand.ExpireQuote;
import medflip.deals.write.QuoteCommand.ReviseQuote;
import medflip.kernel.Money;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;

/** A deal's offer: its newest version counts. */
class Quote {

    private final Deal deal;
    private List<QuoteLine> lines = List.of();
    private int version;
    private LocalDate validUntil = LocalDate.MIN;

    Quote(Deal deal) {
        this.deal = deal;
    }

    static void requireBuyable(List<QuoteLine> lines, LocalDate on) {
        require(!lines.isEmpty(), DealRejection.NO_LINES);
        YearMonth month = YearMonth.from(on);
        require(lines.stream().noneMatch(line -> line.expiry().isBefore(month)), DealRejection.EXPIRED_GOODS);
        require(lines.stream().noneMatch(line -> ExcludedGoods.names(line.item())), DealRejection.EXCLUDED_GOODS);
        require(lines.stream().noneMatch(QuoteLine::lacksReason), DealRejection.REASON_NEEDED);
    }

    @EventSourcingHandler
    void evolve(QuoteEvent event) {
        switch (event) {
            case QuoteGiven given -> offered(given.lines(), 1, given.validUntil());
            case QuoteRevised revised -> offered(revised.lines(), revised.version(), revised.validUntil());
            default -> {}
        }
    }

    @CommandHandler
    void decide(ReviseQuote command) {
        require(deal.stage() == Stage.QUOTED || deal.endedAt(Stage.QUOTED), DealRejection.NOT_QUOTED);
        requireBuyable(command.lines(), command.revisedOn());
        apply(new QuoteRevised(
                deal.id(),
                deal.customerId(),
                version + 1,
                command.lines(),
                command.revisedOn(),
                command.validUntil(),
                command.note()));
    }

    @CommandHandler
    void decide(AcceptQuote command) {
        require(deal.stage() == Stage.QUOTED, DealRejection.NOT_QUOTED);
        deal.requireNotHeld();
        require(command.attests(), DealRejection.ATTESTATION_MISSING);
        require(isGoodOn(command.acceptedOn()), DealRejection.QUOTE_RAN_OUT);
        apply(new QuoteAccepted(deal.id(), version, command.attestationVersion(), command.by(), command.acceptedOn()));
    }

    @CommandHandler
    void decide(DeclineQuote command) {
        require(deal.stage() == Stage.QUOTED, DealRejection.NOT_QUOTED);
        apply(new QuoteDeclined(
                deal.id(), deal.customerId(), command.reason(), command.remark(), command.declinedOn()));
    }

    /** A deal on hold can't be accepted, so its offer doesn't run out either. */
    @CommandHandler
    void decide(ExpireQuote command) {
        if (deal.stage() == Stage.QUOTED && !deal.isHeld() && !isGoodOn(command.expiredOn())) {
            apply(new QuoteExpired(deal.id(), version, command.expiredOn()));
        }
    }

    boolean isGoodOn(LocalDate day) {
        return !day.isAfter(validUntil);
    }

    LocalDate validUntil() {
        return validUntil;
    }

    List<QuoteLine> lines() {
        return lines;
    }

    Money total() {
        return lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
    }

    private void offered(List<QuoteLine> offered, int number, LocalDate until) {
        lines = offered;
        version = number;
        validUntil = until;
    }
}
