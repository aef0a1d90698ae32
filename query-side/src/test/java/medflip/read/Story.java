package medflip.read;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.DeliveryFailure;
import medflip.accounts.events.DeliveryFormat;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesPaused;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesRescheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesResumed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveriesScheduled;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryAsked;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryFailed;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryMade;
import medflip.accounts.events.DeliveryScheduleEvent.DeliveryScheduleRemoved;
import medflip.accounts.events.DeliveryScheduleId;
import medflip.accounts.events.DeliveryTimes;
import medflip.accounts.events.DeliveryTimes.Rhythm;
import medflip.accounts.events.DeskEvent.ColumnsChosen;
import medflip.accounts.events.DeskEvent.FilterDropped;
import medflip.accounts.events.DeskEvent.FilterForgotten;
import medflip.accounts.events.DeskEvent.FilterRestored;
import medflip.accounts.events.DeskEvent.FilterSaved;
import medflip.accounts.events.DeskId;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.ListName;
import medflip.accounts.events.Role;
import medflip.accounts.events.UserId;
import medflip.catalog.events.Grade;
import medflip.catalog.events.PriceTrace;
import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlan.LeadSource;
import medflip.customers.events.CardPlan.Spending;
import medflip.customers.events.CardPlanEvent.CardPlanSet;
import medflip.customers.events.CardPlanId;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.ContactLabel;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.FieldCleared;
import medflip.customers.events.CustomerEvent.FieldFilled;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PayoutHandleRemoved;
import medflip.customers.events.CustomerEvent.PurchasesAllowed;
import medflip.customers.events.CustomerEvent.PurchasesRuledOut;
import medflip.customers.events.CustomerEvent.TagPutOn;
import medflip.customers.events.CustomerEvent.TagTakenOff;
import medflip.customers.events.CustomerEvent.UseAllowed;
import medflip.customers.events.CustomerEvent.UseRestricted;
import medflip.customers.events.CustomerId;
import medflip.customers.events.HandleKind;
import medflip.customers.events.MergeBookId;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
import medflip.customers.events.RecordEvent.FilesAttached;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.events.RecordEvent.TaskDone;
import medflip.customers.events.RecordEvent.TaskSet;
import medflip.deals.events.AcceptedBy;
import medflip.deals.events.CancelReason;
import medflip.deals.events.Carrier;
import medflip.deals.events.CourseEvent.DealCancelled;
import medflip.deals.events.CourseEvent.DealClosed;
import medflip.deals.events.CourseEvent.DealHeld;
import medflip.deals.events.CourseEvent.DealReleased;
import medflip.deals.events.CourseEvent.DealReopened;
import medflip.deals.events.CourseEvent.PastDealRecorded;
import medflip.deals.events.CourseEvent.PastDealTakenBack;
import medflip.deals.events.DealId;
import medflip.deals.events.DealRules;
import medflip.deals.events.DealRulesEvent.DealRulesSet;
import medflip.deals.events.DealRulesId;
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
import medflip.deals.events.HeldFor;
import medflip.deals.events.InspectionEvent.BoxesDonated;
import medflip.deals.events.InspectionEvent.BoxesReceived;
import medflip.deals.events.InspectionEvent.BoxesReturned;
import medflip.deals.events.InspectionEvent.DealAgreed;
import medflip.deals.events.InspectionEvent.DealRequoted;
import medflip.deals.events.InspectionEvent.LineInspected;
import medflip.deals.events.InspectionEvent.PurchaseGivenUp;
import medflip.deals.events.InspectionEvent.RequoteAccepted;
import medflip.deals.events.Outcome;
import medflip.deals.events.PayoutEvent.PayoutConfirmationTakenBack;
import medflip.deals.events.PayoutEvent.PayoutConfirmed;
import medflip.deals.events.PayoutEvent.PayoutFailed;
import medflip.deals.events.PayoutEvent.PayoutPlanned;
import medflip.deals.events.PayoutEvent.PayoutRecorded;
import medflip.deals.events.PayoutEvent.PayoutWithdrawn;
import medflip.deals.events.PayoutMethod;
import medflip.deals.events.PhotoEvent.PhotoRemoved;
import medflip.deals.events.PhotoEvent.PhotosAdded;
import medflip.deals.events.QuoteEvent.OfferLinkMade;
import medflip.deals.events.QuoteEvent.OfferLinkRevoked;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.events.PaymentMethod;
import medflip.imports.events.ArchiveEvent.ArchiveBrought;
import medflip.imports.events.BroughtArchiveId;
import medflip.imports.events.ImportId;
import medflip.inventory.events.CountReason;
import medflip.inventory.events.HoldReason;
import medflip.inventory.events.LotEvent.BoxesReleased;
import medflip.inventory.events.LotEvent.BoxesSetAside;
import medflip.inventory.events.LotEvent.HoldReleased;
import medflip.inventory.events.LotEvent.LabelCorrected;
import medflip.inventory.events.LotEvent.LotCounted;
import medflip.inventory.events.LotEvent.LotHeld;
import medflip.inventory.events.LotEvent.LotMoved;
import medflip.inventory.events.LotEvent.LotRegraded;
import medflip.inventory.events.LotEvent.LotSold;
import medflip.inventory.events.LotEvent.LotSplit;
import medflip.inventory.events.LotEvent.LotStocked;
import medflip.inventory.events.LotEvent.LotTakenBack;
import medflip.inventory.events.LotEvent.LotWrittenOff;
import medflip.inventory.events.LotEvent.PartRejoined;
import medflip.inventory.events.LotEvent.SoldBoxesAdjusted;
import medflip.inventory.events.LotEvent.SplitOff;
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.inventory.events.LotId;
import medflip.inventory.events.WriteOffReason;
import medflip.kernel.AttachedFile;
import medflip.kernel.DomainEvent;
import medflip.kernel.EmailAddress;
import medflip.kernel.FileKind;
import medflip.kernel.Money;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.TenantId;
import medflip.operations.events.UpkeepEvent.DeliveryReadAgain;
import medflip.operations.events.UpkeepEvent.EffectRetried;
import medflip.operations.events.UpkeepId;
import medflip.platform.serialization.BillingExamples;
import medflip.privacy.events.ExtensionReason;
import medflip.privacy.events.HoldBasis;
import medflip.privacy.events.HoldBookId;
import medflip.privacy.events.IdentityCheck;
import medflip.privacy.events.LegalHoldEvent.LegalHoldPlaced;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReleased;
import medflip.privacy.events.LegalHoldEvent.LegalHoldReviewed;
import medflip.privacy.events.PrivacyLaw;
import medflip.privacy.events.PrivacyRequestEvent.CorrectionProposed;
import medflip.privacy.events.PrivacyRequestEvent.ErasureCertified;
import medflip.privacy.events.PrivacyRequestEvent.ErasureOrdered;
import medflip.privacy.events.PrivacyRequestEvent.IdentityChecked;
import medflip.privacy.events.PrivacyRequestEvent.OwnersReminded;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkMade;
import medflip.privacy.events.PrivacyRequestEvent.PrivateLinkRevoked;
import medflip.privacy.events.PrivacyRequestEvent.RequestAnswered;
import medflip.privacy.events.PrivacyRequestEvent.RequestExtended;
import medflip.privacy.events.PrivacyRequestEvent.RequestReceived;
import medflip.privacy.events.PrivacyRequestEvent.RequestRefused;
import medflip.privacy.events.PrivacyRequestId;
import medflip.privacy.events.RefusalReason;
import medflip.privacy.events.ReminderKind;
import medflip.privacy.events.RequestKind;
import medflip.privacy.events.RequestWay;
import medflip.reports.events.FiledReportEvent.ReportFiled;
import medflip.reports.events.FiledReportId;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.InvoiceBookId;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.ReceiptMethod;
import medflip.sales.events.RejectedBoxes;
import medflip.sales.events.SaleEvent.BuyerInspected;
import medflip.sales.events.SaleEvent.ReceiptRecorded;
import medflip.sales.events.SaleEvent.ReceiptUndone;
import medflip.sales.events.SaleEvent.SaleCancelled;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleReopened;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleEvent.SaleStepTakenBack;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleStep;
import medflip.sales.events.SaleTerms;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * A business's life, made up: everything that can happen happens to some customer, deal or lot. The same seed and
 * tenant give the same story.
 */
