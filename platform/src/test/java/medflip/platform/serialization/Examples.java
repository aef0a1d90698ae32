package medflip.platform.serialization;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.PriceListId;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.PriceTrace.ListPrice;
import medflip.catalog.events.PriceTrace.OverrideReason;
import medflip.catalog.events.PriceTrace.PriceOverride;
import medflip.catalog.events.Prices;
import medflip.catalog.events.Prices.PriceLine;
import medflip.catalog.events.Prices.TierPrice;
import medflip.catalog.events.PricingRules;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerDetailsCorrected;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerId;
import medflip.deals.events.DealEvent.DealCancelled;
import medflip.deals.events.DealEvent.DealReceived;
import medflip.deals.events.DealEvent.PastDealRecorded;
import medflip.deals.events.DealEvent.PayoutRecorded;
import medflip.deals.events.DealEvent.QuoteAccepted;
import medflip.deals.events.DealEvent.QuoteDeclined;
import medflip.deals.events.DealEvent.QuoteGiven;
import medflip.deals.events.DealId;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.imports.events.ImportEvent.ImportFinished;
import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportId;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotId;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;

/** One event of each kind, with nothing left out. */
final class Examples {

    private static final TenantId TENANT = TenantId.of("01935c00-0000-7000-8000-000000000001");
    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final UserId USER = UserId.of(TENANT, local(2));
    private static final CustomerId CUSTOMER = CustomerId.of(TENANT, local(3));
    private static final ImportId IMPORT = ImportId.of(TENANT, local(4));
    private static final DealId DEAL = DealId.of(TENANT, local(5));
    private static final LotId LOT = LotId.of(TENANT, local(6));
    private static final ProductId PRODUCT = ProductId.of(TENANT, local(9));
    private static final BuyerId BUYER = BuyerId.of(TENANT, local(10));
    private static final UUID PAYOUT = local(7);
    private static final UUID SALE = local(8);

    private static final PersonName NAME = new PersonName("Wanda Hernández");
    private static final List<PhoneNumber> PHONES =
            List.of(new PhoneNumber("+16175550155"), new PhoneNumber("+17275550181"));
    private static final List<EmailAddress> EMAILS = List.of(new EmailAddress("wanda.hernández224@example.com"));
    private static final PostalAddress ADDRESS =
            new PostalAddress("12 Elm Street", "Apt 4", "Boston", "MA", "02134", "US");
    private static final PersonalText NOTE = new PersonalText("says \"more next month\"\nmeet at Walmart");
    private static final PersonalText REFERENCE = new PersonalText("check #381");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final YearMonth EXPIRY = YearMonth.of(2027, 3);
    private static final String ITEM = "OneTouch Verio 50ct";
    private static final ProductVariant VARIANT = new ProductVariant(
            ITEM, "strips", "LifeScan", "OneTouch", "Verio", 50, "strips", "53885-0271-50", Channel.RETAIL);

    private static final BuyerTerms TERMS = new BuyerTerms(
            6, List.of(Grade.PERFECT, Grade.SLIGHT_DAMAGE), List.of(Channel.RETAIL), 2, PriceFixed.ON_ORDER, 14);

    private static final PriceTrace TRACE = new PriceTrace(
            new ListPrice(PriceListId.own(TENANT), 2, 4, 3, Money.usd("66.00"), 50, 100, Money.usd("33.00")),
            BUYER,
            Money.usd("44.10"),
            15,
            new PriceOverride(OverrideReason.HAGGLED, "user:01935c00-0000-7000-8000-000000000002"));

