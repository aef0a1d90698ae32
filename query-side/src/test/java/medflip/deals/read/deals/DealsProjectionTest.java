package medflip.deals.read.deals;

import static medflip.deals.read.deals.DealState.ACCEPTED;
import static medflip.deals.read.deals.DealState.AGREED;
import static medflip.deals.read.deals.DealState.AWAITING_SHIPMENT;
import static medflip.deals.read.deals.DealState.CANCELLED;
import static medflip.deals.read.deals.DealState.CLOSED;
import static medflip.deals.read.deals.DealState.DECLINED;
import static medflip.deals.read.deals.DealState.IN_TRANSIT;
import static medflip.deals.read.deals.DealState.LOST;
import static medflip.deals.read.deals.DealState.PAID;
import static medflip.deals.read.deals.DealState.QUOTED;
import static medflip.deals.read.deals.DealState.RECEIVED;
import static medflip.deals.read.deals.DealState.REQUOTED;
import static medflip.deals.read.deals.DealState.RETURNED;
import static medflip.deals.read.deals.DealState.RETURNING;
import static medflip.deals.read.deals.DealState.SCHEDULED;
import static medflip.read.Facts.day;
import static medflip.read.Facts.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.catalog.events.PriceTrace.PriceOverride;
import medflip.catalog.read.buyers.BuyersViews;
import medflip.customers.events.CustomerId;
import medflip.customers.read.people.PeopleViews;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CancelReason;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
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
import medflip.deals.events.Difference;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.PhotoEvent.PhotoRemoved;
import medflip.deals.events.PhotoEvent.PhotosAdded;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.deals.read.deals.Deal.DealLine;
import medflip.deals.read.deals.Deal.PayoutState;
import medflip.deals.read.deals.Deal.Photo;
import medflip.inventory.events.LotId;
import medflip.inventory.read.stock.StockViews;
import medflip.kernel.AttachedFile;
import medflip.kernel.FileKind;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.platform.web.PageRequest;
import medflip.read.Facts;
import medflip.read.ProjectionFixture;
import medflip.read.ReadDatabase;
import medflip.sales.read.sales.SalesViews;
import org.junit.jupiter.api.Test;

class DealsProjectionTest {

    private final ProjectionFixture fixture = ProjectionFixture.of(
            new DealsProjection(),
            BuyersViews.projection(),
            PeopleViews.projection(),
            StockViews.projection(),
            SalesViews.projection());
    private final Facts facts = new Facts(fixture.tenant());
    private final DealsStore store = new DealsStore(ReadDatabase.tenants());
    private final BoardStore board = new BoardStore(ReadDatabase.tenants());
    private final CustomerId pat = facts.newCustomer();
    private final DealId deal = facts.newDeal();

