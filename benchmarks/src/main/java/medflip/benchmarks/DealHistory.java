package medflip.benchmarks;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductId;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.DealEvent;
import medflip.deals.events.DealId;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.kernel.Money;
import medflip.kernel.TenantId;
import medflip.platform.command.MessageMetadata;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.text.Ids;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Years of a hundred businesses: deals of one to three lines, each quoted, accepted, received and paid, with hundreds
 * of others' facts between its own.
 */
final class DealHistory {

    private static final int TENANTS = 100;
    private static final int EVENTS_A_COMMIT = 1_000;
    /** How many other deals are quoted before a deal takes its second, third and fourth step. */
    private static final int[] LATER = {0, 100, 300, 400};

    private static final List<String> ITEMS =
            List.of("OneTouch Verio 50ct", "ACCU-CHEK GUIDE 100ct", "FreeStyle Libre 3 sensor", "Dexcom G7 sensor");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private final Random random = new Random(1);
    private final List<TenantId> tenants;

    DealHistory() {
        this(TENANTS);
    }

    /** @param tenants whose deals they are */
    DealHistory(int tenants) {
        this(Stream.generate(() -> new TenantId(Ids.next())).limit(tenants).toList());
    }

    /** @param tenants whose deals they are */
    DealHistory(List<TenantId> tenants) {
        this.tenants = tenants;
    }

    List<TenantId> tenants() {
        return tenants;
    }

    private record Deal(DealId id, CustomerId customer, List<QuoteLine> lines) {
        Money total() {
            return lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
        }
    }

    /** Appends four facts for each of so many deals. */
    void append(int deals, EventStore store) {
        List<Deal> all = Stream.generate(this::deal).limit(deals).toList();
        List<EventMessage<?>> unit = new ArrayList<>();
        for (int now = 0; now < deals + LATER[LATER.length - 1]; now++) {
            for (int step = 0; step < LATER.length; step++) {
                int which = now - LATER[step];
                if (which >= 0 && which < deals) {
                    unit.add(message(fact(all.get(which), step), step));
                }
            }
            if (unit.size() >= EVENTS_A_COMMIT) {
                store.publish(unit);
                unit = new ArrayList<>();
            }
        }
        store.publish(unit);
    }

    private static DealEvent fact(Deal deal, int step) {
        return switch (step) {
            case 0 -> new QuoteGiven(deal.id(), deal.customer(), deal.lines(), DAY, DAY.plusDays(7), null);
            case 1 -> new QuoteAccepted(deal.id(), 1, "2026-11", AcceptedBy.BUSINESS, DAY.plusDays(1));
            case 2 ->
                new DealAgreed(deal.id(), DAY.plusDays(5), received(deal.lines()), deal.total(), Money.zero("USD"), 0);
            default ->
                new PayoutRecorded(
                        deal.id(),
                        deal.customer(),
                        Ids.next(),
                        deal.total(),
                        PayoutMethod.ZELLE,
                        null,
                        Money.zero("USD"),
                        Money.zero("USD"),
                        DAY.plusDays(6));
        };
    }

    private static List<ReceivedLine> received(List<QuoteLine> lines) {
        return lines.stream()
                .map(line -> new ReceivedLine(
                        line.line(),
                        line.productId(),
                        line.item(),
                        line.expiry(),
                        line.grade(),
                        line.quantity(),
                        line.total()))
                .toList();
    }

    private Deal deal() {
        TenantId tenant = tenants.get(random.nextInt(tenants.size()));
        List<QuoteLine> lines = IntStream.rangeClosed(1, 1 + random.nextInt(3))
                .mapToObj(line -> line(tenant, line, ITEMS.get(random.nextInt(ITEMS.size()))))
                .toList();
        return new Deal(DealId.of(tenant, Ids.next()), CustomerId.of(tenant, Ids.next()), lines);
    }

    private QuoteLine line(TenantId tenant, int line, String item) {
        return new QuoteLine(
                line,
                ProductId.named(tenant, item),
                item,
                YearMonth.of(2027, 1 + random.nextInt(12)),
                Grade.PERFECT,
                1 + random.nextInt(9),
                new Money(1_000L + random.nextInt(4_000), "USD"),
                PriceTrace.BY_HAND);
    }

    private static EventMessage<?> message(DealEvent event, long version) {
        String tenant = event.aggregateId().tenantId().toString();
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(MessageMetadata.TENANT, tenant);
        metadata.put(MessageMetadata.ACTOR, "user:" + tenant);
        metadata.put(MessageMetadata.POLICY_VERSION, PublishedPolicy.VERSION);
        metadata.put(MessageMetadata.CORRELATION, UUID.randomUUID().toString());
        metadata.put(MessageMetadata.CAUSATION, UUID.randomUUID().toString());
        return new GenericDomainEventMessage<>("Deal", event.aggregateId().value(), version, event, metadata);
    }
}
