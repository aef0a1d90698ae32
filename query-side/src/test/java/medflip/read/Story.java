package medflip.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealEvent.DealCancelled;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealEvent.QuoteDeclined;
import medflip.deals.events.DealEvent.QuoteGiven;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.imports.events.ImportId;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
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
        strands.addAll(new CatalogStory(tenant, random).told(ITEMS, BUYERS));
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
                    cents(100, 3000),
                    PriceTrace.BY_HAND));
        }
        QuoteGiven quoted = facts.quoted(deal, customer, date(), lines.toArray(QuoteLine[]::new));
        List<DomainEvent> events = new ArrayList<>(List.of(quoted));
        switch (random.nextInt(5)) {
            case 0 -> events.add(new QuoteDeclined(deal, Facts.day(date())));
            case 1 -> events.addAll(List.of(facts.accepted(deal), new DealCancelled(deal, Facts.day(date()))));
            default -> {
                Money agreed =
                        lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
                List<ReceivedLine> received = lines.stream()
                        .map(line -> new ReceivedLine(
                                line.line(),
                                line.productId(),
                                line.item(),
                                line.expiry(),
                                line.grade(),
                                line.quantity(),
                                line.total().plus(cents(0, 500))))
                        .toList();
                events.add(facts.accepted(deal));
                events.add(new DealReceived(deal, Facts.day(date()), received, agreed));
                if (random.nextBoolean()) {
                    Money part = agreed.share(1, 3);
                    events.add(payout(deal, customer, part));
                    events.add(payout(deal, customer, agreed.minus(part)));
                }
                strands.add(lots(deal, received));
            }
        }
        return events;
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
        return new PayoutRecorded(deal, customer, id(), amount, PayoutMethod.CHECK, null, Facts.day(date()));
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

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
