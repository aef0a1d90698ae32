package medflip.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountEvent.MemberJoined;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.ApiKeyEvent.ApiKeyMade;
import medflip.accounts.events.ApiKeyId;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.KeyScope;
import medflip.accounts.events.Role;
import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportId;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserId;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerId;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.catalog.events.MonthCount;
import medflip.catalog.events.PriceTrace;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductId;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerId;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.DealId;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.MileageEvent.MileageTripRecorded;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.events.PaymentMethod;
import medflip.imports.events.ImportId;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.kernel.EmailAddress;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.platform.text.Ids;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleEvent.BuyerInspected;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleTerms;
import org.jspecify.annotations.Nullable;

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

    public MemberJoined joined(UUID user, Role role) {
        return new MemberJoined(signedUp().accountId(), UserId.of(tenant, user), role);
    }

    /** Somebody who hasn't answered yet. */
    public MemberInvited invited() {
        return new MemberInvited(
                InvitationId.of(tenant, tenant.value()),
                new EmailAddress("bookkeeper@example.com"),
                Role.AUDITOR,
                "hash of " + tenant,
                Instant.parse("2026-12-01T12:00:00Z"));
    }

    public MemberRegistered memberRegistered(UUID user) {
        return new MemberRegistered(
                UserId.of(tenant, user),
                InvitationId.of(tenant, user),
                new EmailAddress("colleague@example.com"),
                true,
                "2026-11-24");
    }

    public SupportGranted supportGranted() {
        return new SupportGranted(
                SupportId.of(tenant, new UUID(9, 1)),
                new PersonalText("An import stands still"),
                false,
                Instant.parse("2099-01-01T00:00:00Z"));
    }

    public SupportEntered supportEntered() {
        return new SupportEntered(
                supportGranted().supportId(), new UUID(9, 2), new EmailAddress("ann@medflip.example"));
    }

    public ApiKeyMade keyMade() {
        return new ApiKeyMade(
                ApiKeyId.of(tenant, tenant.value()),
                new PersonalText("Bookkeeping"),
                List.of(KeyScope.READ, KeyScope.EXPORT),
                "hash of " + tenant,
                null);
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
        return new QuoteAccepted(deal, 1, "2026-11-24", AcceptedBy.BUSINESS, day("2026-11-21"));
    }

    public BoxesReceived received(DealId deal) {
        return new BoxesReceived(deal, day("2026-11-22"));
    }

    /** The three boxes are as quoted. */
    public LineInspected inspected(DealId deal, CustomerId customer) {
        return inspected(
                deal,
                customer,
                new FoundBoxes(
                        1,
                        product(VERIO),
                        VERIO,
                        EXPIRY,
                        Grade.PERFECT,
                        3,
                        usd("15.00"),
                        Outcome.STOCK,
                        null,
                        PriceTrace.BY_HAND));
    }

    public LineInspected inspected(DealId deal, CustomerId customer, FoundBoxes... found) {
        return new LineInspected(deal, customer, 1, List.of(found), null, day("2026-11-22"));
    }

    /** The three boxes are bought; a label of $4.50 made them cost $49.50. */
    public DealAgreed agreed(DealId deal) {
        return new DealAgreed(
                deal,
                day("2026-11-22"),
                List.of(new ReceivedLine(1, product(VERIO), VERIO, EXPIRY, Grade.PERFECT, 3, usd("49.50"))),
                usd("45.00"),
                usd("0"),
                0);
    }

    public PayoutRecorded paid(DealId deal, CustomerId customer, String amount) {
        return new PayoutRecorded(
                deal,
                customer,
                Ids.next(),
                usd(amount),
                PayoutMethod.ZELLE,
                new PersonalText("zelle-0815"),
                usd("0"),
                null,
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
                day("2026-11-22"),
                null,
                null,
                null);
    }

    /** One of the three boxes becomes a lot of its own. */
    public LotSplit split(DealId deal, LotId part, String landedCost) {
        return new LotSplit(
                LotId.of(deal, 1),
                deal,
                part,
                LotId.of(deal, 1),
                product(VERIO),
                VERIO,
                EXPIRY,
                Grade.SLIGHT_DAMAGE,
                1,
                usd(landedCost),
                day("2026-11-22"),
                null,
                null,
                day("2026-11-23"));
    }

    public LotStocked part(DealId deal, LotId part, String landedCost) {
        return new LotStocked(
                part,
                deal,
                product(VERIO),
                VERIO,
                EXPIRY,
                Grade.SLIGHT_DAMAGE,
                1,
                usd(landedCost),
                day("2026-11-22"),
                null,
                null,
                new SplitOff(LotId.of(deal, 1), LotId.of(deal, 1), day("2026-11-23")));
    }

    public LotWrittenOff writtenOff(DealId deal, UUID writeOff, String landedCost) {
        return new LotWrittenOff(
                LotId.of(deal, 1),
                deal,
                writeOff,
                1,
                usd(landedCost),
                WriteOffReason.DAMAGED,
                signedUp().accountId(),
                new PersonalText("Marvin sat on it"),
                day("2026-11-23"));
    }

    public LotHeld held(DealId deal) {
        return new LotHeld(
                LotId.of(deal, 1),
                deal,
                HoldReason.RECALL,
                signedUp().accountId(),
                new PersonalText("Marvin asks the maker"));
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

    public SoldBoxesAdjusted adjusted(DealId deal, UUID sale, int returned, String deducted, String landedCost) {
        return new SoldBoxesAdjusted(
                LotId.of(deal, 1),
                sale,
                deal,
                product(VERIO),
                VERIO,
                returned,
                usd(deducted),
                usd(landedCost),
                day("2026-12-03"));
    }

    public SaleId newSale() {
        return SaleId.of(tenant, Ids.next());
    }

    /** A sale of boxes of the deal's lot, put together for the first of December. */
    public SaleDrafted drafted(SaleId sale, DealId deal, int boxes, String price) {
        return drafted(sale, lines(deal, boxes, price));
    }

    public SaleDrafted drafted(SaleId sale, List<SaleLine> lines) {
        return new SaleDrafted(sale, saleTerms("StripRescue LLC", "2026-12-01", 4), lines);
    }

    /** With somebody who isn't in the books. */
    public SaleTerms saleTerms(String buyer, String shipOn, int minimumMonths) {
        return new SaleTerms(null, buyer, day(shipOn), minimumMonths, MonthCount.WITHOUT_CURRENT, 14);
    }

    public SaleShipped shipped(SaleId sale, DealId deal, int boxes, String price) {
        return new SaleShipped(
                sale, "StripRescue LLC", lines(deal, boxes, price), "UPS", "1Z999AA1", day("2026-11-30"));
    }

    private static List<SaleLine> lines(DealId deal, int boxes, String price) {
        return List.of(new SaleLine(LotId.of(deal, 1), boxes, usd(price)));
    }

    /** What a lot's sale in one step becomes. */
    public SaleRecorded recorded(LotSold sold) {
        return new SaleRecorded(
                SaleId.of(tenant, sold.saleId()),
                sold.buyer(),
                List.of(new SaleLine(sold.lotId(), sold.quantity(), sold.proceeds())),
                sold.soldOn());
    }

    public BuyerInspected inspected(SaleId sale, DealId deal, int rejected, String deducted) {
        return new BuyerInspected(
                sale,
                List.of(new InspectedLine(LotId.of(deal, 1), rejected, RejectedBoxes.RETURNED, usd(deducted))),
                day("2026-12-03"));
    }

    public SaleInvoiced invoiced(SaleId sale, String dueOn) {
        return new SaleInvoiced(sale, day("2026-11-30"), day(dueOn));
    }

    public ReceiptRecorded receipt(SaleId sale, UUID receipt, String amount) {
        return new ReceiptRecorded(
                sale,
                receipt,
                usd(amount),
                ReceiptMethod.CHECK,
                signedUp().accountId(),
                new PersonalText("check of Trillian"),
                day("2026-12-05"));
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

    public ExpenseRecorded spent(ExpenseId expense, String vendor, String amount, String on) {
        return spent(expense, null, null, vendor, amount, on);
    }

    public ExpenseRecorded spentFor(DealId deal, ExpenseId expense, String amount) {
        return spent(expense, deal, null, "Uline", amount, "2026-11-23");
    }

    public ExpenseRecorded spentFor(SaleId sale, String vendor, String amount, String on) {
        return spent(newExpense(), null, sale, vendor, amount, on);
    }

    private ExpenseRecorded spent(
            ExpenseId expense, @Nullable DealId deal, @Nullable SaleId sale, String vendor, String amount, String on) {
        return new ExpenseRecorded(
                expense,
                account(),
                day(on),
                ExpenseCategory.SUPPLIES,
                new PersonalText(vendor),
                usd(amount),
                PaymentMethod.CARD,
                null,
                null,
                deal,
                sale);
    }

    public ExpenseId newExpense() {
        return ExpenseId.of(tenant, Ids.next());
    }

    public MileageTripId newTrip() {
        return MileageTripId.of(tenant, Ids.next());
    }

    public AccountId account() {
        return AccountId.of(tenant, tenant.value());
    }

    /** Ten miles at 70 cents. */
    public MileageTripRecorded driven(MileageTripId trip, String purpose, String on) {
        return driven(trip, null, purpose, on);
    }

    public MileageTripRecorded driven(MileageTripId trip, @Nullable SaleId sale, String purpose, String on) {
        return new MileageTripRecorded(
                trip, account(), day(on), new PersonalText(purpose), null, null, 100, 700, usd("7.00"), null, sale);
    }

    public static Money usd(String amount) {
        return Money.usd(amount);
    }
}