    private static final List<DomainEvent> ALL = List.of(
            new BusinessSignedUp(
                    ACCOUNT,
                    new PersonalText("Gulf Coast Strips"),
                    PHONES.getFirst(),
                    ADDRESS,
                    "USD",
                    "America/New_York"),
            new OwnerRegistered(USER, EMAILS.getFirst(), true, "2026-11-24"),
            new CustomerRegistered(CUSTOMER, NAME, PHONES, EMAILS, ADDRESS, "FB Marketplace", NOTE, IMPORT),
            new CustomerDetailsCorrected(CUSTOMER, NAME, PHONES, EMAILS, ADDRESS, "Google", NOTE),
            new CustomerArchived(CUSTOMER),
            new CustomerRestored(CUSTOMER),
            new ProductAdded(PRODUCT, VARIANT, IMPORT),
            new ProductCorrected(PRODUCT, VARIANT),
            new ProductRetired(PRODUCT),
            new ProductRestored(PRODUCT),
            new BuyerAdded(BUYER, "StripRescue LLC", NAME, PHONES.getFirst(), EMAILS.getFirst(), NOTE, TERMS),
            new BuyerCorrected(BUYER, "StripRescue LLC", NAME, PHONES.getFirst(), EMAILS.getFirst(), NOTE, TERMS),
            new BuyerRetired(BUYER),
            new BuyerRestored(BUYER),
            new PricesPublished(
                    PriceListId.of(BUYER),
                    BUYER,
                    2,
                    DAY,
                    Prices.usual(List.of(new PriceLine(
                            PRODUCT,
                            List.of(new TierPrice(8, Money.usd("22.00")), new TierPrice(5, Money.usd("15.00"))))))),
            new PricesWithdrawn(PriceListId.of(BUYER), 2),
            new PricingRulesSet(PriceListId.own(TENANT), new PricingRules(MonthCount.WITH_CURRENT, 15)),
            new QuoteGiven(
                    DEAL,
                    CUSTOMER,
                    List.of(new QuoteLine(1, PRODUCT, ITEM, EXPIRY, Grade.SLIGHT_DAMAGE, 3, Money.usd("30.50"), TRACE)),
                    DAY,
                    DAY.plusDays(7),
                    NOTE),
            new QuoteAccepted(DEAL, "2026-11-24", DAY),
            new QuoteDeclined(DEAL, DAY),
            new DealCancelled(DEAL, DAY),
            new DealReceived(
                    DEAL,
                    DAY,
                    List.of(new ReceivedLine(1, PRODUCT, ITEM, EXPIRY, Grade.PERFECT, 3, Money.usd("103.90"))),
                    Money.usd("91.50")),
            new PayoutRecorded(DEAL, CUSTOMER, PAYOUT, Money.usd("91.50"), PayoutMethod.CHECK, REFERENCE, DAY),
            new PastDealRecorded(
                    DEAL,
                    CUSTOMER,
                    IMPORT,
                    DAY,
                    List.of(new ReceivedLine(1, PRODUCT, ITEM, EXPIRY, Grade.UNGRADED, 2, Money.usd("47.15"))),
                    PAYOUT,
                    Money.usd("38.20"),
                    PayoutMethod.CASH_APP,
                    REFERENCE,
                    NOTE),
            new LotStocked(LOT, DEAL, PRODUCT, ITEM, EXPIRY, Grade.PERFECT, 3, Money.usd("103.90"), DAY),
            new LotSold(
                    LOT, SALE, DEAL, PRODUCT, ITEM, "StripRescue LLC", 2, Money.usd("118.40"), Money.usd("69.27"), DAY),
            new ImportStarted(
                    IMPORT,
                    ACCOUNT,
                    new PersonalText("ledger of Wanda.csv"),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    1_497,
                    6),
            new ImportFinished(IMPORT, 1_490, 7, 2));

    private Examples() {}

    /** By stored name, sorted. */
    static Map<String, DomainEvent> all(EventNames names) {
        Map<String, DomainEvent> examples = new TreeMap<>();
        ALL.forEach(event -> examples.put(names.name(event.getClass()), event));
        return examples;
    }

    private static UUID local(int number) {
        return new UUID(0x01935c0000007000L, 0x8000000000000000L + number);
    }
}
