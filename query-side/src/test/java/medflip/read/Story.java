package medflip.read;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.Grade;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.deals.events.CancelReason;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealId;
import medflip.deals.events.DeclineReason;
import medflip.deals.events.DeliveryEvent.AppointmentMade;
import medflip.deals.events.DeliveryEvent.AppointmentMissed;
import medflip.deals.events.DeliveryEvent.BoxesLost;
import medflip.deals.events.DeliveryEvent.BoxesSent;
import medflip.deals.events.DeliveryEvent.ClaimOpened;
import medflip.deals.events.DeliveryEvent.ClaimSettled;
import medflip.deals.events.DeliveryEvent.LabelMade;
import medflip.deals.events.DeliveryEvent.LabelVoided;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.HoldReason;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.imports.events.ImportId;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;

/**
 * A business's life, made up: everything that can happen happens to some customer, deal or lot. The same seed and
 * tenant give the same story.
 */
public final class Story {

    private static final int CUSTOMERS = 12;
    private static final int DEALS = 60;
    private static final List<String> ITEMS = List.of(Facts.VERIO, Facts.GUIDE, "Dexcom G6 Sensor 3ct");
    private static final List<String> BUYERS = List.of("StripRescue LLC", "Magrathea Wholesale");

    private final TenantId tenant;
    private final Random random;
    private final Facts facts;
    private final List<List<DomainEvent>> strands = new ArrayList<>();

    private Story(TenantId tenant, long seed) {
        this.tenant = tenant;
        this.random = new Random(seed);
        this.facts = new Facts(tenant);
    }

    public static List<DomainEvent> of(TenantId tenant, long seed) {
        return new Story(tenant, seed).told();
    }

