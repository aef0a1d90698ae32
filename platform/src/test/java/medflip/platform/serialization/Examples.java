package medflip.platform.serialization;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import medflip.accounts.events.AccountEvent.BusinessSignedUp;
import medflip.accounts.events.AccountEvent.MemberJoined;
import medflip.accounts.events.AccountEvent.MemberRemoved;
import medflip.accounts.events.AccountEvent.MemberRoleChanged;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.ApiKeyEvent.ApiKeyMade;
import medflip.accounts.events.ApiKeyEvent.ApiKeyRevoked;
import medflip.accounts.events.ApiKeyId;
import medflip.accounts.events.ClosureEvent.AccountClosed;
import medflip.accounts.events.ClosureEvent.AccountErased;
import medflip.accounts.events.ClosureEvent.AccountErasureBegun;
import medflip.accounts.events.ClosureEvent.AccountReopened;
import medflip.accounts.events.CredentialEvent.ConfirmationAsked;
import medflip.accounts.events.CredentialEvent.EmailChangeAgreed;
import medflip.accounts.events.CredentialEvent.EmailChangeAsked;
import medflip.accounts.events.CredentialEvent.EmailChangeDropped;
import medflip.accounts.events.CredentialEvent.EmailChanged;
import medflip.accounts.events.CredentialEvent.EmailConfirmed;
import medflip.accounts.events.CredentialEvent.GoogleLinked;
import medflip.accounts.events.CredentialEvent.GoogleUnlinked;
import medflip.accounts.events.CredentialEvent.NewDeviceSeen;
import medflip.accounts.events.CredentialEvent.PasswordChanged;
import medflip.accounts.events.CredentialEvent.PasswordReset;
import medflip.accounts.events.CredentialEvent.PasswordResetAsked;
import medflip.accounts.events.CredentialEvent.RememberedSignInCopied;
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
import medflip.accounts.events.ExportEvent.ExportAsked;
import medflip.accounts.events.ExportEvent.ExportCollected;
import medflip.accounts.events.ExportEvent.ExportFailed;
import medflip.accounts.events.ExportEvent.ExportReady;
import medflip.accounts.events.FilterId;
import medflip.accounts.events.InvitationEvent.InvitationAccepted;
import medflip.accounts.events.InvitationEvent.InvitationAddressMarked;
import medflip.accounts.events.InvitationEvent.InvitationRevoked;
import medflip.accounts.events.InvitationEvent.MemberInvited;
import medflip.accounts.events.InvitationId;
import medflip.accounts.events.KeyScope;
import medflip.accounts.events.ListName;
import medflip.accounts.events.Role;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorAdded;
import medflip.accounts.events.SecondFactorEvent.AuthenticatorRemoved;
import medflip.accounts.events.SecondFactorEvent.PasskeyAdded;
import medflip.accounts.events.SecondFactorEvent.PasskeyRemoved;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodeUsed;
import medflip.accounts.events.SecondFactorEvent.RecoveryCodesRenewed;
import medflip.accounts.events.SupportEvent.SupportEntered;
import medflip.accounts.events.SupportEvent.SupportGranted;
import medflip.accounts.events.SupportEvent.SupportLeft;
import medflip.accounts.events.SupportEvent.SupportRanOut;
import medflip.accounts.events.SupportEvent.SupportRevoked;
import medflip.accounts.events.SupportId;
import medflip.accounts.events.UserEvent.MailAddressCleared;
import medflip.accounts.events.UserEvent.MailAddressMarked;
import medflip.accounts.events.UserEvent.MemberRegistered;
import medflip.accounts.events.UserEvent.OperatorDismissed;
import medflip.accounts.events.UserEvent.OptionalMailDeclined;
import medflip.accounts.events.UserEvent.OptionalMailWanted;
import medflip.accounts.events.UserEvent.OwnerRegistered;
import medflip.accounts.events.UserEvent.PolicyAcknowledged;
import medflip.accounts.events.UserEvent.PolicyChangeTold;
import medflip.accounts.events.UserEvent.UserErased;
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
import medflip.customers.events.CardPlan;
import medflip.customers.events.CardPlanEvent.CardPlanSet;
import medflip.customers.events.CardPlanId;
import medflip.customers.events.Contact;
import medflip.customers.events.ContactKind;
import medflip.customers.events.ContactLabel;
import medflip.customers.events.CustomerEvent.AddressesCorrected;
import medflip.customers.events.CustomerEvent.ContactsAdded;
import medflip.customers.events.CustomerEvent.ContactsCorrected;
import medflip.customers.events.CustomerEvent.CustomerArchived;
import medflip.customers.events.CustomerEvent.CustomerErased;
import medflip.customers.events.CustomerEvent.CustomerRegistered;
import medflip.customers.events.CustomerEvent.CustomerRenamed;
import medflip.customers.events.CustomerEvent.CustomerRestored;
import medflip.customers.events.CustomerEvent.FieldCleared;
import medflip.customers.events.CustomerEvent.FieldFilled;
import medflip.customers.events.CustomerEvent.LeadSourceSet;
import medflip.customers.events.CustomerEvent.PayoutHandleAdded;
import medflip.customers.events.CustomerEvent.PayoutHandleRemoved;
import medflip.customers.events.CustomerEvent.PayoutHandleRestored;
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
import medflip.customers.events.Place;
import medflip.customers.events.RecordEvent.FileDetached;
import medflip.customers.events.RecordEvent.FilesAttached;
import medflip.customers.events.RecordEvent.NoteDeleted;
import medflip.customers.events.RecordEvent.NoteEdited;
import medflip.customers.events.RecordEvent.NoteRestored;
import medflip.customers.events.RecordEvent.NoteWritten;
import medflip.customers.events.RecordEvent.TaskChanged;
import medflip.customers.events.RecordEvent.TaskDone;
import medflip.customers.events.RecordEvent.TaskDropped;
import medflip.customers.events.RecordEvent.TaskReopened;
import medflip.customers.events.RecordEvent.TaskRestored;
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
import medflip.deals.events.Difference;
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
import medflip.deals.events.QuoteEvent.QuoteAccepted;
import medflip.deals.events.QuoteEvent.QuoteDeclined;
import medflip.deals.events.QuoteEvent.QuoteExpired;
import medflip.deals.events.QuoteEvent.QuoteGiven;
import medflip.deals.events.QuoteEvent.QuoteRevised;
import medflip.deals.events.QuoteLine;
import medflip.deals.events.ReceivedLine;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRecorded;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.expenses.events.MileageTripId;
import medflip.expenses.events.PaymentMethod;
import medflip.imports.events.ArchiveEvent.ArchiveBrought;
import medflip.imports.events.BroughtArchiveId;
import medflip.imports.events.ImportEvent.ImportFinished;
import medflip.imports.events.ImportEvent.ImportStarted;
import medflip.imports.events.ImportEvent.ImportUndoStarted;
import medflip.imports.events.ImportEvent.ImportUndone;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
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
import medflip.inventory.events.LotEvent.PartTakenBack;
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
import medflip.kernel.PostalAddress;
import medflip.kernel.TenantId;
import medflip.messaging.events.BlockReason;
import medflip.messaging.events.CampaignEvent.CampaignCancelled;
import medflip.messaging.events.CampaignEvent.CampaignFinished;
import medflip.messaging.events.CampaignEvent.CampaignPaused;
import medflip.messaging.events.CampaignEvent.CampaignResumed;
import medflip.messaging.events.CampaignEvent.CampaignStarted;
import medflip.messaging.events.CampaignEvent.CampaignStopped;
import medflip.messaging.events.CampaignEvent.RecipientSkipped;
import medflip.messaging.events.CampaignEvent.RecipientsChosen;
import medflip.messaging.events.CampaignId;
import medflip.messaging.events.ConsentBasis;
import medflip.messaging.events.ConversationEvent.ConsentGiven;
import medflip.messaging.events.ConversationEvent.ConversationAssigned;
import medflip.messaging.events.ConversationEvent.ConversationSeen;
import medflip.messaging.events.ConversationEvent.ConversationUnassigned;
import medflip.messaging.events.ConversationEvent.CorrespondentErased;
import medflip.messaging.events.ConversationEvent.NumberFoundUnusable;
import medflip.messaging.events.ConversationEvent.OptOutRuledOut;
import medflip.messaging.events.ConversationEvent.OptOutSuspected;
import medflip.messaging.events.ConversationEvent.OptedIn;
import medflip.messaging.events.ConversationEvent.OptedOut;
import medflip.messaging.events.ConversationEvent.PicturesAttached;
import medflip.messaging.events.ConversationEvent.SecondTryPlanned;
import medflip.messaging.events.ConversationEvent.TextBlocked;
import medflip.messaging.events.ConversationEvent.TextCancelled;
import medflip.messaging.events.ConversationEvent.TextChanged;
import medflip.messaging.events.ConversationEvent.TextHeld;
import medflip.messaging.events.ConversationEvent.TextPassed;
import medflip.messaging.events.ConversationEvent.TextProgressed;
import medflip.messaging.events.ConversationEvent.TextReceived;
import medflip.messaging.events.ConversationEvent.TextWritten;
import medflip.messaging.events.ConversationId;
import medflip.messaging.events.CorrespondentId;
import medflip.messaging.events.OptOutWay;
import medflip.messaging.events.SkipReason;
import medflip.messaging.events.TemplateEvent.TemplateAdded;
import medflip.messaging.events.TemplateEvent.TemplateCorrected;
import medflip.messaging.events.TemplateEvent.TemplateRemoved;
import medflip.messaging.events.TemplateId;
import medflip.messaging.events.TextStatus;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnected;
import medflip.messaging.events.TwilioConnectionEvent.TwilioConnectionBroken;
import medflip.messaging.events.TwilioConnectionEvent.TwilioDisconnected;
import medflip.messaging.events.TwilioConnectionId;
import medflip.operations.events.UpkeepEvent.DeadLetterRetried;
import medflip.operations.events.UpkeepEvent.DeadLetterSkipped;
import medflip.operations.events.UpkeepEvent.DeliveryReadAgain;
import medflip.operations.events.UpkeepEvent.EffectRetried;
import medflip.operations.events.UpkeepEvent.ProcessorPaused;
import medflip.operations.events.UpkeepEvent.ProcessorResumed;
import medflip.operations.events.UpkeepId;
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
import medflip.sales.events.SaleEvent.SaleClosed;
import medflip.sales.events.SaleEvent.SaleConfirmed;
import medflip.sales.events.SaleEvent.SaleDelivered;
import medflip.sales.events.SaleEvent.SaleDrafted;
import medflip.sales.events.SaleEvent.SaleInvoiced;
import medflip.sales.events.SaleEvent.SaleOffered;
import medflip.sales.events.SaleEvent.SalePacked;
import medflip.sales.events.SaleEvent.SaleRecorded;
import medflip.sales.events.SaleEvent.SaleReopened;
import medflip.sales.events.SaleEvent.SaleRevised;
import medflip.sales.events.SaleEvent.SaleShipped;
import medflip.sales.events.SaleEvent.SaleStepTakenBack;
import medflip.sales.events.SaleEvent.SaleTakenBack;
import medflip.sales.events.SaleId;
import medflip.sales.events.SaleLine;
import medflip.sales.events.SaleStep;
import medflip.sales.events.SaleTerms;

