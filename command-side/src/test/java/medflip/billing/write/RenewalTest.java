package medflip.billing.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import medflip.billing.events.PlanInterval;
import medflip.billing.events.SubscriptionEvent;
import medflip.billing.events.SubscriptionEvent.RenewalAnnounced;
import medflip.billing.events.SubscriptionId;
import medflip.billing.events.SubscriptionStatus;
import medflip.billing.events.Terms;
import medflip.billing.write.SubscriptionCommand.AnnounceRenewal;
import medflip.billing.write.SubscriptionCommand.MirrorSubscription;
import medflip.kernel.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When owners are told that what they subscribed goes on and is paid. */
class RenewalTest {

    private static final SubscriptionId ID = SubscriptionId.of(SubscriptionHistoriesTest.TENANT);
    private static final Instant END = Instant.parse("2027-03-31T12:00:00Z");
    private static final Money PRICE = Money.usd("29.00");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Mirror mirror = new Mirror();

    @Test
    void a_month_is_told_a_week_before_and_each_period_once() {
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.MONTH, END, null, false);
        assertThat(announced(END.minus(Duration.ofDays(7)).minus(MINUTE), PRICE))
                .isEmpty();
        assertThat(announced(END.minus(Duration.ofDays(7)), PRICE))
                .containsExactly(new RenewalAnnounced(ID, "sub_1", "medflip_solo_monthly", PRICE, END));
        assertThat(announced(END.minus(Duration.ofDays(6)), PRICE)).isEmpty();
        Instant next = END.plus(Duration.ofDays(30));
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.MONTH, next, null, false);
        assertThat(announced(END, PRICE)).isEmpty();
        assertThat(announced(next.minus(MINUTE), PRICE)).hasSize(1);
        assertThat(announced(next, PRICE)).isEmpty();
    }

    @Test
    void a_year_is_told_five_weeks_before_as_laws_ask_and_a_week_never() {
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.YEAR, END, null, false);
        assertThat(announced(END.minus(Duration.ofDays(35)).minus(MINUTE), PRICE))
                .isEmpty();
        assertThat(announced(END.minus(Duration.ofDays(35)), PRICE)).hasSize(1);
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.WEEK, END.plusSeconds(1), null, false);
        assertThat(announced(END, PRICE)).isEmpty();
    }

    @Test
    void nobody_is_told_of_what_doesn_t_go_on_or_costs_nothing() {
        Instant before = END.minus(Duration.ofDays(1));
        assertThat(announced(before, PRICE)).as("nothing is subscribed").isEmpty();
        for (SubscriptionStatus status : SubscriptionStatus.values()) {
            if (status != SubscriptionStatus.ACTIVE) {
                subscribed(status, PlanInterval.MONTH, END, null, false);
                assertThat(announced(before, PRICE)).as("%s", status).isEmpty();
            }
        }
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.MONTH, END, END, false);
        assertThat(announced(before, PRICE)).as("it ends").isEmpty();
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.MONTH, END, null, true);
        assertThat(announced(before, PRICE)).as("nothing is collected").isEmpty();
        subscribed(SubscriptionStatus.ACTIVE, PlanInterval.MONTH, END, null, false);
        assertThat(announced(before, Money.zero("USD"))).as("it costs nothing").isEmpty();
        assertThat(announced(before, PRICE)).hasSize(1);
    }

    private void subscribed(
            SubscriptionStatus status,
            PlanInterval interval,
            Instant end,
            @Nullable Instant cancelsAt,
            boolean collectionPaused) {
        Terms terms = new Terms(
                "sub_1",
                status,
                "medflip_solo_monthly",
                PRICE,
                interval,
                null,
                end,
                cancelsAt,
                null,
                null,
                collectionPaused);
        note(mirror.decide(new MirrorSubscription(ID, terms, END.minus(Duration.ofDays(100)))));
    }

    private List<SubscriptionEvent> announced(Instant now, Money amount) {
        return note(mirror.decide(new AnnounceRenewal(ID, "sub_1", amount, now)));
    }

    private List<SubscriptionEvent> note(List<SubscriptionEvent> facts) {
        facts.forEach(mirror::evolve);
        return facts;
    }
}
