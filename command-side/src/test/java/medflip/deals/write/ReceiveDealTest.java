package medflip.deals.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import medflip.catalog.events.PriceTrace;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.write.DealCommand.ReceiveDeal;
import medflip.kernel.Money;
import org.junit.jupiter.api.Test;

class ReceiveDealTest extends DealSpec {

    @Test
    void the_label_is_shared_by_price_and_the_last_line_takes_the_remainder() {
        given(quoted(line(1, 1, "10.00"), line(2, 1, "10.00"), line(3, 1, "10.00")), accepted());
        when(new ReceiveDeal(DEAL, TODAY, usd("10.00")));
        then(new DealReceived(
                DEAL,
                TODAY,
                List.of(received(1, 1, "13.33"), received(2, 1, "13.33"), received(3, 1, "13.34")),
                usd("30.00")));
    }

    @Test
    void boxes_given_for_nothing_still_carry_the_label() {
        given(quoted(line(1, 1, "0.00"), line(2, 2, "0.00")), accepted());
        when(new ReceiveDeal(DEAL, TODAY, usd("5.00")));
        then(new DealReceived(DEAL, TODAY, List.of(received(1, 1, "0.00"), received(2, 2, "5.00")), usd("0.00")));
    }

    @Test
    void boxes_of_a_quote_that_nobody_accepted_are_not_received() {
        given(quoted(line(1, 1, "10.00")));
        when(new ReceiveDeal(DEAL, TODAY, usd("0.00")));
        thenRejected(DealRejection.NOT_ACCEPTED);
    }

    @Test
    void boxes_are_received_once() {
        given(dealAgreedAt("30.00"));
        when(new ReceiveDeal(DEAL, TODAY, usd("0.00")));
        thenRejected(DealRejection.ALREADY_RECEIVED);
    }

    @Test
    void landed_costs_always_sum_to_price_and_label() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 1_000; run++) {
            List<QuoteLine> lines = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(8); i++) {
                lines.add(new QuoteLine(
                        i,
                        VERIO,
                        "any",
                        NEXT_YEAR,
                        medflip.catalog.events.Grade.PERFECT,
                        1 + random.nextInt(9),
                        new Money(random.nextInt(20_000), "USD"),
                        PriceTrace.BY_HAND));
            }
            Money label = new Money(random.nextInt(5_000), "USD");
            Money agreed =
                    lines.stream().map(QuoteLine::total).reduce(Money::plus).orElseThrow();
            Money landed = Deal.landed(lines, agreed, label).stream()
                    .map(ReceivedLine::landedCost)
                    .reduce(Money::plus)
                    .orElseThrow();
            assertThat(landed).as("seed %d, run %d", seed, run).isEqualTo(agreed.plus(label));
        }
    }
}