/** One event of each kind, with nothing left out. */
public final class Examples {

    private static final TenantId TENANT = TenantId.of("01935c00-0000-7000-8000-000000000001");
    private static final AccountId ACCOUNT = AccountId.of(TENANT, TENANT.value());
    private static final UserId USER = UserId.of(TENANT, local(2));
    private static final InvitationId INVITATION = InvitationId.of(TENANT, local(12));
    private static final DeskId DESK = DeskId.of(UserId.of(TENANT, local(2)));
    private static final FilterId FILTER = FilterId.of(DESK.tenantId(), local(17));
    private static final DeliveryScheduleId DELIVERIES = DeliveryScheduleId.of(TENANT, local(18));
    private static final ApiKeyId API_KEY = ApiKeyId.of(TENANT, local(13));
    private static final CustomerId CUSTOMER = CustomerId.of(TENANT, local(3));
    private static final CustomerId OTHER_CUSTOMER = CustomerId.of(TENANT, new UUID(7, 8));
    private static final ImportId IMPORT = ImportId.of(TENANT, local(4));
    private static final DealId DEAL = DealId.of(TENANT, local(5));
    private static final LotId LOT = LotId.of(TENANT, local(6));
    private static final ProductId PRODUCT = ProductId.of(TENANT, local(9));
    private static final BuyerId BUYER = BuyerId.of(TENANT, local(10));
    private static final UUID PAYOUT = local(7);
    private static final UUID SALE = local(8);
    private static final ExpenseId EXPENSE = ExpenseId.of(TENANT, local(29));
    private static final MileageTripId TRIP = MileageTripId.of(TENANT, local(30));
    private static final AttachedFile RECEIPT = new AttachedFile(
            local(31), FileKind.JPEG, 184_023, "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae");
    private static final SaleId SALE_ID = SaleId.of(TENANT, SALE);
    private static final LotId OTHER_LOT = LotId.of(TENANT, local(9));
    private static final UUID WRITE_OFF = local(10);
    private static final UUID LABEL = local(11);