    @Test
    void a_quote_is_a_deal_with_nothing_owed_yet() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.quoted(deal, pat));
        assertThat(deals())
                .containsExactly(new DealItem(
                        deal.local(),
                        pat.local(),
                        "Pat Doe",
                        QUOTED,
                        day("2026-11-20"),
                        null,
                        day("2026-11-20"),
                        day("2026-11-27"),
                        "OneTouch Verio 50ct ×3",
                        3,
                        usd("45.00"),
                        usd("45.00"),
                        usd("0"),
                        usd("0"),
                        0,
                        usd("0"),
                        usd("0"),
                        usd("0"),
                        false,
                        0));
    }

    @Test
    void a_deal_goes_its_way_from_quote_to_paid() {
        fixture.given(facts.quoted(deal, pat));
        assertThat(state()).isEqualTo(QUOTED);
        fixture.given(facts.accepted(deal));
        assertThat(state()).isEqualTo(ACCEPTED);
        fixture.given(facts.received(deal));
        assertThat(state()).isEqualTo(RECEIVED);
        fixture.given(facts.inspected(deal, pat));
        assertThat(deal().found()).isEqualTo(usd("45.00"));
        fixture.given(facts.agreed(deal));
        assertThat(state()).isEqualTo(AGREED);
        assertThat(deal().item().owed()).isEqualTo(usd("45.00"));
        assertThat(deal().item().landedCost()).isEqualTo(usd("49.50"));
        fixture.given(facts.paid(deal, pat, "20.00"));
        assertThat(state()).isEqualTo(AGREED);
        assertThat(deal().item().owed()).isEqualTo(usd("25.00"));
        assertThat(deal().item().atStake()).isEqualTo(usd("25.00"));
        fixture.given(facts.paid(deal, pat, "25.00"));
        assertThat(state()).isEqualTo(PAID);
        assertThat(deal().item().owed()).isEqualTo(usd("0"));
        assertThat(deal().item().paid()).isEqualTo(usd("45.00"));
        assertThat(deal().payouts()).extracting(Deal.Payout::state).containsExactly(PayoutState.SENT, PayoutState.SENT);
        assertThat(deal().acceptedOn()).isEqualTo("2026-11-21");
        assertThat(deal().attestationVersion()).isEqualTo("2026-11-24");
        assertThat(deal().receivedOn()).isEqualTo("2026-11-22");
        assertThat(deal().item().stateSince()).isEqualTo("2026-11-23");
        assertThat(deal().version()).isEqualTo(6);
        fixture.given(new DealClosed(deal, day("2026-11-24")));
        assertThat(state()).isEqualTo(CLOSED);
        fixture.given(new DealReopened(deal, day("2026-11-25")));
        assertThat(state()).isEqualTo(PAID);
    }

    @Test
    void the_whole_way_in_one_batch_ends_alike() {
        fixture.givenAtOnce(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat),
                facts.agreed(deal),
                facts.paid(deal, pat, "20.00"),
                facts.paid(deal, pat, "25.00"));
        assertThat(state()).isEqualTo(PAID);
        assertThat(deal().lines().getFirst().found()).hasSize(1);
        assertThat(deal().version()).isEqualTo(6);
    }

    @Test
    void a_quote_that_is_made_anew_takes_the_place_of_the_one_before() {
        fixture.given(
                facts.quoted(deal, pat),
                new QuoteExpired(deal, 1, day("2026-11-28")),
                new QuoteRevised(
                        deal,
                        pat,
                        2,
                        List.of(new QuoteLine(
                                1,
                                facts.product(Facts.GUIDE),
                                Facts.GUIDE,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                2,
                                usd("20.00"),
                                PriceTrace.BY_HAND)),
                        day("2026-11-29"),
                        day("2026-12-05"),
                        null));
        assertThat(state()).isEqualTo(QUOTED);
        assertThat(deal().quoteVersion()).isEqualTo(2);
        assertThat(deal().item().quoted()).isEqualTo(usd("40.00"));
        assertThat(deal().item().validUntil()).isEqualTo("2026-12-05");
        assertThat(deal().lines()).extracting(DealLine::item).containsExactly(Facts.GUIDE);
        assertThat(found(new FindDeals(null, null, "guide", null, null, null, null)))
                .containsExactly(deal.local());
        assertThat(found(new FindDeals(null, null, "verio", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_deal_of_more_words_than_an_index_takes_is_found_by_each() {
        fixture.given(facts.quoted(deal, pat));
        ReadDatabase.service()
                .sql("UPDATE deal SET search = repeat('true metrix ', 300) || 'lancets' WHERE tenant_id = :tenant")
                .param("tenant", fixture.tenant().value())
                .update();
        assertThat(found(new FindDeals(null, null, "lancets", null, null, null, null)))
                .containsExactly(deal.local());
        assertThat(found(new FindDeals(null, null, "verio", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void photos_stand_with_their_line_in_the_order_in_which_they_were_added() {
        UUID first = new UUID(9, 9);
        UUID second = new UUID(1, 1);
        AttachedFile front = new AttachedFile(first, FileKind.JPEG, 1_000, "hash");
        AttachedFile back = new AttachedFile(second, FileKind.HEIC, 1_000, "hash");
        fixture.given(facts.quoted(deal, pat), new PhotosAdded(deal, 1, List.of(front, back)));
        assertThat(deal().lines().getFirst().photos())
                .containsExactly(new Photo(first, FileKind.JPEG), new Photo(second, FileKind.HEIC));
        fixture.given(new PhotoRemoved(deal, 1, first));
        assertThat(deal().lines().getFirst().photos()).containsExactly(new Photo(second, FileKind.HEIC));
        fixture.given(new PhotosAdded(deal, 1, List.of(front)));
        assertThat(deal().lines().getFirst().photos()).extracting(Photo::id).containsExactly(second, first);
        assertThat(deal().version()).isEqualTo(3);
    }

    @Test
    void boxes_come_by_post() {
        UUID label = UUID.randomUUID();
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                new LabelMade(
                        deal,
                        pat,
                        label,
                        Carrier.USPS,
                        new PersonalText("9400 1000 0001"),
                        usd("8.15"),
                        day("2026-11-21")));
        assertThat(state()).isEqualTo(AWAITING_SHIPMENT);
        assertThat(deal().labelCost()).isEqualTo(usd("8.15"));
        assertThat(found(new FindDeals(null, null, "9400 1000 0001", null, null, null, null)))
                .as("also found by the tracking number")
                .containsExactly(deal.local());
        fixture.given(new BoxesSent(deal, day("2026-11-22")));
        assertThat(state()).isEqualTo(IN_TRANSIT);
        fixture.given(
                new BoxesLost(deal, day("2026-11-30")),
                new ClaimOpened(deal, pat, usd("45.00"), null, day("2026-11-30")));
        assertThat(state()).isEqualTo(LOST);
        assertThat(deal().claim()).isEqualTo(new Deal.Claim(usd("45.00"), null, day("2026-11-30"), null, null));
        fixture.given(
                new ClaimSettled(deal, usd("40.00"), day("2026-12-09")),
                new LabelVoided(deal, label, usd("8.15"), day("2026-12-09")));
        assertThat(deal().claim())
                .isEqualTo(new Deal.Claim(usd("45.00"), null, day("2026-11-30"), usd("40.00"), day("2026-12-09")));
        assertThat(deal().labelCost()).isEqualTo(usd("0"));
        assertThat(deal().labels()).extracting(Deal.Label::voidedOn).containsExactly(day("2026-12-09"));
    }

    @Test
    void boxes_come_to_a_meeting() {
        var appointment = new AppointmentMade(
                deal, pat, day("2026-11-25"), LocalTime.of(15, 30), new PersonalText("Walmart"), day("2026-11-20"));
        fixture.given(facts.quoted(deal, pat), appointment);
        assertThat(state()).isEqualTo(QUOTED);
        fixture.given(facts.accepted(deal));
        assertThat(state()).isEqualTo(SCHEDULED);
        assertThat(deal().appointment())
                .isEqualTo(new Deal.Appointment(day("2026-11-25"), LocalTime.of(15, 30), "Walmart"));
        fixture.given(new AppointmentMissed(deal, day("2026-11-25")));
        assertThat(state()).isEqualTo(ACCEPTED);
        assertThat(deal().noShows()).isEqualTo(1);
        assertThat(deal().appointment()).isNull();
        fixture.given(appointment);
        assertThat(state()).isEqualTo(SCHEDULED);
    }

    @Test
    void each_line_tells_why_it_has_its_price_also_where_it_was_quoted_anew_or_found_otherwise() {
        BuyerId buyer = BuyerId.of(fixture.tenant(), Ids.next());
        PriceTrace haggled = new PriceTrace(
                listed("15.00", 100),
                buyer,
                usd("20.00"),
                10,
                new PriceOverride(OverrideReason.HAGGLED, "user:01935c00-0000-7000-8000-000000000002"));
        PriceTrace damaged = new PriceTrace(listed("7.50", 50), buyer, usd("12.00"), 10, null);
        fixture.given(
                new BuyerAdded(
                        buyer,
                        "StripRescue LLC",
                        null,
                        null,
                        null,
                        null,
                        new BuyerTerms(6, List.of(Grade.PERFECT), List.of(Channel.RETAIL), 0, PriceFixed.ON_ORDER, 14)),
                facts.quoted(deal, pat),
                new QuoteRevised(
                        deal,
                        pat,
                        2,
                        List.of(new QuoteLine(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                3,
                                usd("16.00"),
                                haggled)),
                        day("2026-11-21"),
                        day("2026-11-28"),
                        null));
        assertThat(Objects.requireNonNull(deal().lines().getFirst().quoted()).why())
                .isEqualTo(new PriceWhy(
                        new PriceWhy.ListedThen(3, 12, 8, usd("15.00"), 100, 100, usd("15.00")),
                        new PriceWhy.BestBuyer(buyer.local(), "StripRescue LLC", usd("20.00")),
                        usd("4.00"),
                        20,
                        10,
                        new PriceWhy.Decision(OverrideReason.HAGGLED, "user:01935c00-0000-7000-8000-000000000002")));
        fixture.given(
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(
                        deal,
                        pat,
                        new FoundBoxes(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.SLIGHT_DAMAGE,
                                3,
                                usd("8.00"),
                                Outcome.STOCK,
                                Difference.DAMAGED,
                                damaged)));
        PriceWhy found = Objects.requireNonNull(
                deal().lines().getFirst().found().getFirst().why());
        assertThat(Objects.requireNonNull(found.listed()).price()).isEqualTo(usd("7.50"));
        assertThat(found.margin()).isEqualTo(usd("4.00"));
        assertThat(found.decided()).isNull();
    }

    private static ListPrice listed(String price, int gradePercent) {
        return new ListPrice(
                PriceListId.own(new TenantId(new UUID(1, 1))), 3, 12, 8, usd("15.00"), gradePercent, 100, usd(price));
    }

    @Test
    void what_paying_cost_beyond_its_estimate_lowers_the_profit() {
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.agreed(deal),
                new PayoutRecorded(
                        deal,
                        pat,
                        Ids.next(),
                        usd("45.00"),
                        PayoutMethod.PAYPAL,
                        null,
                        usd("1.40"),
                        usd("1.40"),
                        day("2026-11-23")));
        assertThat(deal().feeDifference()).isEqualTo(usd("1.40"));
        assertThat(deal().item().profit()).isEqualTo(usd("-1.40"));
    }

    @Test
    void a_link_is_shown_until_the_requote_that_it_is_for_is_answered_or_changed() {
        OfferLinkMade link = new OfferLinkMade(deal, Ids.next(), "hash", day("2026-11-23"), day("2026-12-07"));
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat),
                new DealRequoted(deal, pat, usd("39.00"), null, day("2026-11-23")),
                link);
        assertThat(deal().offerLink())
                .isEqualTo(new Deal.OfferLink(link.linkId(), day("2026-11-23"), day("2026-12-07")));
        fixture.given(facts.inspected(deal, pat));
        assertThat(deal().offerLink()).isNull();
        fixture.given(
                new DealRequoted(deal, pat, usd("39.00"), null, day("2026-11-23")),
                link,
                new RequoteAccepted(deal, usd("39.00"), AcceptedBy.LINK, day("2026-11-24")));
        assertThat(deal().offerLink()).isNull();
        assertThat(deal().requoteAcceptedBy()).isEqualTo(AcceptedBy.LINK);
        assertThat(deal().requoteAcceptedOn()).isEqualTo(day("2026-11-24"));
    }

    @Test
    void what_is_found_otherwise_stands_beside_what_was_quoted() {
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(
                        deal,
                        pat,
                        new FoundBoxes(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                2,
                                usd("15.00"),
                                Outcome.STOCK,
                                null,
                                PriceTrace.BY_HAND),
                        new FoundBoxes(
                                1_001,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                null,
                                1,
                                usd("0"),
                                Outcome.RETURN,
                                Difference.WATER,
                                PriceTrace.BY_HAND)),
                new LineInspected(
                        deal,
                        pat,
                        2,
                        List.of(new FoundBoxes(
                                2,
                                facts.product(Facts.GUIDE),
                                Facts.GUIDE,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                1,
                                usd("9.00"),
                                Outcome.STOCK,
                                Difference.NOT_QUOTED,
                                PriceTrace.BY_HAND)),
                        new PersonalText("came along"),
                        day("2026-11-22")));
        DealLine first = deal().lines().getFirst();
        assertThat(first.inspected()).isTrue();
        assertThat(first.quoted())
                .isEqualTo(new Deal.Quoted(Facts.EXPIRY, Grade.PERFECT, 3, usd("15.00"), usd("45.00"), null));
        assertThat(first.found()).extracting(Deal.Found::quantity).containsExactly(2, 1);
        assertThat(first.found()).extracting(Deal.Found::difference).containsExactly(null, Difference.WATER);
        DealLine besides = deal().lines().getLast();
        assertThat(besides.item()).isEqualTo(Facts.GUIDE);
        assertThat(besides.quoted()).isNull();
        assertThat(besides.remark()).isEqualTo("came along");
        assertThat(deal().found()).isEqualTo(usd("39.00"));
        fixture.given(new DealRequoted(deal, pat, usd("39.00"), null, day("2026-11-23")));
        assertThat(state()).isEqualTo(REQUOTED);
        assertThat(deal().item().atStake()).isEqualTo(usd("39.00"));
    }

    @Test
    void a_line_that_is_seen_anew_forgets_what_was_found_before() {
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat),
                facts.inspected(deal, pat));
        assertThat(deal().lines().getFirst().found()).hasSize(1);
        fixture.given(facts.inspected(deal, pat, new FoundBoxes[0]));
        assertThat(deal().lines().getFirst().found()).isEmpty();
        assertThat(deal().found()).isEqualTo(usd("0"));
    }

    @Test
    void what_is_not_bought_goes_back_or_is_given_away() {
        DealId other = facts.newDeal();
        for (DealId each : List.of(deal, other)) {
            fixture.given(
                    facts.quoted(each, pat),
                    facts.accepted(each),
                    facts.received(each),
                    new PurchaseGivenUp(
                            each, pat, DeclineReason.PRICE, new PersonalText("too low"), 3, day("2026-11-23")));
        }
        assertThat(state()).isEqualTo(RETURNING);
        assertThat(deal().endReason()).isEqualTo("PRICE");
        assertThat(deal().item().toReturn()).isEqualTo(3);
        fixture.given(
                new BoxesReturned(deal, pat, Carrier.UPS, null, usd("9.00"), 3, day("2026-11-24")),
                new BoxesDonated(other, 3, day("2026-12-24")));
        assertThat(state()).isEqualTo(RETURNED);
        assertThat(deal().item().toReturn()).isZero();
        assertThat(deal().returned())
                .isEqualTo(new Deal.Return(day("2026-11-23"), day("2026-11-24"), Carrier.UPS, null, null));
        assertThat(store.deal(fixture.tenant(), other.local())
                        .orElseThrow()
                        .item()
                        .state())
                .isEqualTo(DealState.DONATED);
    }

    @Test
    void a_payout_is_planned_made_and_owed_again_when_it_failed() {
        fixture.given(facts.quoted(deal, pat), facts.accepted(deal), facts.received(deal), facts.agreed(deal));
        var paid = facts.paid(deal, pat, "45.00");
        fixture.given(new PayoutPlanned(
                deal, paid.payoutId(), usd("45.00"), PayoutMethod.ZELLE, day("2026-11-25"), day("2026-11-22")));
        assertThat(payouts()).containsExactly(PayoutState.PLANNED);
        assertThat(deal().item().owed()).isEqualTo(usd("45.00"));
        fixture.given(paid);
        assertThat(payouts()).containsExactly(PayoutState.SENT);
        assertThat(state()).isEqualTo(PAID);
        fixture.given(new PayoutConfirmed(deal, paid.payoutId(), day("2026-11-26")));
        assertThat(payouts()).containsExactly(PayoutState.CONFIRMED);
        fixture.given(new PayoutFailed(deal, pat, paid.payoutId(), usd("45.00"), null, day("2026-11-27")));
        assertThat(payouts()).containsExactly(PayoutState.FAILED);
        assertThat(state()).isEqualTo(AGREED);
        assertThat(deal().item().owed()).isEqualTo(usd("45.00"));
        assertThat(deal().item().paid()).isEqualTo(usd("0"));
        fixture.given(new PayoutPlanned(
                deal, UUID.randomUUID(), usd("45.00"), PayoutMethod.CASH, day("2026-11-29"), day("2026-11-28")));
        UUID planned = deal().payouts().getLast().payoutId();
        fixture.given(new PayoutWithdrawn(deal, planned, day("2026-11-28")));
        assertThat(payouts()).containsExactly(PayoutState.FAILED, PayoutState.WITHDRAWN);
    }

    @Test
    void a_deal_on_hold_says_why() {
        fixture.given(
                facts.quoted(deal, pat),
                new DealHeld(deal, pat, HeldFor.CHECKING_SELLER, new PersonalText("no ID yet"), day("2026-11-21")));
        assertThat(deal().item().hold()).isEqualTo(HeldFor.CHECKING_SELLER);
        assertThat(deal().holdRemark()).isEqualTo("no ID yet");
        fixture.given(new DealReleased(deal, day("2026-11-22")));
        assertThat(deal().item().hold()).isNull();
        assertThat(deal().holdRemark()).isNull();
    }

    @Test
    void boxes_that_cost_nothing_leave_nothing_owed() {
        fixture.given(
                facts.quoted(
                        deal,
                        pat,
                        "2026-11-20",
                        new QuoteLine(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                1,
                                usd("0"),
                                PriceTrace.BY_HAND)),
                facts.accepted(deal),
                new DealAgreed(
                        deal,
                        day("2026-11-22"),
                        List.of(new ReceivedLine(
                                1,
                                facts.product(Facts.VERIO),
                                Facts.VERIO,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                1,
                                usd("4.50"))),
                        usd("0"),
                        usd("0"),
                        0));
        assertThat(state()).isEqualTo(PAID);
    }

    @Test
    void a_deal_can_end_without_boxes() {
        DealId other = facts.newDeal();
        fixture.given(
                facts.quoted(deal, pat),
                new QuoteDeclined(deal, pat, DeclineReason.PRICE, new PersonalText("wants more"), day("2026-11-21")),
                facts.quoted(other, pat),
                facts.accepted(other),
                new DealCancelled(other, pat, CancelReason.NEVER_SENT, null, day("2026-11-22")));
        assertThat(state()).isEqualTo(DECLINED);
        assertThat(deal().endReason()).isEqualTo("PRICE");
        assertThat(deal().endRemark()).isEqualTo("wants more");
        assertThat(store.deal(fixture.tenant(), other.local())
                        .orElseThrow()
                        .item()
                        .state())
                .isEqualTo(CANCELLED);
        fixture.given(new DealReopened(deal, day("2026-11-23")));
        assertThat(state()).isEqualTo(QUOTED);
        assertThat(deal().endReason()).isNull();
    }

    @Test
    void bought_boxes_know_their_lot_and_what_the_lot_brought() {
        fixture.given(
                facts.quoted(deal, pat),
                facts.accepted(deal),
                facts.received(deal),
                facts.inspected(deal, pat),
                facts.agreed(deal),
                facts.stocked(deal),
                facts.sold(deal, 1, "28.00", "16.50"));
        assertThat(deal().lines().getFirst().found())
                .containsExactly(new Deal.Found(
                        1,
                        Facts.EXPIRY,
                        Grade.PERFECT,
                        3,
                        usd("15.00"),
                        Outcome.STOCK,
                        null,
                        usd("45.00"),
                        null,
                        LotId.of(deal, 1).local(),
                        usd("49.50"),
                        1,
                        2,
                        usd("28.00"),
                        usd("11.50")));
        assertThat(deal().item().proceeds()).isEqualTo(usd("28.00"));
        assertThat(deal().item().profit()).isEqualTo(usd("11.50"));
        assertThat(deal().sales()).hasSize(1);
        assertThat(deal().version()).as("a sale is no event of the deal").isEqualTo(4);
    }

    @Test
    void what_was_not_bought_yet_has_no_lot() {
        fixture.given(facts.quoted(deal, pat), facts.accepted(deal), facts.received(deal), facts.inspected(deal, pat));
        Deal.Found found = deal().lines().getFirst().found().getFirst();
        assertThat(found.lotId()).isNull();
        assertThat(found.landedCost()).isNull();
        assertThat(found.onHand()).isZero();
    }

    @Test
    void a_past_deal_is_received_and_paid_on_its_day() {
        fixture.given(facts.registered(pat, "Pat Doe"), facts.pastDeal(deal, pat));
        Deal past = deal();
        assertThat(past.item().state()).isEqualTo(PAID);
        assertThat(past.item().imported()).isTrue();
        assertThat(past.item().date()).isEqualTo("2026-01-05");
        assertThat(past.receivedOn()).isEqualTo("2026-01-05");
        assertThat(past.item().quoted()).isEqualTo(usd("40.00"));
        assertThat(past.item().paid()).isEqualTo(usd("40.00"));
        assertThat(past.item().owed()).isEqualTo(usd("0"));
        assertThat(past.item().landedCost()).isEqualTo(usd("43.00"));
        assertThat(past.note()).isEqualTo("from the old ledger");
        assertThat(past.lines().getFirst().found())
                .extracting(Deal.Found::lotId)
                .containsExactly(LotId.of(deal, 1).local());
        assertThat(past.payouts()).extracting(Deal.Payout::method).containsExactly(PayoutMethod.CASH);
    }

    @Test
    void sales_that_are_seen_before_their_deal_show_once_it_is_seen() {
        fixture.given(facts.sold(deal, 1, "28.00", "16.50"));
        assertThat(deals()).isEmpty();
        assertThat(store.deal(fixture.tenant(), deal.local())).isEmpty();
        fixture.given(facts.pastDeal(deal, pat));
        assertThat(deals()).extracting(DealItem::profit).containsExactly(usd("11.50"));
    }

    @Test
    void the_board_shows_what_is_under_way_by_state_with_the_money_at_stake() {
        DealId other = facts.newDeal();
        DealId accepted = facts.newDeal();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.quoted(deal, pat),
                facts.quoted(
                        other,
                        pat,
                        "2026-11-19",
                        new QuoteLine(
                                1,
                                facts.product(Facts.GUIDE),
                                Facts.GUIDE,
                                Facts.EXPIRY,
                                Grade.PERFECT,
                                1,
                                usd("5.00"),
                                PriceTrace.BY_HAND)),
                facts.quoted(accepted, pat),
                facts.accepted(accepted),
                facts.pastDeal(facts.newDeal(), pat));
        Board shown = board.board(fixture.tenant(), new FindDeals(null, null, null, null, null, null, null));
        assertThat(shown.columns()).extracting(Board.Column::state).containsExactly(QUOTED, ACCEPTED);
        Board.Column quoted = shown.columns().getFirst();
        assertThat(quoted.total()).isEqualTo(2);
        assertThat(quoted.atStake()).isEqualTo(usd("50.00"));
        assertThat(quoted.deals())
                .extracting(DealItem::id)
                .as("the longest waiting first")
                .containsExactly(other.local(), deal.local());
        Board guides = board.board(fixture.tenant(), new FindDeals(null, null, "guide", null, null, null, null));
        assertThat(guides.columns()).extracting(Board.Column::total).containsExactly(1);
    }

    @Test
    void lists_filter_by_state_person_origin_day_and_words() {
        CustomerId sam = facts.newCustomer();
        DealId past = facts.newDeal();
        fixture.given(
                facts.registered(pat, "Pat Doe"),
                facts.registered(sam, "Sam Roe"),
                facts.quoted(deal, pat),
                facts.pastDeal(past, sam));
        assertThat(found(new FindDeals(QUOTED, null, null, null, null, null, null)))
                .containsExactly(deal.local());
        assertThat(found(new FindDeals(null, sam.local(), null, null, null, null, null)))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, null, true, null, null, null)))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, null, false, null, null, null)))
                .containsExactly(deal.local());
        assertThat(found(new FindDeals(null, null, null, null, day("2026-11-20"), null, null)))
                .containsExactly(deal.local());
        assertThat(found(new FindDeals(null, null, null, null, day("2026-11-21"), null, null)))
                .isEmpty();
        assertThat(found(new FindDeals(null, null, null, null, null, day("2026-01-05"), null)))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, null, null, null, day("2026-01-04"), null)))
                .isEmpty();
        assertThat(found(new FindDeals(null, null, "guide roe", null, null, null, null)))
                .containsExactly(past.local());
        assertThat(found(new FindDeals(null, null, "guide doe", null, null, null, null)))
                .isEmpty();
        assertThat(found(new FindDeals(null, null, null, null, null, null, null)))
                .as("the latest first")
                .containsExactly(deal.local(), past.local());
    }

    private List<PayoutState> payouts() {
        return deal().payouts().stream().map(Deal.Payout::state).toList();
    }

    private DealState state() {
        return deal().item().state();
    }

    private Deal deal() {
        return store.deal(fixture.tenant(), deal.local()).orElseThrow();
    }

    private List<DealItem> deals() {
        return store.page(
                        fixture.tenant(),
                        new FindDeals(null, null, null, null, null, null, null),
                        new PageRequest(null, null, null))
                .items();
    }

    private List<UUID> found(FindDeals question) {
        return store.page(fixture.tenant(), question, new PageRequest(null, null, null)).items().stream()
                .map(DealItem::id)
                .toList();
    }
}
