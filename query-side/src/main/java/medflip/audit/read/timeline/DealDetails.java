package medflip.audit.read.timeline;

import static medflip.audit.read.timeline.TimelineProjection.told;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.deals.events.CourseEvent;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DeliveryEvent;
import medflip.deals.events.DeliveryEvent.AppointmentMade;
import medflip.deals.events.DeliveryEvent.AppointmentMissed;
import medflip.deals.events.DeliveryEvent.BoxesLost;
import medflip.deals.events.DeliveryEvent.BoxesSent;
import medflip.deals.events.DeliveryEvent.ClaimOpened;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.PayoutEvent;
import medflip.deals.events.PayoutEvent.PayoutConfirmationTakenBack;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PhotoEvent;
import medflip.deals.events.PhotoEvent.PhotoRemoved;
import medflip.deals.events.PhotoEvent.PhotosAdded;
import medflip.deals.events.QuoteEvent;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.kernel.Money;

/** What a timeline tells of a deal's events: never a remark, a reference or a place, which are personal. */
final class DealDetails {

    private DealDetails() {}

    static Map<String, Object> of(QuoteEvent event) {
        return switch (event) {
            case QuoteGiven given ->
                told(
                        "items", quoted(given.lines()),
                        "boxes", boxes(given.lines().stream().map(QuoteLine::quantity)),
                        "quoted", total(given.lines().stream().map(QuoteLine::total)),
                        "quotedOn", given.quotedOn(),
                        "validUntil", given.validUntil());
            case QuoteRevised revised ->
                told(
                        "version", revised.version(),
                        "items", quoted(revised.lines()),
                        "boxes", boxes(revised.lines().stream().map(QuoteLine::quantity)),
                        "quoted", total(revised.lines().stream().map(QuoteLine::total)),
                        "revisedOn", revised.revisedOn(),
                        "validUntil", revised.validUntil());
            case QuoteAccepted accepted ->
                told(
                        "version", accepted.version(),
                        "by", accepted.by(),
                        "acceptedOn", accepted.acceptedOn(),
                        "attestationVersion", accepted.attestationVersion());
            case QuoteDeclined declined -> told("reason", declined.reason(), "declinedOn", declined.declinedOn());
            case OfferLinkMade made -> told("madeOn", made.madeOn());
            case OfferLinkRevoked revoked -> told("revokedOn", revoked.revokedOn());
            case QuoteExpired expired -> told("version", expired.version(), "expiredOn", expired.expiredOn());
        };
    }

    static Map<String, Object> of(CourseEvent event) {
        return switch (event) {
            case DealCancelled cancelled -> told("reason", cancelled.reason(), "cancelledOn", cancelled.cancelledOn());
            case DealReopened reopened -> told("reopenedOn", reopened.reopenedOn());
            case DealHeld held -> told("reason", held.reason(), "heldOn", held.heldOn());
            case DealReleased released -> told("releasedOn", released.releasedOn());
            case DealClosed closed -> told("closedOn", closed.closedOn());
            case PastDealTakenBack back -> Map.of();
            case PastDealRecorded past ->
                told(
                        "items", received(past.lines()),
                        "boxes", boxes(past.lines().stream().map(ReceivedLine::quantity)),
                        "paid", past.paid(),
                        "method", past.method(),
                        "boughtOn", past.boughtOn());
        };
    }

    static Map<String, Object> of(DeliveryEvent event) {
        return switch (event) {
            case LabelMade label -> told("carrier", label.carrier(), "cost", label.cost(), "madeOn", label.madeOn());
            case LabelVoided label -> told("cost", label.cost(), "voidedOn", label.voidedOn());
            case BoxesSent sent -> told("sentOn", sent.sentOn());
            case AppointmentMade made -> told("meetOn", made.meetOn(), "meetAt", made.meetAt());
            case AppointmentMissed missed -> told("missedOn", missed.missedOn());
            case BoxesLost lost -> told("lostOn", lost.lostOn());
            case ClaimOpened claim -> told("amount", claim.amount(), "openedOn", claim.openedOn());
            case ClaimSettled claim -> told("received", claim.received(), "settledOn", claim.settledOn());
        };
    }

    static Map<String, Object> of(InspectionEvent event) {
        return switch (event) {
            case BoxesReceived received -> told("receivedOn", received.receivedOn());
            case LineInspected inspected ->
                told(
                        "line", inspected.line(),
                        "items", found(inspected.found()),
                        "boxes", boxes(inspected.found().stream().map(FoundBoxes::quantity)),
                        "inspectedOn", inspected.inspectedOn());
            case DealRequoted requoted -> told("total", requoted.total(), "requotedOn", requoted.requotedOn());
            case RequoteAccepted accepted ->
                told("total", accepted.total(), "by", accepted.by(), "acceptedOn", accepted.acceptedOn());
            case DealAgreed agreed ->
                told(
                        "items", received(agreed.lines()),
                        "boxes", boxes(agreed.lines().stream().map(ReceivedLine::quantity)),
                        "agreed", agreed.agreed(),
                        "landedCost", total(agreed.lines().stream().map(ReceivedLine::landedCost)),
                        "toReturn", agreed.toReturn(),
                        "agreedOn", agreed.agreedOn());
            case PurchaseGivenUp up ->
                told("reason", up.reason(), "toReturn", up.toReturn(), "givenUpOn", up.givenUpOn());
            case BoxesReturned returned -> told("boxes", returned.boxes(), "returnedOn", returned.returnedOn());
            case BoxesDonated donated -> told("boxes", donated.boxes(), "donatedOn", donated.donatedOn());
        };
    }

    static Map<String, Object> of(PhotoEvent event) {
        return switch (event) {
            case PhotosAdded added ->
                told("line", added.line(), "photos", added.photos().size());
            case PhotoRemoved removed -> told("line", removed.line());
        };
    }

    static Map<String, Object> of(PayoutEvent event) {
        return switch (event) {
            case PayoutPlanned planned ->
                told("amount", planned.amount(), "method", planned.method(), "plannedFor", planned.plannedFor());
            case PayoutWithdrawn withdrawn -> told("withdrawnOn", withdrawn.withdrawnOn());
            case PayoutRecorded recorded ->
                told("amount", recorded.amount(), "method", recorded.method(), "paidOn", recorded.paidOn());
            case PayoutConfirmed confirmed -> told("confirmedOn", confirmed.confirmedOn());
            case PayoutConfirmationTakenBack back -> Map.of();
            case PayoutFailed failed -> told("amount", failed.amount(), "failedOn", failed.failedOn());
        };
    }

    private static String quoted(List<QuoteLine> lines) {
        return items(lines.stream().map(line -> line.item() + " " + line.expiry() + " ×" + line.quantity()));
    }

    private static String received(List<ReceivedLine> lines) {
        return items(lines.stream().map(line -> line.item() + " " + line.expiry() + " ×" + line.quantity()));
    }

    private static String found(List<FoundBoxes> found) {
        return items(found.stream().map(boxes -> boxes.item() + " " + boxes.expiry() + " ×" + boxes.quantity()));
    }

    private static String items(Stream<String> each) {
        return each.collect(Collectors.joining(", "));
    }

    private static int boxes(Stream<Integer> quantities) {
        return quantities.mapToInt(Integer::intValue).sum();
    }

    static Money total(Stream<Money> amounts) {
        return amounts.reduce(Money::plus).orElseThrow();
    }
}