    private static final PersonName NAME = new PersonName("Wanda Hernández");
    private static final List<PhoneNumber> PHONES =
            List.of(new PhoneNumber("+16175550155"), new PhoneNumber("+17275550181"));
    private static final List<EmailAddress> EMAILS = List.of(new EmailAddress("wanda.hernández224@example.com"));
    private static final PostalAddress ADDRESS =
            new PostalAddress("12 Elm Street", "Apt 4", "Boston", "MA", "02134", "US");
    private static final PersonalText NOTE = new PersonalText("says \"more next month\"\nmeet at Walmart");
    private static final PersonalText TRACKING = new PersonalText("9400 1000 0000 0000 0000 00");
    private static final PersonalText REFERENCE = new PersonalText("check #381");
    private static final UUID LINK = UUID.fromString("01935c00-0000-7000-8000-0000000000aa");
    private static final Instant GOOD_UNTIL = Instant.parse("2026-11-25T10:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final YearMonth EXPIRY = YearMonth.of(2027, 3);
    private static final String ITEM = "OneTouch Verio 50ct";
    private static final String LOT_NUMBER = "4719082A";
    private static final String SHELF = "Shelf A3";

    private static final List<SaleLine> SALE_LINES = List.of(new SaleLine(LOT, 2, Money.usd("118.40")));
    private static final SaleTerms SALE_TERMS =
            new SaleTerms(BUYER, "StripRescue LLC", DAY, 4, MonthCount.WITH_CURRENT, 14);
    private static final SupportId SUPPORT =
            SupportId.of(TENANT, UUID.fromString("01935c00-0000-7000-8000-0000000000f0"));

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

    private static final TwilioConnectionId TWILIO = TwilioConnectionId.of(TENANT, TENANT.value());
    private static final CampaignId CAMPAIGN = CampaignId.of(TENANT, local(74));
    private static final TemplateId TEMPLATE = TemplateId.of(TENANT, local(75));
    private static final ConversationId CONVERSATION = ConversationId.of(TENANT, local(71));
    private static final PrivacyRequestId PRIVACY_REQUEST = PrivacyRequestId.of(TENANT, local(73));
    private static final CorrespondentId CORRESPONDENT = CorrespondentId.of(TENANT, local(72));
    private static final UUID TEXT = local(73);
    private static final UUID FILE_ID = local(74);

    private static final List<DomainEvent> ALL = List.of(
            new BusinessSignedUp(
                    ACCOUNT,
                    new PersonalText("Gulf Coast Strips"),
                    PHONES.getFirst(),
                    ADDRESS,
                    "USD",
                    "America/New_York"),
            new MemberJoined(ACCOUNT, USER, Role.OWNER),
            new MemberRoleChanged(ACCOUNT, USER, Role.AUDITOR),
            new MemberRemoved(ACCOUNT, USER),
            new OwnerRegistered(USER, EMAILS.getFirst(), true, "2026-11-24"),
            new MemberRegistered(USER, INVITATION, EMAILS.getFirst(), true, "2026-11-24"),
            new OperatorDismissed(USER),
            new PolicyChangeTold(USER, new EmailAddress("owner@example.com"), "2026-12-01"),
            new PolicyAcknowledged(USER, "2026-12-01"),
            new MailAddressMarked(USER, EMAILS.getFirst(), AddressFault.BOUNCED, GOOD_UNTIL),
            new MailAddressCleared(USER, EMAILS.getFirst(), GOOD_UNTIL),
            new OptionalMailDeclined(USER),
            new OptionalMailWanted(USER),
            new SupportGranted(
                    SUPPORT, new PersonalText("An import stands still"), true, Instant.parse("2026-11-27T19:30:00Z")),
            new SupportEntered(SUPPORT, USER.local(), EMAILS.getFirst()),
            new SupportLeft(SUPPORT, USER.local()),
            new SupportRevoked(SUPPORT),
            new SupportRanOut(SUPPORT),
            new DeadLetterRetried(UpkeepId.of(TENANT), USER.local(), "deals.QuoteGiven", "deals.deals"),
            new DeadLetterSkipped(
                    UpkeepId.of(TENANT),
                    USER.local(),
                    "deals.QuoteGiven",
                    "deals.deals",
                    new PersonalText("The view is rebuilt tonight")),
            new EffectRetried(UpkeepId.of(TENANT), USER.local(), "accounts.welcome", true),
            new DeliveryReadAgain(UpkeepId.of(TENANT), USER.local(), "twilio"),
            new ProcessorPaused(UpkeepId.of(TENANT), "deals.deals", new PersonalText("It counts a return twice")),
            new ProcessorResumed(UpkeepId.of(TENANT), "deals.deals"),
            new MemberInvited(
                    INVITATION,
                    EMAILS.getFirst(),
                    Role.STAFF,
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    Instant.parse("2026-12-01T15:30:00Z")),
            new InvitationAddressMarked(INVITATION, AddressFault.BOUNCED, GOOD_UNTIL),
            new InvitationRevoked(INVITATION),
            new InvitationAccepted(INVITATION, USER),
            new ApiKeyMade(
                    API_KEY,
                    new PersonalText("Books of Wanda's accountant"),
                    List.of(KeyScope.READ, KeyScope.EXPORT),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    Instant.parse("2027-02-22T15:30:00Z")),
            new ApiKeyRevoked(API_KEY),
            new DeliveriesScheduled(
                    DELIVERIES,
                    USER,
                    new PersonalText("Deals with Wanda"),
                    new PersonalText("/api/deals.csv?search=Wanda"),
                    DeliveryFormat.CSV,
                    true,
                    new DeliveryTimes(Rhythm.WEEKLY, DayOfWeek.MONDAY, null, 7)),
            new DeliveriesRescheduled(
                    DELIVERIES,
                    USER,
                    new PersonalText("Deals with Wanda"),
                    new PersonalText("/api/deals.csv?search=Wanda"),
                    DeliveryFormat.NDJSON,
                    false,
                    new DeliveryTimes(Rhythm.MONTHLY, null, 31, 18)),
            new DeliveriesPaused(DELIVERIES),
            new DeliveriesResumed(DELIVERIES),
            new DeliveryScheduleRemoved(DELIVERIES),
            new DeliveryAsked(
                    DELIVERIES,
                    local(19),
                    USER,
                    new PersonalText("/api/deals.csv?search=Wanda"),
                    DeliveryFormat.CSV,
                    4_711L,
                    Instant.parse("2026-11-30T12:00:00Z")),
            new DeliveryMade(
                    DELIVERIES,
                    local(19),
                    USER,
                    new PersonalText("Deals with Wanda"),
                    12,
                    3_456,
                    4_815,
                    false,
                    GOOD_UNTIL),
            new DeliveryFailed(
                    DELIVERIES, local(19), USER, new PersonalText("Deals with Wanda"), DeliveryFailure.MEMBER_GONE),
            new ColumnsChosen(DESK, ListName.DEALS, List.of("date", "state")),
            new FilterSaved(
                    DESK,
                    FILTER,
                    ListName.PEOPLE,
                    new PersonalText("Wanda's friends"),
                    new PersonalText("{\"search\":\"Wanda\"}")),
            new FilterDropped(DESK, FILTER),
            new FilterForgotten(DESK, FILTER),
            new FilterRestored(DESK, FILTER),
            new AuthenticatorAdded(USER, local(14)),
            new AuthenticatorRemoved(USER),
            new RecoveryCodesRenewed(USER, local(15)),
            new RecoveryCodeUsed(USER, local(15), 3),
            new PasskeyAdded(USER, local(16), new PersonalText("Wanda's phone")),
            new PasskeyRemoved(USER, local(16)),
            new ExportAsked(USER, local(17)),
            new ExportReady(USER, local(17), EMAILS.getFirst(), 1_234_567, "5e".repeat(32), 4_711, GOOD_UNTIL),
            new ExportFailed(USER, local(17), EMAILS.getFirst()),
            new ExportCollected(USER, local(17)),
            new ConfirmationAsked(USER, LINK, EMAILS.getFirst(), true, GOOD_UNTIL),
            new EmailConfirmed(USER),
            new PasswordResetAsked(USER, LINK, EMAILS.getFirst(), GOOD_UNTIL),
            new PasswordReset(USER, LINK, EMAILS.getFirst()),
            new PasswordChanged(USER, LINK, EMAILS.getFirst()),
            new EmailChangeAsked(USER, LINK, EMAILS.getFirst(), LINK, new EmailAddress("new@example.com"), GOOD_UNTIL),
            new EmailChangeAgreed(USER, LINK),
            new EmailChanged(USER, EMAILS.getFirst(), new EmailAddress("new@example.com")),
            new EmailChangeDropped(USER),
            new GoogleLinked(USER, LINK, EMAILS.getFirst()),
            new GoogleUnlinked(USER, LINK, EMAILS.getFirst()),
            new NewDeviceSeen(
                    USER,
                    EMAILS.getFirst(),
                    new PersonalText("Firefox on Android"),
                    new PersonalText("203.0.113.9"),
                    GOOD_UNTIL),
            new RememberedSignInCopied(
                    USER,
                    EMAILS.getFirst(),
                    new PersonalText("Firefox on Android"),
                    new PersonalText("203.0.113.9"),
                    GOOD_UNTIL),
            new AccountClosed(ACCOUNT, new PersonalText("moving to Oregon"), DAY, DAY.plusDays(90)),
            new AccountReopened(ACCOUNT, DAY),
            new AccountErasureBegun(ACCOUNT, DAY),
            new AccountErased(ACCOUNT, "{\"destroyedKeys\":12}", "c2lnbmF0dXJl", "cHVibGljIGtleQ==", DAY),
            new CustomerRegistered(CUSTOMER, NAME, PHONES, EMAILS, ADDRESS, "FB Marketplace", NOTE, IMPORT),
            new CustomerRenamed(CUSTOMER, NAME),
            new ContactsCorrected(
                    CUSTOMER,
                    List.of(new Contact(ContactKind.PHONE, PHONES.getFirst().value(), ContactLabel.MOBILE))),
            new AddressesCorrected(CUSTOMER, List.of(new Place(ADDRESS, ContactLabel.HOME))),
            new LeadSourceSet(CUSTOMER, "Google"),
            new TagPutOn(CUSTOMER, new UUID(7, 1)),
            new TagTakenOff(CUSTOMER, new UUID(7, 1)),
            new FieldFilled(CUSTOMER, new UUID(7, 2), new PersonalText("2019-05-01")),
            new FieldCleared(CUSTOMER, new UUID(7, 2)),
            new PurchasesRuledOut(CUSTOMER, new PersonalText("opened boxes, twice")),
            new PurchasesAllowed(CUSTOMER),
            new PayoutHandleAdded(CUSTOMER, new UUID(7, 3), HandleKind.ZELLE, new PersonalText("tammy@example.com")),
            new PayoutHandleRemoved(CUSTOMER, new UUID(7, 3)),
            new PayoutHandleRestored(CUSTOMER, new UUID(7, 3)),
            new NoteWritten(CUSTOMER, new UUID(7, 4), NOTE),
            new NoteEdited(CUSTOMER, new UUID(7, 4), NOTE),
            new NoteDeleted(CUSTOMER, new UUID(7, 4)),
            new NoteRestored(CUSTOMER, new UUID(7, 4)),
            new TaskSet(CUSTOMER, new UUID(7, 5), new PersonalText("call her back"), LocalDate.of(2026, 12, 1)),
            new TaskChanged(CUSTOMER, new UUID(7, 5), new PersonalText("call her back"), LocalDate.of(2026, 12, 2)),
            new TaskDone(CUSTOMER, new UUID(7, 5), LocalDate.of(2026, 12, 2)),
            new TaskReopened(CUSTOMER, new UUID(7, 5)),
            new TaskDropped(CUSTOMER, new UUID(7, 5)),
            new TaskRestored(CUSTOMER, new UUID(7, 5)),
            new FilesAttached(CUSTOMER, List.of(new AttachedFile(new UUID(7, 6), FileKind.PDF, 4_711, "0815"))),
            new FileDetached(CUSTOMER, new UUID(7, 6)),
            new CardPlanSet(
                    CardPlanId.of(TENANT),
                    new CardPlan(
                            List.of(new CardPlan.Tag(new UUID(7, 1), "Regular", CardPlan.Colour.GREEN)),
                            List.of(new CardPlan.Field(
                                    new UUID(7, 2), "Customer since", CardPlan.FieldKind.DATE, List.of())),
                            List.of(new CardPlan.LeadSource(
                                    new UUID(7, 7),
                                    "Google Ads",
                                    List.of("Google"),
                                    List.of(new CardPlan.Spending(YearMonth.of(2026, 11), Money.usd("300"))))))),
            new PeopleMerged(MergeBookId.of(TENANT), OTHER_CUSTOMER, CUSTOMER),
            new PeopleUnmerged(MergeBookId.of(TENANT), OTHER_CUSTOMER, CUSTOMER),
            new PeopleFoundDifferent(MergeBookId.of(TENANT), OTHER_CUSTOMER, CUSTOMER),
            new ContactsAdded(CUSTOMER, PHONES, EMAILS, IMPORT),
            new CustomerArchived(CUSTOMER),
            new CustomerRestored(CUSTOMER),
            new CustomerErased(CUSTOMER),
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
            new QuoteRevised(
                    DEAL,
                    CUSTOMER,
                    2,
                    List.of(new QuoteLine(
                            1, PRODUCT, ITEM, EXPIRY, Grade.PERFECT, 3, Money.usd("31.00"), PriceTrace.BY_HAND)),
                    DAY,
                    DAY.plusDays(9),
                    NOTE),
            new QuoteAccepted(DEAL, 2, "2026-11-24", AcceptedBy.LINK, DAY),
            new QuoteDeclined(DEAL, CUSTOMER, DeclineReason.PRICE, NOTE, DAY),
            new OfferLinkMade(
                    DEAL,
                    LABEL,
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    DAY,
                    DAY.plusDays(7)),
            new OfferLinkRevoked(DEAL, LABEL, DAY),
            new QuoteExpired(DEAL, 2, DAY.plusDays(10)),
            new DealCancelled(DEAL, CUSTOMER, CancelReason.NO_SHOW, NOTE, DAY),
            new DealReopened(DEAL, DAY),
            new DealHeld(DEAL, CUSTOMER, HeldFor.CHECKING_GOODS, NOTE, DAY),
            new DealReleased(DEAL, DAY),
            new DealClosed(DEAL, DAY),
            new DealRulesSet(DealRulesId.of(TENANT), new DealRules(30, 14)),
            new LabelMade(DEAL, CUSTOMER, LABEL, Carrier.USPS, TRACKING, Money.usd("8.15"), DAY),
            new LabelVoided(DEAL, LABEL, Money.usd("8.15"), DAY),
            new BoxesSent(DEAL, DAY),
            new AppointmentMade(DEAL, CUSTOMER, DAY, LocalTime.of(15, 30), NOTE, DAY),
            new AppointmentMissed(DEAL, DAY),
            new BoxesLost(DEAL, DAY),
            new ClaimOpened(DEAL, CUSTOMER, Money.usd("91.50"), REFERENCE, DAY),
            new ClaimSettled(DEAL, Money.usd("50.00"), DAY),
            new BoxesReceived(DEAL, DAY),
            new LineInspected(
                    DEAL,
                    CUSTOMER,
                    1,
                    List.of(
                            new FoundBoxes(
                                    1,
                                    PRODUCT,
                                    ITEM,
                                    EXPIRY,
                                    Grade.PERFECT,
                                    2,
                                    Money.usd("30.50"),
                                    Outcome.STOCK,
                                    null,
                                    TRACE),
                            new FoundBoxes(
                                    1_001,
                                    PRODUCT,
                                    ITEM,
                                    EXPIRY,
                                    null,
                                    1,
                                    Money.usd("0.00"),
                                    Outcome.RETURN,
                                    Difference.BROKEN_SEAL,
                                    PriceTrace.BY_HAND)),
                    NOTE,
                    DAY),
            new PhotosAdded(DEAL, 1, List.of(RECEIPT)),
            new PhotoRemoved(DEAL, 1, RECEIPT.id()),
            new DealRequoted(DEAL, CUSTOMER, Money.usd("61.00"), NOTE, DAY),
            new RequoteAccepted(DEAL, Money.usd("61.00"), AcceptedBy.LINK, DAY),
            new DealAgreed(
                    DEAL,
                    DAY,
                    List.of(new ReceivedLine(1, PRODUCT, ITEM, EXPIRY, Grade.PERFECT, 3, Money.usd("103.90"))),
                    Money.usd("91.50"),
                    Money.usd("1.25"),
                    1),
            new PurchaseGivenUp(DEAL, CUSTOMER, DeclineReason.SOLD_ELSEWHERE, NOTE, 3, DAY),
            new BoxesReturned(DEAL, CUSTOMER, Carrier.UPS, TRACKING, Money.usd("9.10"), 3, DAY),
            new BoxesDonated(DEAL, 3, DAY),
            new PayoutPlanned(DEAL, PAYOUT, Money.usd("91.50"), PayoutMethod.CHECK, DAY.plusDays(3), DAY),
            new PayoutWithdrawn(DEAL, PAYOUT, DAY),
            new PayoutRecorded(
                    DEAL,
                    CUSTOMER,
                    PAYOUT,
                    Money.usd("91.50"),
                    PayoutMethod.CHECK,
                    REFERENCE,
                    Money.usd("1.25"),
                    Money.usd("-0.40"),
                    DAY),
            new PayoutConfirmed(DEAL, PAYOUT, DAY),
            new PayoutConfirmationTakenBack(DEAL, PAYOUT),
            new PayoutFailed(DEAL, CUSTOMER, PAYOUT, Money.usd("91.50"), NOTE, DAY),
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
            new LotStocked(
                    LOT,
                    DEAL,
                    PRODUCT,
                    ITEM,
                    EXPIRY,
                    Grade.PERFECT,
                    3,
                    Money.usd("103.90"),
                    DAY,
                    LOT_NUMBER,
                    SHELF,
                    new SplitOff(OTHER_LOT, OTHER_LOT, DAY)),
            new LotSplit(
                    LOT,
                    DEAL,
                    OTHER_LOT,
                    LOT,
                    PRODUCT,
                    ITEM,
                    EXPIRY,
                    Grade.SLIGHT_DAMAGE,
                    1,
                    Money.usd("34.63"),
                    DAY,
                    LOT_NUMBER,
                    SHELF,
                    DAY),
            new PartRejoined(OTHER_LOT, DEAL, LOT, 1, Money.usd("34.63"), DAY),
            new PartTakenBack(LOT, DEAL, OTHER_LOT, 1, Money.usd("34.63"), DAY),
            new LotMoved(LOT, DEAL, SHELF, "Shelf B1"),
            new LotRegraded(LOT, DEAL, Grade.PERFECT, Grade.SLIGHT_DAMAGE),
            new LabelCorrected(LOT, DEAL, LOT_NUMBER, EXPIRY),
            new LotCounted(LOT, DEAL, 2, -1, Money.usd("-34.63"), CountReason.LOST, ACCOUNT, NOTE, DAY),
            new LotWrittenOff(LOT, DEAL, WRITE_OFF, 1, Money.usd("34.63"), WriteOffReason.DAMAGED, ACCOUNT, NOTE, DAY),
            new WriteOffUndone(LOT, DEAL, WRITE_OFF, 1, Money.usd("34.63"), DAY),
            new LotHeld(LOT, DEAL, HoldReason.RECALL, ACCOUNT, NOTE),
            new HoldReleased(LOT, DEAL),
            new LotSold(
                    LOT, SALE, DEAL, PRODUCT, ITEM, "StripRescue LLC", 2, Money.usd("118.40"), Money.usd("69.27"), DAY),
            new BoxesSetAside(LOT, DEAL, SALE, 2),
            new BoxesReleased(LOT, DEAL, SALE, 2),
            new SoldBoxesAdjusted(LOT, SALE, DEAL, PRODUCT, ITEM, 1, Money.usd("59.20"), Money.usd("34.63"), DAY),
            new SaleDrafted(SALE_ID, SALE_TERMS, SALE_LINES),
            new SaleRevised(SALE_ID, SALE_TERMS, SALE_LINES, List.of(OTHER_LOT)),
            new SaleOffered(SALE_ID, DAY),
            new SaleConfirmed(SALE_ID, DAY),
            new SaleReopened(SALE_ID, SALE_LINES),
            new SalePacked(SALE_ID, DAY),
            new SaleShipped(SALE_ID, "StripRescue LLC", SALE_LINES, "UPS", "1Z999AA10123456784", DAY),
            new SaleDelivered(SALE_ID, DAY),
            new BuyerInspected(
                    SALE_ID, List.of(new InspectedLine(LOT, 1, RejectedBoxes.RETURNED, Money.usd("59.20"))), DAY),
            new SaleInvoiced(SALE_ID, DAY, DAY.plusDays(14)),
            new ReceiptRecorded(SALE_ID, PAYOUT, Money.usd("59.20"), ReceiptMethod.CHECK, ACCOUNT, REFERENCE, DAY),
            new ReceiptUndone(SALE_ID, PAYOUT, Money.usd("59.20"), DAY),
            new SaleClosed(SALE_ID, DAY),
            new SaleCancelled(SALE_ID, SALE_LINES, DAY),
            new SaleRecorded(SALE_ID, "StripRescue LLC", SALE_LINES, DAY),
            new InvoiceNumbered(InvoiceBookId.of(TENANT), SALE_ID, 17),
            new ImportStarted(
                    IMPORT,
                    ACCOUNT,
                    ImportSubject.DEALS,
                    new PersonalText("ledger of Wanda.csv"),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    1_497,
                    6),
            new ImportFinished(IMPORT, 1_480, 5, 7, 3, 2),
            new ImportUndoStarted(IMPORT),
            new ImportUndone(IMPORT, 1_479, 6),
            new ArchiveBrought(BroughtArchiveId.of(TENANT, local(20)), 4_711, 4_710, 12),
            new PastDealTakenBack(DEAL, CUSTOMER),
            new LotTakenBack(LOT, DEAL),
            new SaleTakenBack(SALE_ID),
            new SaleStepTakenBack(SALE_ID, SaleStep.PACKED),
            new ExpenseRecorded(
                    EXPENSE,
                    ACCOUNT,
                    DAY,
                    ExpenseCategory.SUPPLIES,
                    new PersonalText("Uline"),
                    Money.usd("48.20"),
                    PaymentMethod.CARD,
                    NOTE,
                    RECEIPT,
                    DEAL,
                    SALE_ID),
            new ExpenseCorrected(
                    EXPENSE,
                    ACCOUNT,
                    DAY,
                    ExpenseCategory.OFFICE,
                    new PersonalText("Uline, Inc."),
                    Money.usd("48.02"),
                    PaymentMethod.CHECK,
                    NOTE,
                    RECEIPT,
                    DEAL,
                    SALE_ID),
            new ExpenseVoided(EXPENSE, ACCOUNT, NOTE),
            new ExpenseRestored(EXPENSE),
            new MileageTripRecorded(
                    TRIP,
                    ACCOUNT,
                    DAY,
                    new PersonalText("pick-up at Wanda's"),
                    new PersonalText("home"),
                    new PersonalText("12 Elm Street"),
                    123,
                    760,
                    Money.usd("9.35"),
                    DEAL,
                    SALE_ID),
            new MileageTripCorrected(
                    TRIP,
                    ACCOUNT,
                    DAY,
                    new PersonalText("pick-up at Wanda's"),
                    new PersonalText("post office"),
                    new PersonalText("12 Elm Street"),
                    98,
                    760,
                    Money.usd("7.45"),
                    DEAL,
                    SALE_ID),
            new MileageTripVoided(TRIP, ACCOUNT, NOTE),
            new MileageTripRestored(TRIP),
            new TwilioConnected(TWILIO, ACCOUNT, FILE_ID, "9f3a", "0142", new PersonalText("Box Buyers")),
            new TemplateAdded(TEMPLATE, ACCOUNT, new PersonalText("Hours"), new PersonalText("Hi {first name}")),
            new TemplateCorrected(TEMPLATE, ACCOUNT, new PersonalText("Hours"), new PersonalText("Hi {name}")),
            new TemplateRemoved(TEMPLATE),
            new ConversationAssigned(CONVERSATION, USER),
            new ConversationUnassigned(CONVERSATION),
            new TwilioDisconnected(TWILIO),
            new TwilioConnectionBroken(TWILIO, 20003),
            new TextReceived(
                    CONVERSATION, CORRESPONDENT, TEXT, new PhoneNumber("+16175550155"), new PersonalText("Hi?"), 1),
            new TextWritten(
                    CONVERSATION,
                    CORRESPONDENT,
                    TEXT,
                    new PhoneNumber("+16175550155"),
                    new PersonalText("We can pay $22 a box."),
                    Instant.parse("2026-11-27T15:00:00Z"),
                    CAMPAIGN),
            new TextChanged(
                    CONVERSATION,
                    CORRESPONDENT,
                    TEXT,
                    new PersonalText("We can pay $24 a box."),
                    Instant.parse("2026-11-27T16:00:00Z")),
            new TextCancelled(CONVERSATION, TEXT),
            new SecondTryPlanned(
                    CONVERSATION,
                    TEXT,
                    UUID.fromString("0197a3c4-0000-7000-8000-0000000003f1"),
                    Instant.parse("2026-11-27T13:00:00Z")),
            new PicturesAttached(CONVERSATION, CORRESPONDENT, TEXT, List.of(RECEIPT)),
            new TextHeld(CONVERSATION, TEXT, Instant.parse("2026-11-27T13:00:00Z")),
            new TextPassed(
                    CONVERSATION,
                    CORRESPONDENT,
                    TEXT,
                    new PhoneNumber("+16175550155"),
                    new PersonalText("Box Buyers: We can pay $24 a box.\nReply STOP to get no more texts."),
                    true,
                    1,
                    ConsentBasis.WROTE_FIRST,
                    List.of("America/New_York"),
                    Instant.parse("2026-11-27T16:00:00Z")),
            new CampaignStarted(
                    CAMPAIGN,
                    ACCOUNT,
                    new PersonalText("Winter prices"),
                    new PersonalText("Hi {first name}, we pay more this month."),
                    1,
                    60),
            new RecipientsChosen(CAMPAIGN, List.of(CUSTOMER.local())),
            new RecipientSkipped(CAMPAIGN, CUSTOMER.local(), SkipReason.NO_NUMBER),
            new CampaignPaused(CAMPAIGN),
            new CampaignResumed(CAMPAIGN),
            new CampaignCancelled(CAMPAIGN),
            new CampaignStopped(CAMPAIGN, 30007),
            new CampaignFinished(CAMPAIGN),
            new TextBlocked(CONVERSATION, TEXT, List.of(BlockReason.OPTED_OUT)),
            new TextProgressed(CONVERSATION, TEXT, TextStatus.UNDELIVERED, "SM0123456789abcdef0123456789abcdef", 30006),
            new ConversationSeen(CONVERSATION),
            new ConsentGiven(CONVERSATION, ConsentBasis.BY_PHONE, "2026-11-27"),
            new OptedOut(CONVERSATION, OptOutWay.BY_WORD),
            new CorrespondentErased(CONVERSATION, CORRESPONDENT),
            new RequestReceived(
                    PRIVACY_REQUEST,
                    RequestKind.DELETION,
                    PrivacyLaw.GDPR,
                    CUSTOMER,
                    null,
                    RequestWay.BY_PHONE,
                    LocalDate.parse("2026-11-26"),
                    LocalDate.parse("2026-12-26")),
            new IdentityChecked(
                    PRIVACY_REQUEST, IdentityCheck.ANSWERED_FROM_KNOWN_NUMBER, LocalDate.parse("2026-11-26")),
            new RequestRefused(PRIVACY_REQUEST, RefusalReason.NOT_IDENTIFIED, LocalDate.parse("2026-11-27")),
            new RequestExtended(
                    PRIVACY_REQUEST,
                    ExtensionReason.COMPLEX,
                    RequestWay.BY_EMAIL,
                    LocalDate.parse("2026-11-27"),
                    LocalDate.parse("2027-02-24")),
            new OwnersReminded(PRIVACY_REQUEST, ReminderKind.SOON, LocalDate.parse("2026-12-26")),
            new CorrectionProposed(
                    PRIVACY_REQUEST,
                    CUSTOMER,
                    new PersonName("Erin Meadows-Hill"),
                    List.of(new PhoneNumber("+16175550134")),
                    List.of(new EmailAddress("erin@example.com")),
                    new PostalAddress("1 Elm Street", null, "Boston", "MA", "02108", "US"),
                    new PersonalText("I moved last month")),
            new PrivateLinkMade(
                    PRIVACY_REQUEST, local(74), LocalDate.parse("2026-11-27"), LocalDate.parse("2026-12-11")),
            new PrivateLinkRevoked(PRIVACY_REQUEST, local(74), LocalDate.parse("2026-11-28")),
            new RequestAnswered(
                    PRIVACY_REQUEST, RequestKind.RESTRICTION, CUSTOMER, null, LocalDate.parse("2026-11-27")),
            new LegalHoldPlaced(
                    HoldBookId.of(TENANT),
                    local(75),
                    CUSTOMER,
                    HoldBasis.LITIGATION,
                    new PersonalText("File 26-1187"),
                    LocalDate.parse("2026-11-27"),
                    LocalDate.parse("2027-02-01")),
            new LegalHoldReviewed(
                    HoldBookId.of(TENANT), local(75), LocalDate.parse("2027-01-30"), LocalDate.parse("2027-06-01")),
            new LegalHoldReleased(HoldBookId.of(TENANT), local(75), LocalDate.parse("2027-05-20")),
            new UseRestricted(CUSTOMER),
            new UseAllowed(CUSTOMER),
            new UserErased(USER),
            new ErasureOrdered(PRIVACY_REQUEST, CUSTOMER, null, LocalDate.parse("2026-11-27")),
            new ErasureCertified(
                    PRIVACY_REQUEST,
                    "{\"events\":12}",
                    "c2lnbmF0dXJl",
                    "cHVibGljIGtleQ==",
                    LocalDate.parse("2026-11-27")),
            new ReportFiled(
                    FiledReportId.of(TENANT, local(80)),
                    "profit-by-month",
                    "from=2026-01-01&to=2026-03-31",
                    4_711,
                    Instant.parse("2026-04-02T15:04:05.678Z"),
                    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                    1_234),
            new OptedIn(CONVERSATION),
            new OptOutSuspected(CONVERSATION, TEXT, DAY),
            new OptOutRuledOut(CONVERSATION, TEXT),
            new NumberFoundUnusable(CONVERSATION, 30006));

    private Examples() {}

    /** By stored name, sorted. */
    public static Map<String, DomainEvent> all(EventNames names) {
        Map<String, DomainEvent> examples = new TreeMap<>();
        Stream.concat(ALL.stream(), BillingExamples.of(TENANT).stream())
                .forEach(event -> examples.put(names.name(event.getClass()), event));
        return examples;
    }

    private static UUID local(int number) {
        return new UUID(0x01935c0000007000L, 0x8000000000000000L + number);
    }
}