public final class Story {

    private static final UUID COLLEAGUE = new UUID(7, 7);
    private static final int CUSTOMERS = 12;
    private static final int DEALS = 60;
    private static final int EXPENSES = 15;
    private static final List<String> ITEMS = List.of(Facts.VERIO, Facts.GUIDE, "Dexcom G6 Sensor 3ct");
    private static final List<String> BUYERS = List.of("StripRescue LLC", "Magrathea Wholesale");

    private static final PersonalText NOTE = new PersonalText("Ford saw it");

    private final TenantId tenant;
    private final Random random;
    private final Facts facts;
    private final List<List<DomainEvent>> strands = new ArrayList<>();
    private final List<SaleId> numbered = new ArrayList<>();

    private Story(TenantId tenant, long seed) {
        this.tenant = tenant;
        this.random = new Random(seed);
        this.facts = new Facts(tenant);
    }

    public static List<DomainEvent> of(TenantId tenant, long seed) {
        return new Story(tenant, seed).told();
    }

    private List<DomainEvent> told() {
        List<DomainEvent> story = new ArrayList<>(List.of(
                facts.ownerRegistered(),
                facts.signedUp(),
                facts.joined(Log.USER, Role.OWNER),
                facts.invited(),
                facts.joined(COLLEAGUE, Role.STAFF),
                facts.memberRegistered(COLLEAGUE),
                new MemberRoleChanged(facts.signedUp().accountId(), UserId.of(tenant, COLLEAGUE), Role.AUDITOR),
                facts.keyMade(),
                facts.supportGranted(),
                facts.supportEntered(),
                new EffectRetried(UpkeepId.of(tenant), COLLEAGUE, "accounts.welcome", false),
                new DeliveryReadAgain(UpkeepId.of(tenant), COLLEAGUE, "twilio"),
                new DealRulesSet(DealRulesId.of(tenant), new DealRules(20, null)),
                new DealRulesSet(DealRulesId.of(tenant), new DealRules(20, 40))));
        strands.addAll(new CatalogStory(tenant, random).told(ITEMS, BUYERS));
        strands.addAll(new TextingStory(tenant, random).told());
        strands.add(new ArrayList<>(BillingExamples.of(tenant)));
        List<CustomerId> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> CustomerId.of(tenant, id()))
                .toList();
        for (CustomerId customer : customers) {
            story.add(facts.registered(customer, "Person " + random.nextInt(1000)));
            // The first one keeps what was put on her, so that somebody does.
            strands.add(laterLife(customer, customer.equals(customers.getFirst())));
        }
        for (int i = 1; i < DEALS; i++) {
            strands.add(random.nextInt(3) == 0 ? pastDeal(any(customers)) : deal(any(customers)));
        }
        for (int i = 0; i < EXPENSES; i++) {
            strands.add(expense());
            strands.add(trip());
        }
        DealId offered = DealId.of(tenant, id());
        strands.add(new ArrayList<>(List.of(
                facts.quoted(offered, any(customers)),
                new OfferLinkMade(offered, id(), "hash of " + offered, day(), day()))));
        strands.add(merges(customers));
        strands.add(plans());
        strands.add(desks());
        strands.add(deliveries());
        strands.add(new ArrayList<>(List.of(new ArchiveBrought(BroughtArchiveId.of(tenant, id()), 3, 2, 1))));
        strands.add(new ArrayList<>(List.of(new ReportFiled(
                FiledReportId.of(tenant, id()), "profit-by-month", "", 1, Instant.EPOCH, "0815", 4_711))));
        strands.add(new ArrayList<>(List.of(new FilesAttached(
                customers.getFirst(), List.of(new AttachedFile(id(), FileKind.PDF, 4_711, "0815"))))));
        while (!strands.isEmpty()) {
            List<DomainEvent> strand = any(strands);
            if (strand.isEmpty()) {
                strands.remove(strand);
            } else {
                story.add(strand.removeFirst());
            }
        }
        story.addAll(holds(customers.getFirst()));
        story.addAll(forgotten(customers.getLast()));
        return story;
    }

    /** One of them wants to be forgotten, and is; another one asked and was refused. */
    private List<DomainEvent> forgotten(CustomerId customer) {
        PrivacyRequestId done = PrivacyRequestId.of(tenant, id());
        PrivacyRequestId refused = PrivacyRequestId.of(tenant, id());
        LocalDate day = day();
        UUID link = id();
        PrivacyRequestId wrong = PrivacyRequestId.of(tenant, id());
        PrivacyRequestId own = PrivacyRequestId.of(tenant, id());
        return List.of(
                received(done, RequestKind.DELETION, customer, RequestWay.BY_PHONE, day),
                new IdentityChecked(done, IdentityCheck.KNOWN_IN_PERSON, day),
                received(refused, RequestKind.ACCESS, customer, RequestWay.BY_EMAIL, day),
                new PrivateLinkMade(refused, link, day, day.plusDays(14)),
                new PrivateLinkRevoked(refused, link, day),
                new PrivateLinkMade(refused, id(), day, day.plusDays(14)),
                new RequestRefused(refused, RefusalReason.NOT_IDENTIFIED, day),
                received(wrong, RequestKind.CORRECTION, customer, RequestWay.BY_LINK, day),
                new CorrectionProposed(
                        wrong,
                        customer,
                        new PersonName("Wrong Name"),
                        List.of(),
                        List.of(new EmailAddress("wrong@example.com")),
                        null,
                        new PersonalText("I moved")),
                new RequestExtended(
                        wrong, ExtensionReason.COMPLEX, RequestWay.BY_TEXT, day.plusDays(2), day.plusDays(90)),
                new OwnersReminded(wrong, ReminderKind.SOON, day.plusDays(90)),
                new PrivateLinkMade(wrong, id(), day, day.plusDays(14)),
                new RequestReceived(
                        own,
                        RequestKind.RESTRICTION,
                        PrivacyLaw.CCPA,
                        null,
                        UserId.of(tenant, COLLEAGUE),
                        RequestWay.IN_APP,
                        day,
                        day.plusDays(45)),
                new RequestAnswered(own, RequestKind.RESTRICTION, null, UserId.of(tenant, COLLEAGUE), day),
                new UseRestricted(customer),
                new UseAllowed(customer),
                new ErasureOrdered(done, customer, null, day),
                new CustomerErased(customer),
                new ErasureCertified(done, "{}", "signature", "key", day));
    }

    private static RequestReceived received(
            PrivacyRequestId id, RequestKind kind, CustomerId customer, RequestWay way, LocalDate day) {
        return new RequestReceived(id, kind, PrivacyLaw.GDPR, customer, null, way, day, day.plusDays(30));
    }

    /** The law has something kept for a while, and the whole business still. */
    private List<DomainEvent> holds(CustomerId customer) {
        HoldBookId book = HoldBookId.of(tenant);
        UUID one = id();
        LocalDate day = day();
        return List.of(
                new LegalHoldPlaced(
                        book, one, customer, HoldBasis.TAX_AUDIT, new PersonalText("File 1"), day, day.plusDays(30)),
                new LegalHoldReviewed(book, one, day.plusDays(20), day.plusDays(60)),
                new LegalHoldReleased(book, one, day.plusDays(50)),
                new LegalHoldPlaced(
                        book, id(), null, HoldBasis.LITIGATION, new PersonalText("File 2"), day, day.plusDays(30)));
    }

    /** Some of the people turn out to be one, and some of those to be two after all. */
    private List<DomainEvent> merges(List<CustomerId> customers) {
        MergeBookId book = MergeBookId.of(tenant);
        List<DomainEvent> events = new ArrayList<>();
        CustomerId survivor = customers.getFirst();
        CustomerId last = customers.getLast();
        for (CustomerId merged : customers.subList(1, customers.size())) {
            events.add(new PeopleMerged(book, merged, survivor));
            // The last one stays merged, so that somebody is.
            if (!merged.equals(last) && random.nextBoolean()) {
                events.add(new PeopleUnmerged(book, merged, survivor));
            }
        }
        events.add(new PeopleFoundDifferent(book, survivor, last));
        return events;
    }

    /** Lists that somebody has delivered: one goes on, one is nobody's wish any more. */
    private List<DomainEvent> deliveries() {
        List<DomainEvent> events = new ArrayList<>();
        UserId user = UserId.of(tenant, COLLEAGUE);
        DeliveryTimes times = new DeliveryTimes(Rhythm.MONTHLY, null, 31, 7);
        for (boolean removed : List.of(false, true)) {
            DeliveryScheduleId id = DeliveryScheduleId.of(tenant, id());
            UUID good = id();
            UUID bad = id();
            Instant at = Instant.parse("2026-11-24T12:00:00Z");
            events.add(new DeliveriesScheduled(id, user, NOTE, NOTE, DeliveryFormat.CSV, true, times));
            events.add(new DeliveryAsked(id, good, user, NOTE, DeliveryFormat.CSV, null, at));
            events.add(new DeliveryMade(id, good, user, NOTE, 1, 2, 3, true, at));
            events.add(new DeliveriesRescheduled(id, user, NOTE, NOTE, DeliveryFormat.NDJSON, false, times));
            events.add(new DeliveriesPaused(id));
            events.add(new DeliveriesResumed(id));
            events.add(new DeliveryAsked(id, bad, user, NOTE, DeliveryFormat.CSV, 3L, null));
            events.add(new DeliveryFailed(id, bad, user, NOTE, DeliveryFailure.GAVE_UP));
            if (removed) {
                events.add(new DeliveryScheduleRemoved(id));
            }
        }
        return events;
    }

    /** What somebody keeps for themselves, and for all. */
    private List<DomainEvent> desks() {
        List<DomainEvent> events = new ArrayList<>();
        for (DeskId desk : List.of(DeskId.of(UserId.of(tenant, COLLEAGUE)), DeskId.shared(tenant))) {
            FilterId dropped = FilterId.of(desk.tenantId(), id());
            events.add(new ColumnsChosen(desk, ListName.DEALS, List.of("date", "state")));
            events.add(new FilterSaved(desk, FilterId.of(desk.tenantId(), id()), ListName.DEALS, NOTE, NOTE));
            events.add(new FilterSaved(desk, dropped, ListName.PEOPLE, NOTE, NOTE));
            events.add(new FilterDropped(desk, dropped));
            events.add(new FilterRestored(desk, dropped));
            events.add(new FilterDropped(desk, dropped));
            FilterId forgotten = FilterId.of(desk.tenantId(), id());
            events.add(new FilterSaved(desk, forgotten, ListName.DEALS, NOTE, NOTE));
            events.add(new FilterForgotten(desk, forgotten));
        }
        return events;
    }

    /** Twice, since the second plan takes the place of the first. */
    private List<DomainEvent> plans() {
        List<DomainEvent> events = new ArrayList<>();
        for (String name : List.of("Google", "Google Ads")) {
            events.add(new CardPlanSet(
                    CardPlanId.of(tenant),
                    new CardPlan(
                            List.of(),
                            List.of(),
                            List.of(new LeadSource(
                                    id(),
                                    name,
                                    List.of("Google"),
                                    List.of(new Spending(YearMonth.of(2026, 11), Money.usd("300"))))))));
        }
        return events;
    }

    private List<DomainEvent> laterLife(CustomerId customer, boolean keeps) {
        List<DomainEvent> events = new ArrayList<>();
        if (random.nextBoolean()) {
            events.add(new CustomerRenamed(customer, new PersonName("Corrected " + random.nextInt(1000))));
            events.add(new ContactsCorrected(
                    customer,
                    List.of(new Contact(
                            ContactKind.PHONE, "+1617555" + (1000 + random.nextInt(9000)), ContactLabel.WORK))));
            events.add(new LeadSourceSet(customer, random.nextBoolean() ? "Google" : null));
        }
        if (random.nextBoolean()) {
            events.add(new ContactsAdded(
                    customer,
                    List.of(new PhoneNumber("+1617555" + (1000 + random.nextInt(9000)))),
                    List.of(new EmailAddress("other@example.com")),
                    ImportId.of(tenant, id())));
        }
        if (random.nextBoolean() || keeps) {
            UUID kept = id();
            events.add(new TagPutOn(customer, kept));
            events.add(new FieldFilled(customer, kept, new PersonalText("value")));
            events.add(new NoteWritten(customer, kept, new PersonalText("a note")));
            events.add(new TaskSet(customer, kept, new PersonalText("a task"), day()));
            events.add(new PayoutHandleAdded(customer, kept, HandleKind.VENMO, new PersonalText("@handle")));
            events.add(new PurchasesRuledOut(customer, new PersonalText("a reason")));
            if (random.nextBoolean() && !keeps) {
                events.add(new TagTakenOff(customer, kept));
                events.add(new FieldCleared(customer, kept));
                events.add(new NoteEdited(customer, kept, new PersonalText("another note")));
                events.add(new NoteDeleted(customer, kept));
                events.add(new TaskDone(customer, kept, day()));
                events.add(new PayoutHandleRemoved(customer, kept));
                events.add(new PurchasesAllowed(customer));
            }
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
                        new OfferLinkMade(deal, link, "hash of " + tenant + link, day(), day()),
                        new OfferLinkRevoked(deal, link, day()),
                        new OfferLinkMade(deal, id(), "hash after " + tenant + link, day(), day())));
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
                events.add(new OfferLinkMade(deal, id(), "hash of requote " + deal, day(), day()));
                if (random.nextBoolean()) {
                    events.add(new RequoteAccepted(deal, agreed, AcceptedBy.LINK, day()));
                }
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
                    new DealHeld(deal, customer, HeldFor.CHECKING_SELLER, null, day()),
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
        UUID photo = id();
        events.add(new PhotosAdded(deal, 1, List.of(photo(photo), photo(id()))));
        events.add(new PhotoRemoved(deal, 1, photo));
        return events;
    }

    private static AttachedFile photo(UUID id) {
        return new AttachedFile(id, FileKind.JPEG, 184_023, "a keyed hash");
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
                new PayoutConfirmationTakenBack(deal, last.payoutId()),
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
                null,
                line.trace());
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
        List<DomainEvent> events = new ArrayList<>(List.of(new PastDealRecorded(
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
        if (random.nextInt(3) == 0) {
            events.add(new PastDealTakenBack(deal, customer));
        }
        return events;
    }

    private List<DomainEvent> expense() {
        ExpenseId expense = ExpenseId.of(tenant, id());
        List<DomainEvent> events = new ArrayList<>(
                List.of(facts.spent(expense, "Vendor " + random.nextInt(9), "0." + (10 + random.nextInt(90)), date())));
        if (random.nextBoolean()) {
            events.add(new ExpenseCorrected(
                    expense,
                    facts.account(),
                    Facts.day(date()),
                    any(List.of(ExpenseCategory.values())),
                    new PersonalText("Vendor " + random.nextInt(9)),
                    cents(100, 9000),
                    PaymentMethod.CASH,
                    new PersonalText("corrected"),
                    null,
                    null,
                    null));
        }
        if (random.nextInt(3) == 0) {
            events.add(new ExpenseVoided(expense, facts.account(), new PersonalText("twice")));
            if (random.nextBoolean()) {
                events.add(new ExpenseRestored(expense));
            }
        }
        return events;
    }

    private List<DomainEvent> trip() {
        MileageTripId trip = MileageTripId.of(tenant, id());
        List<DomainEvent> events = new ArrayList<>(List.of(facts.driven(trip, "pick-up", date())));
        if (random.nextBoolean()) {
            int miles = 1 + random.nextInt(900);
            events.add(new MileageTripCorrected(
                    trip,
                    facts.account(),
                    Facts.day(date()),
                    new PersonalText("post office"),
                    new PersonalText("home"),
                    null,
                    miles,
                    700,
                    cents(10, 900),
                    null,
                    null));
        }
        if (random.nextInt(3) == 0) {
            events.add(new MileageTripVoided(trip, facts.account(), new PersonalText("private")));
            if (random.nextBoolean()) {
                events.add(new MileageTripRestored(trip));
            }
        }
        return events;
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
                    Facts.day(date()),
                    null,
                    null,
                    null));
            int left = line.quantity();
            Money cost = line.landedCost();
            if (left > 1 && random.nextBoolean()) {
                Money share = cost.share(1, left);
                left--;
                cost = cost.minus(share);
                events.add(oneLeaves(lot, deal, line, share));
            }
            events.addAll(handled(lot, deal, line));
            while (left > 0 && random.nextInt(3) > 0) {
                int boxes = 1 + random.nextInt(left);
                Money share = boxes == left ? cost : cost.share(boxes, left);
                left -= boxes;
                cost = cost.minus(share);
                LotSold sold = new LotSold(
                        lot,
                        id(),
                        deal,
                        line.productId(),
                        line.item(),
                        any(BUYERS),
                        boxes,
                        cents(100, 9000),
                        share,
                        Facts.day(date()));
                events.addAll(random.nextBoolean() ? overTheCounter(sold) : onInvoice(sold));
            }
            if (random.nextInt(8) == 0) {
                events.add(new LotTakenBack(lot, deal));
            }
        }
        return events;
    }

    /** One box is written off, found missing, or becomes a lot of its own; some of that is undone elsewhere. */
    private DomainEvent oneLeaves(LotId lot, DealId deal, ReceivedLine line, Money cost) {
        LocalDate day = Facts.day(date());
        return switch (random.nextInt(3)) {
            case 0 ->
                new LotWrittenOff(
                        lot,
                        deal,
                        id(),
                        1,
                        cost,
                        WriteOffReason.SAMPLE,
                        facts.signedUp().accountId(),
                        NOTE,
                        day);
            case 1 ->
                new LotCounted(
                        lot,
                        deal,
                        line.quantity() - 1,
                        -1,
                        cost.times(-1),
                        CountReason.LOST,
                        facts.signedUp().accountId(),
                        null,
                        day);
            default -> split(lot, deal, line, cost, day);
        };
    }

    private LotSplit split(LotId lot, DealId deal, ReceivedLine line, Money cost, LocalDate day) {
        LotId part = LotId.of(tenant, id());
        LotStocked stocked = new LotStocked(
                part,
                deal,
                line.productId(),
                line.item(),
                line.expiry(),
                Grade.SLIGHT_DAMAGE,
                1,
                cost,
                day,
                "4719082A",
                "Shelf A3",
                new SplitOff(lot, lot, day));
        strands.add(new ArrayList<>(List.of(
                stocked, new LotMoved(part, deal, "Shelf A3", null), new PartRejoined(part, deal, lot, 1, cost, day))));
        return new LotSplit(
                lot,
                deal,
                part,
                lot,
                line.productId(),
                line.item(),
                line.expiry(),
                stocked.grade(),
                1,
                cost,
                day,
                stocked.lotNumber(),
                stocked.location(),
                day);
    }

    /** A sale in one step: what the lot says, and the sale that follows. */
    private List<DomainEvent> overTheCounter(LotSold sold) {
        List<DomainEvent> sale = new ArrayList<>(List.of(facts.recorded(sold)));
        if (random.nextInt(3) == 0) {
            sale.add(new SaleTakenBack(SaleId.of(tenant, sold.saleId())));
        }
        strands.add(sale);
        return List.of(sold);
    }

    /** A sale that was put together, with all that can happen to it; some boxes come back. */
    private List<DomainEvent> onInvoice(LotSold sold) {
        SaleId sale = SaleId.of(tenant, sold.saleId());
        List<SaleLine> lines = List.of(new SaleLine(sold.lotId(), sold.quantity(), sold.proceeds()));
        LocalDate day = sold.soldOn();
        int returned = random.nextInt(2);
        Money deducted = sold.proceeds().share(returned, sold.quantity());
        Money cost = sold.landedCost().share(returned, sold.quantity());
        UUID receipt = id();
        Money part = sold.proceeds().minus(deducted).share(1, 2);
        strands.add(new ArrayList<>(List.of(
                new SaleDrafted(sale, terms(sold), lines),
                new SaleRevised(sale, terms(sold), lines, List.of()),
                new SaleOffered(sale, day),
                new SaleConfirmed(sale, day),
                new SaleReopened(sale, lines),
                new SaleConfirmed(sale, day),
                new SalePacked(sale, day),
                new SaleShipped(sale, sold.buyer(), lines, null, "1Z" + random.nextInt(9999), day),
                new SaleDelivered(sale, day),
                new BuyerInspected(
                        sale,
                        List.of(new InspectedLine(sold.lotId(), returned, RejectedBoxes.RETURNED, deducted)),
                        day),
                new SaleInvoiced(sale, day, day.plusDays(14)),
                new ReceiptRecorded(
                        sale,
                        receipt,
                        part,
                        ReceiptMethod.CHECK,
                        facts.signedUp().accountId(),
                        NOTE,
                        day),
                new ReceiptUndone(sale, receipt, part, day))));
        if (random.nextBoolean()) {
            SaleId givenUp = SaleId.of(tenant, id());
            strands.add(new ArrayList<>(List.of(
                    new SaleDrafted(givenUp, terms(sold), lines),
                    new SaleCancelled(givenUp, lines, day),
                    new SaleStepTakenBack(givenUp, SaleStep.CANCELLED))));
        }
        numbered.add(sale);
        strands.add(new ArrayList<>(List.of(new InvoiceNumbered(InvoiceBookId.of(tenant), sale, numbered.size()))));
        UUID other = id();
        return List.of(
                new BoxesSetAside(sold.lotId(), sold.dealId(), other, 1),
                new BoxesReleased(sold.lotId(), sold.dealId(), other, 1),
                new BoxesSetAside(sold.lotId(), sold.dealId(), sold.saleId(), sold.quantity()),
                sold,
                new SoldBoxesAdjusted(
                        sold.lotId(),
                        sold.saleId(),
                        sold.dealId(),
                        sold.productId(),
                        sold.item(),
                        returned,
                        deducted,
                        cost,
                        day),
                // Kept for a sale that the story doesn't tell.
                new BoxesSetAside(sold.lotId(), sold.dealId(), id(), 1));
    }

    private SaleTerms terms(LotSold sold) {
        return facts.saleTerms(sold.buyer(), sold.soldOn().toString(), random.nextInt(9));
    }

    /** What changes no box's number. */
    private List<DomainEvent> handled(LotId lot, DealId deal, ReceivedLine line) {
        List<DomainEvent> events = new ArrayList<>();
        if (random.nextBoolean()) {
            events.add(new LotMoved(lot, deal, null, "Shelf B" + random.nextInt(9)));
            events.add(new LotRegraded(lot, deal, line.grade(), Grade.SLIGHT_DAMAGE));
            events.add(new LabelCorrected(
                    lot, deal, "LOT" + random.nextInt(99), line.expiry().minusMonths(1)));
        }
        if (random.nextBoolean()) {
            events.add(
                    new LotHeld(lot, deal, HoldReason.RECALL, facts.signedUp().accountId(), NOTE));
            events.add(new HoldReleased(lot, deal));
        }
        if (random.nextBoolean()) {
            UUID writeOff = id();
            Money cost = cents(100, 900);
            LocalDate day = Facts.day(date());
            events.add(new LotWrittenOff(
                    lot,
                    deal,
                    writeOff,
                    1,
                    cost,
                    WriteOffReason.LOST,
                    facts.signedUp().accountId(),
                    null,
                    day));
            events.add(new WriteOffUndone(lot, deal, writeOff, 1, cost, day));
        }
        return events;
    }

    private PayoutRecorded payout(DealId deal, CustomerId customer, Money amount) {
        return new PayoutRecorded(
                deal, customer, id(), amount, PayoutMethod.CHECK, null, cents(0, 200), cents(-100, 100), day());
    }

    /**
     * The facts as another order would tell them that keeps each stream's own. What comes once somebody is erased comes
     * last, since nothing is written about them any more.
     */
    static List<TrackedEventMessage<?>> reordered(List<TrackedEventMessage<?>> log, long seed) {
        int erased = IntStream.range(0, log.size())
                .filter(i -> log.get(i).getPayload() instanceof CustomerErased)
                .findFirst()
                .orElseThrow();
        return Stream.concat(
                        reordered(
                                log.subList(0, erased),
                                message -> ((DomainEvent) message.getPayload())
                                        .aggregateId()
                                        .value(),
                                seed)
                                .stream(),
                        log.subList(erased, log.size()).stream())
                .toList();
    }

    private static <T> List<T> reordered(List<T> facts, Function<T, String> stream, long seed) {
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
