package medflip.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealEvent.QuoteAccepted;
import medflip.deals.events.DealEvent.QuoteGiven;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.imports.events.ImportId;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;

/** Facts of one business, with everything that a test doesn't care about filled in. */
public final class Facts {

    public static final String VERIO = "OneTouch Verio 50ct";
    public static final String GUIDE = "Accu-Chek Guide 100ct";
    public static final YearMonth EXPIRY = YearMonth.of(2027, 9);

    private final TenantId tenant;

    public Facts(TenantId tenant) {
        this.tenant = tenant;
    }

    public static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    public CustomerId newCustomer() {
        return CustomerId.of(tenant, Ids.next());
    }

    public DealId newDeal() {
        return DealId.of(tenant, Ids.next());
    }

    /** The product that is called so. */
    public ProductId product(String name) {
        return ProductId.named(tenant, name);
    }

    public ProductAdded added(String name) {
        return new ProductAdded(product(name), ProductVariant.called(name), null);
    }

    public BuyerId newBuyer() {
        return BuyerId.of(tenant, Ids.next());
    }

    /** Takes retail boxes that are perfect or slightly damaged, and ten percent off. */
    public BuyerAdded buyerAdded(BuyerId buyer, String name, int minimumMonths) {
        return new BuyerAdded(buyer, name, new PersonName("Slim Wholesaler"), null, null, null, terms(minimumMonths));
    }

    public BuyerTerms terms(int minimumMonths) {
        return new BuyerTerms(
                minimumMonths,
                List.of(Grade.PERFECT, Grade.SLIGHT_DAMAGE),
                List.of(Channel.RETAIL),
                10,
                PriceFixed.ON_RECEIPT,
                14);
    }

    public BusinessSignedUp signedUp() {
        return new BusinessSignedUp(
                AccountId.of(tenant, tenant.value()),
                new PersonalText("Corner Buyback"),
                new PhoneNumber("+16175550100"),
                null,
                "USD",
                "America/New_York");
    }

    public OwnerRegistered ownerRegistered() {
        return new OwnerRegistered(
                UserId.of(tenant, Log.USER), new EmailAddress("owner@example.com"), true, "2026-11-24");
    }

    public CustomerRegistered registered(CustomerId customer, String name) {
        return registered(customer, name, "+16175550155", "Google");
    }

    public CustomerRegistered registered(CustomerId customer, String name, String phone, String leadSource) {
        return new CustomerRegistered(
                customer,
                new PersonName(name),
                List.of(new PhoneNumber(phone)),
                List.of(new EmailAddress(name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.com")),
                null,
                leadSource,
                null,
                null);
    }

    /** Three boxes of Verio at $15.00: $45.00. */
    public QuoteGiven quoted(DealId deal, CustomerId customer) {
        return quoted(
                deal,
                customer,
                "2026-11-20",
                new QuoteLine(1, product(VERIO), VERIO, EXPIRY, Grade.PERFECT, 3, usd("15.00"), PriceTrace.BY_HAND));
    }

    public QuoteGiven quoted(DealId deal, CustomerId customer, String on, QuoteLine... lines) {
        return new QuoteGiven(deal, customer, List.of(lines), day(on), day(on).plusDays(7), null);
    }

    public QuoteAccepted accepted(DealId deal) {
        return new QuoteAccepted(deal, "2026-11-24", day("2026-11-21"));
    }

    /** The three boxes came; a label of $4.50 made them cost $49.50. */
    public DealReceived received(DealId deal) {
        return new DealReceived(
                deal,
                day("2026-11-22"),
                List.of(new ReceivedLine(1, product(VERIO), VERIO, EXPIRY, Grade.PERFECT, 3, usd("49.50"))),
                usd("45.00"));
    }

    public PayoutRecorded paid(DealId deal, CustomerId customer, String amount) {
        return new PayoutRecorded(
                deal,
                customer,
                Ids.next(),
                usd(amount),
                PayoutMethod.ZELLE,
                new PersonalText("zelle-0815"),
                day("2026-11-23"));
    }

    public LotStocked stocked(DealId deal) {
        return new LotStocked(
                LotId.of(deal, 1),
                deal,
                product(VERIO),
                VERIO,
                EXPIRY,
                Grade.PERFECT,
                3,
                usd("49.50"),
                day("2026-11-22"));
    }

    public LotSold sold(DealId deal, int boxes, String proceeds, String landedCost) {
        return sold(deal, Ids.next(), boxes, proceeds, landedCost, "StripRescue LLC", "2026-11-24");
    }

    public LotSold sold(
            DealId deal, UUID sale, int boxes, String proceeds, String landedCost, String buyer, String on) {
        return new LotSold(
                LotId.of(deal, 1),
                sale,
                deal,
                product(VERIO),
                VERIO,
                buyer,
                boxes,
                usd(proceeds),
                usd(landedCost),
                day(on));
    }

    /** Two boxes of Guide for $40.00, bought in January. */
    public PastDealRecorded pastDeal(DealId deal, CustomerId customer) {
        return new PastDealRecorded(
                deal,
                customer,
                ImportId.of(tenant, Ids.next()),
                day("2026-01-05"),
                List.of(new ReceivedLine(1, product(GUIDE), GUIDE, EXPIRY, Grade.UNGRADED, 2, usd("43.00"))),
                Ids.next(),
                usd("40.00"),
                PayoutMethod.CASH,
                null,
                new PersonalText("from the old ledger"));
    }

    public static Money usd(String amount) {
        return Money.usd(amount);
    }
}