    private List<DomainEvent> told() {
        List<DomainEvent> story = new ArrayList<>(List.of(facts.ownerRegistered(), facts.signedUp()));
        ITEMS.forEach(item -> strands.add(product(item)));
        List<CustomerId> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> CustomerId.of(tenant, id()))
                .toList();
        for (CustomerId customer : customers) {
            story.add(facts.registered(customer, "Person " + random.nextInt(1000)));
            strands.add(laterLife(customer));
        }
        for (int i = 0; i < DEALS; i++) {
            strands.add(random.nextInt(3) == 0 ? pastDeal(any(customers)) : deal(any(customers)));
        }
        DealId offered = DealId.of(tenant, id());
        strands.add(new ArrayList<>(List.of(
                facts.quoted(offered, any(customers)), new OfferLinkMade(offered, id(), "hash of " + offered, day()))));
        while (!strands.isEmpty()) {
            List<DomainEvent> strand = any(strands);
            if (strand.isEmpty()) {
                strands.remove(strand);
            } else {
                story.add(strand.removeFirst());
            }
        }
        return story;
    }

    private List<DomainEvent> product(String item) {
        ProductId product = facts.product(item);
        List<DomainEvent> events = new ArrayList<>(List.of(facts.added(item)));
        if (random.nextBoolean()) {
            events.add(new ProductCorrected(product, ProductVariant.called(item + " new")));
        }
        if (random.nextBoolean()) {
            events.add(new ProductRetired(product));
            events.add(new ProductRestored(product));
        }
        return events;
    }

    private List<DomainEvent> laterLife(CustomerId customer) {
        List<DomainEvent> events = new ArrayList<>();
        if (random.nextBoolean()) {
            events.add(new CustomerDetailsCorrected(
                    customer,
                    new PersonName("Corrected " + random.nextInt(1000)),
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null));
        }
        if (random.nextBoolean()) {
            events.add(new CustomerArchived(customer));
            if (random.nextBoolean()) {
                events.add(new CustomerRestored(customer));
            }
        }
        return events;
    }

    private List<DomainEvent> deal(CustomerId customer) {
        DealId deal = DealId.of(tenant, id());
        List<QuoteLine> lines = new ArrayList<>();
        for (int line = 1; line <= 1 + random.nextInt(3); line++) {
            String item = any(ITEMS);
            lines.add(new QuoteLine(
                    line,
                    facts.product(item),
                    item,
                    Facts.EXPIRY,
                    Grade.PERFECT,
                    1 + random.nextInt(5),
                    cents(100, 3000)));
        }
        QuoteGiven quoted = facts.quoted(deal, customer, date(), lines.toArray(QuoteLine[]::new));
        List<DomainEvent> events = new ArrayList<>(List.of(quoted));
        if (random.nextInt(4) == 0) {
            events.add(new QuoteRevised(deal, customer, 2, lines.reversed(), day(), day(), null));
        }
        switch (random.nextInt(7)) {
            case 0 -> events.add(new QuoteDeclined(deal, customer, DeclineReason.PRICE, null, day()));
            case 1 -> {
                events.addAll(List.of(
                        facts.accepted(deal),
                        new DealCancelled(deal, customer, CancelReason.NEVER_SENT, new PersonalText("gone"), day()),
                        new DealReopened(deal, day())));
            }
            case 2 -> {
                UUID link = id();
                events.addAll(List.of(
                        new OfferLinkMade(deal, link, "hash of " + tenant + link, day()),
                        new OfferLinkRevoked(deal, link, day()),
                        new OfferLinkMade(deal, id(), "hash after " + tenant + link, day())));
                if (random.nextBoolean()) {
                    events.add(new QuoteExpired(deal, 1, day()));
                }
            }
            case 3 -> {
                events.addAll(arrived(deal, customer));
                events.add(new PurchaseGivenUp(deal, customer, DeclineReason.PRICE, null, 3, day()));
                events.add(
                        random.nextBoolean()
                                ? new BoxesReturned(deal, customer, Carrier.UPS, null, cents(0, 900), 3, day())
                                : new BoxesDonated(deal, 3, day()));
            }
            default -> {
                events.addAll(arrived(deal, customer));
                Money agreed =
                        lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
                List<ReceivedLine> bought = lines.stream()
                        .map(line -> new ReceivedLine(
                                line.line(),
                                line.productId(),
                                line.item(),
                                line.expiry(),
                                line.grade(),
                                line.quantity(),
                                line.total().plus(cents(0, 500))))
                        .toList();
                lines.forEach(line -> events.add(new LineInspected(
                        deal, customer, line.line(), List.of(as(line)), new PersonalText("fine"), day())));
                events.add(new DealRequoted(deal, customer, agreed, null, day()));
                events.add(new DealAgreed(deal, day(), bought, agreed, cents(0, 300), random.nextInt(2)));
                if (random.nextBoolean()) {
                    events.addAll(paid(deal, customer, agreed));
                }
                strands.add(lots(deal, bought));
            }
        }
        return events;
    }

    /** The boxes come, after this and that. */
    private List<DomainEvent> arrived(DealId deal, CustomerId customer) {
        List<DomainEvent> events = new ArrayList<>(List.of(facts.accepted(deal)));
        if (random.nextBoolean()) {
            UUID label = id();
            Money cost = cents(400, 900);
            events.addAll(List.of(
                    new DealHeld(deal, customer, HoldReason.CHECKING_SELLER, null, day()),
                    new LabelMade(deal, customer, label, Carrier.USPS, new PersonalText("9400-" + label), cost, day()),
                    new DealReleased(deal, day()),
                    new BoxesSent(deal, day())));
            if (random.nextInt(3) == 0) {
                events.addAll(List.of(
                        new BoxesLost(deal, day()),
                        new ClaimOpened(deal, customer, cents(100, 9000), null, day()),
                        new ClaimSettled(deal, cents(0, 100), day()),
                        new LabelVoided(deal, label, cost, day())));
            }
        } else {
            PersonalText place = new PersonalText("the parking lot");
            events.addAll(List.of(
                    new AppointmentMade(deal, customer, day(), LocalTime.of(9, 30), place, day()),
                    new AppointmentMissed(deal, day()),
                    new AppointmentMade(deal, customer, day(), LocalTime.NOON, place, day())));
        }
        events.add(new BoxesReceived(deal, day()));
        return events;
    }

    /** In two parts, of which the first fails and is paid again. */
    private List<DomainEvent> paid(DealId deal, CustomerId customer, Money agreed) {
        Money part = agreed.share(1, 3);
        PayoutRecorded failing = payout(deal, customer, part);
        PayoutRecorded last = payout(deal, customer, agreed.minus(part));
        UUID planned = id();
        return List.of(
                failing,
                last,
                new PayoutFailed(deal, customer, failing.payoutId(), part, null, day()),
                new PayoutPlanned(deal, planned, part, PayoutMethod.CASH, day(), day()),
                new PayoutWithdrawn(deal, planned, day()),
                payout(deal, customer, part),
                new PayoutConfirmed(deal, last.payoutId(), day()),
                new DealClosed(deal, day()));
    }

    private static FoundBoxes as(QuoteLine line) {
        return new FoundBoxes(
                line.line(),
                line.productId(),
                line.item(),
                line.expiry(),
                line.grade(),
                line.quantity(),
                line.unitPrice(),
                Outcome.STOCK,
                null);
    }

    private List<DomainEvent> pastDeal(CustomerId customer) {
        DealId deal = DealId.of(tenant, id());
        Money paid = cents(500, 9000);
        String item = any(ITEMS);
        List<ReceivedLine> lines = List.of(new ReceivedLine(
                1,
                facts.product(item),
                item,
                Facts.EXPIRY,
                Grade.UNGRADED,
                1 + random.nextInt(9),
                paid.plus(cents(0, 500))));
        strands.add(lots(deal, lines));
        return new ArrayList<>(List.of(new PastDealRecorded(
                deal,
                customer,
                ImportId.of(tenant, id()),
                Facts.day(date()),
                lines,
                id(),
                paid,
                PayoutMethod.CASH,
                null,
                null)));
    }

    /** Lots and their sales; told after or before their deal, since they are streams of their own. */
    private List<DomainEvent> lots(DealId deal, List<ReceivedLine> lines) {
        List<DomainEvent> events = new ArrayList<>();
        for (ReceivedLine line : lines) {
            LotId lot = LotId.of(deal, line.line());
            events.add(new LotStocked(
                    lot,
                    deal,
                    line.productId(),
                    line.item(),
                    line.expiry(),
                    line.grade(),
                    line.quantity(),
                    line.landedCost(),
                    Facts.day(date())));
            int left = line.quantity();
            Money cost = line.landedCost();
            while (left > 0 && random.nextInt(3) > 0) {
                int boxes = 1 + random.nextInt(left);
                Money share = boxes == left ? cost : cost.share(boxes, left);
                left -= boxes;
                cost = cost.minus(share);
                events.add(new LotSold(
                        lot,
                        id(),
                        deal,
                        line.productId(),
                        line.item(),
                        any(BUYERS),
                        boxes,
                        cents(100, 9000),
                        share,
                        Facts.day(date())));
            }
        }
        return events;
    }

    private PayoutRecorded payout(DealId deal, CustomerId customer, Money amount) {
        return new PayoutRecorded(deal, customer, id(), amount, PayoutMethod.CHECK, null, cents(0, 200), day());
    }

    /** The facts as another order would tell them that keeps each stream's own. */
    public static <T> List<T> reordered(List<T> facts, java.util.function.Function<T, String> stream, long seed) {
        var streams = new java.util.LinkedHashMap<String, List<T>>();
        facts.forEach(fact -> streams.computeIfAbsent(stream.apply(fact), s -> new ArrayList<>())
                .add(fact));
        List<String> turns = new ArrayList<>(facts.stream().map(stream).toList());
        Collections.shuffle(turns, new Random(seed));
        return turns.stream().map(turn -> streams.get(turn).removeFirst()).toList();
    }

    private Money cents(int from, int to) {
        return new Money(from + random.nextInt(to - from), "USD");
    }

    private String date() {
        return "2026-%02d-%02d".formatted(1 + random.nextInt(11), 1 + random.nextInt(28));
    }

    private LocalDate day() {
        return Facts.day(date());
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
