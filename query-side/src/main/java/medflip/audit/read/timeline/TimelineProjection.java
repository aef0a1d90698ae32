package medflip.audit.read.timeline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import medflip.catalog.events.BuyerEvent;
import medflip.catalog.events.BuyerEvent.BuyerAdded;
import medflip.catalog.events.BuyerEvent.BuyerCorrected;
import medflip.catalog.events.BuyerEvent.BuyerRestored;
import medflip.catalog.events.BuyerEvent.BuyerRetired;
import medflip.catalog.events.BuyerTerms;
import medflip.catalog.events.PriceListEvent;
import medflip.catalog.events.PriceListEvent.PricesPublished;
import medflip.catalog.events.PriceListEvent.PricesWithdrawn;
import medflip.catalog.events.PriceListEvent.PricingRulesSet;
import medflip.catalog.events.ProductEvent;
import medflip.catalog.events.ProductEvent.ProductAdded;
import medflip.catalog.events.ProductEvent.ProductCorrected;
import medflip.catalog.events.ProductEvent.ProductRestored;
import medflip.catalog.events.ProductEvent.ProductRetired;
import medflip.catalog.events.ProductVariant;
import medflip.customers.events.ContactKind;
import medflip.customers.events.CustomerEvent;
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
import medflip.customers.events.MergeEvent;
import medflip.customers.events.MergeEvent.PeopleFoundDifferent;
import medflip.customers.events.MergeEvent.PeopleMerged;
import medflip.customers.events.MergeEvent.PeopleUnmerged;
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
import medflip.deals.events.CourseEvent;
import medflip.deals.events.DealEvent;
import medflip.deals.events.DeliveryEvent;
import medflip.deals.events.InspectionEvent;
import medflip.deals.events.PayoutEvent;
import medflip.deals.events.PhotoEvent;
import medflip.deals.events.QuoteEvent;
import medflip.expenses.events.ExpenseCategory;
import medflip.expenses.events.ExpenseEvent;
import medflip.expenses.events.ExpenseEvent.ExpenseCorrected;
import medflip.expenses.events.ExpenseEvent.ExpenseRecorded;
import medflip.expenses.events.ExpenseEvent.ExpenseRestored;
import medflip.expenses.events.ExpenseEvent.ExpenseVoided;
import medflip.expenses.events.ExpenseId;
import medflip.expenses.events.MileageEvent;
import medflip.expenses.events.MileageEvent.MileageTripCorrected;
import medflip.expenses.events.MileageEvent.MileageTripRecorded;
import medflip.expenses.events.MileageEvent.MileageTripRestored;
import medflip.expenses.events.MileageEvent.MileageTripVoided;
import medflip.expenses.events.MileageTripId;
import medflip.inventory.events.LotEvent;
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
import medflip.inventory.events.LotEvent.WriteOffUndone;
import medflip.kernel.AggregateId;
import medflip.kernel.Money;
import medflip.messaging.events.ConversationEvent;
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
import medflip.messaging.events.TextStatus;
import medflip.platform.view.Json;
import medflip.platform.view.Projection;
import medflip.platform.view.Recorded;
import medflip.platform.view.Rows;
import medflip.sales.events.InspectedLine;
import medflip.sales.events.InvoiceEvent.InvoiceNumbered;
import medflip.sales.events.SaleEvent;
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
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Notes each event under what it is about. What it tells of the event is chosen here, value by value, so that nothing
 * personal comes in.
 */
@Projection(processingGroup = TimelineProjection.GROUP, tables = "timeline_entry")
class TimelineProjection {

    static final String GROUP = "audit.timeline";

    private static final String ENTRY = """
            INSERT INTO timeline_entry
                (tenant_id, position, customer_id, product_id, deal_id, lot_id, sale_id, recorded_at, event, actor,
                 detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    /** How many numbers and addresses there were can't be counted any more once somebody is erased. */
    private static final String COUNTED = """
            UPDATE timeline_entry SET detail = detail - 'phones' - 'emails' - 'addresses'
            WHERE tenant_id = ? AND customer_id = ?
            """;

    private static final String BUYER_ENTRY = """
            INSERT INTO timeline_entry (tenant_id, position, buyer_id, recorded_at, event, actor, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)
            """;

    @EventHandler
    void on(CustomerEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case CustomerRegistered registered -> {
                Map<String, Object> told =
                        person(registered.phones().size(), registered.emails().size(), registered.leadSource());
                told.put("imported", registered.importId() != null ? "yes" : "no");
                yield told;
            }
            case ContactsAdded added ->
                told("phones", added.phones().size(), "emails", added.emails().size());
            case ContactsCorrected corrected ->
                told(
                        "phones", count(corrected, ContactKind.PHONE),
                        "emails", count(corrected, ContactKind.EMAIL));
            case AddressesCorrected corrected ->
                told("addresses", corrected.addresses().size());
            case LeadSourceSet set -> told("leadSource", Objects.requireNonNullElse(set.leadSource(), ""));
            case TagPutOn tag -> told("tagId", tag.tagId());
            case TagTakenOff tag -> told("tagId", tag.tagId());
            case FieldFilled field -> told("fieldId", field.fieldId());
            case FieldCleared field -> told("fieldId", field.fieldId());
            case PayoutHandleAdded handle -> told("handleId", handle.handleId(), "kind", handle.kind());
            case PayoutHandleRemoved handle -> told("handleId", handle.handleId());
            case PayoutHandleRestored handle -> told("handleId", handle.handleId());
            case TaskSet task -> told("taskId", task.taskId(), "dueOn", task.dueOn());
            case TaskChanged task -> told("taskId", task.taskId(), "dueOn", task.dueOn());
            case TaskDone task -> told("taskId", task.taskId(), "doneOn", task.doneOn());
            case TaskReopened task -> told("taskId", task.taskId());
            case TaskDropped task -> told("taskId", task.taskId());
            case TaskRestored task -> told("taskId", task.taskId());
            case NoteWritten note -> told("noteId", note.noteId());
            case NoteEdited note -> told("noteId", note.noteId());
            case NoteDeleted note -> told("noteId", note.noteId());
            case NoteRestored note -> told("noteId", note.noteId());
            case FilesAttached attached -> told("files", attached.files().size());
            case FileDetached detached -> told("fileId", detached.fileId());
            case CustomerRenamed renamed -> Map.of();
            case PurchasesRuledOut ruledOut -> Map.of();
            case PurchasesAllowed allowed -> Map.of();
            case CustomerArchived archived -> Map.of();
            case CustomerRestored restored -> Map.of();
            case CustomerErased erased -> Map.of();
            case UseRestricted restricted -> Map.of();
            case UseAllowed allowed -> Map.of();
        };
        ofCustomer(event.customerId(), detail, recorded, rows);
        if (event instanceof CustomerErased) {
            rows.writeAcross(COUNTED, event.customerId().tenantId(), event.customerId());
        }
    }

    /** A merge stands with who was merged, which is shown with the survivor; taking it back, with the survivor. */
    @EventHandler
    void on(MergeEvent event, Recorded recorded, Rows rows) {
        switch (event) {
            case PeopleMerged merged ->
                ofCustomer(
                        merged.mergedId(),
                        told("survivorId", merged.survivorId().local()),
                        recorded,
                        rows);
            case PeopleUnmerged unmerged ->
                ofCustomer(
                        unmerged.survivorId(),
                        told("mergedId", unmerged.mergedId().local()),
                        recorded,
                        rows);
            case PeopleFoundDifferent different ->
                ofCustomer(
                        different.oneId(), told("otherId", different.otherId().local()), recorded, rows);
        }
    }

    private static void ofCustomer(CustomerId customer, Map<String, Object> detail, Recorded recorded, Rows rows) {
        rows.write(
                recorded.position(),
                ENTRY,
                customer.tenantId(),
                recorded.position(),
                customer,
                null,
                null,
                null,
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    /** Never what a text says, which is personal. What only moves a text on, or is seen elsewhere, isn't told. */
    @EventHandler
    void on(ConversationEvent event, Recorded recorded, Rows rows) {
        switch (event) {
            case TextReceived text ->
                ofConversation(event, text.textId(), told("pictures", text.pictures()), recorded, rows);
            case TextWritten text ->
                ofConversation(
                        event,
                        text.textId(),
                        told("campaign", text.campaignId() != null ? "yes" : "no"),
                        recorded,
                        rows);
            case TextCancelled text -> ofConversation(event, text.textId(), Map.of(), recorded, rows);
            case TextBlocked text ->
                ofConversation(
                        event, text.textId(), told("reason", text.reasons().getFirst()), recorded, rows);
            case TextProgressed text -> {
                if (text.status() == TextStatus.UNDELIVERED || text.status() == TextStatus.FAILED) {
                    ofConversation(event, text.textId(), told("status", text.status()), recorded, rows);
                }
            }
            case SecondTryPlanned planned -> ofConversation(event, planned.secondId(), Map.of(), recorded, rows);
            case ConsentGiven given -> ofConversation(event, null, told("basis", given.basis()), recorded, rows);
            case OptedOut out -> ofConversation(event, null, told("way", out.way()), recorded, rows);
            case OptedIn in -> ofConversation(event, null, Map.of(), recorded, rows);
            case NumberFoundUnusable unusable -> ofConversation(event, null, Map.of(), recorded, rows);
            case PicturesAttached moved -> {}
            case TextChanged moved -> {}
            case TextHeld moved -> {}
            case TextPassed moved -> {}
            case ConversationSeen seen -> {}
            case ConversationAssigned assigned -> {}
            case ConversationUnassigned unassigned -> {}
            case CorrespondentErased erased -> {}
            case OptOutSuspected suspected -> {}
            case OptOutRuledOut ruledOut -> {}
        }
    }

    private static void ofConversation(
            ConversationEvent event, @Nullable UUID text, Map<String, Object> detail, Recorded recorded, Rows rows) {
        rows.write(
                recorded.position(),
                """
                INSERT INTO timeline_entry
                    (tenant_id, position, conversation_id, text_id, recorded_at, event, actor, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                event.conversationId().tenantId(),
                recorded.position(),
                event.conversationId(),
                text,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    @EventHandler
    void on(ProductEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case ProductAdded added -> {
                Map<String, Object> told = product(added.variant());
                told.put("imported", added.importId() != null ? "yes" : "no");
                yield told;
            }
            case ProductCorrected corrected -> product(corrected.variant());
            case ProductRetired retired -> Map.of();
            case ProductRestored restored -> Map.of();
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.productId().tenantId(),
                recorded.position(),
                null,
                event.productId(),
                null,
                null,
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    /** Never whom one speaks to there, which is personal. */
    @EventHandler
    void on(BuyerEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case BuyerAdded added -> buyer(added.name(), added.terms());
            case BuyerCorrected corrected -> buyer(corrected.name(), corrected.terms());
            case BuyerRetired retired -> Map.of();
            case BuyerRestored restored -> Map.of();
        };
        ofBuyer(event.buyerId(), recorded, detail, rows);
    }

    @EventHandler
    void on(PriceListEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case PricesPublished published ->
                told(
                        "version", published.version(),
                        "effectiveFrom", published.effectiveFrom(),
                        "products", published.prices().lines().size());
            case PricesWithdrawn withdrawn -> told("version", withdrawn.version());
            case PricingRulesSet set ->
                told(
                        "monthCount", set.rules().monthCount(),
                        "minimumMargin", set.rules().minimumMargin());
        };
        ofBuyer(event.priceListId(), recorded, detail, rows);
    }

    private static void ofBuyer(AggregateId buyer, Recorded recorded, Map<String, Object> detail, Rows rows) {
        rows.write(
                recorded.position(),
                BUYER_ENTRY,
                buyer.tenantId(),
                recorded.position(),
                buyer,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    private static Map<String, Object> buyer(String name, BuyerTerms terms) {
        return told(
                "name", name,
                "minimumMonths", terms.minimumMonths(),
                "deduction", terms.deduction(),
                "paymentDays", terms.paymentDays());
    }

    @EventHandler
    void on(DealEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case QuoteEvent quote -> DealDetails.of(quote);
            case CourseEvent course -> DealDetails.of(course);
            case DeliveryEvent delivery -> DealDetails.of(delivery);
            case InspectionEvent inspection -> DealDetails.of(inspection);
            case PhotoEvent photos -> DealDetails.of(photos);
            case PayoutEvent payout -> DealDetails.of(payout);
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.dealId().tenantId(),
                recorded.position(),
                null,
                null,
                event.dealId(),
                null,
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    @EventHandler
    void on(LotEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case LotStocked stocked ->
                told(
                        "item", stocked.item(),
                        "expiry", stocked.expiry(),
                        "grade", stocked.grade(),
                        "boxes", stocked.quantity(),
                        "landedCost", stocked.landedCost(),
                        "stockedOn", stocked.stockedOn());
            case LotSplit split ->
                told("boxes", split.quantity(), "landedCost", split.landedCost(), "splitOn", split.splitOn());
            case PartRejoined rejoined ->
                told(
                        "boxes", rejoined.quantity(),
                        "landedCost", rejoined.landedCost(),
                        "rejoinedOn", rejoined.rejoinedOn());
            case PartTakenBack taken ->
                told("boxes", taken.quantity(), "landedCost", taken.landedCost(), "takenBackOn", taken.takenBackOn());
            case LotMoved moved ->
                told(
                        "from",
                        Objects.requireNonNullElse(moved.from(), ""),
                        "to",
                        Objects.requireNonNullElse(moved.to(), ""));
            case LotRegraded regraded -> told("from", regraded.from(), "to", regraded.to());
            case LabelCorrected label ->
                told("lotNumber", Objects.requireNonNullElse(label.lotNumber(), ""), "expiry", label.expiry());
            case LotCounted counted ->
                told(
                        "counted", counted.counted(),
                        "difference", counted.difference(),
                        "landedCost", counted.landedCost(),
                        "countedOn", counted.countedOn());
            case LotWrittenOff off ->
                told(
                        "boxes", off.quantity(),
                        "landedCost", off.landedCost(),
                        "reason", off.reason(),
                        "writtenOffOn", off.writtenOffOn());
            case WriteOffUndone undone ->
                told("boxes", undone.quantity(), "landedCost", undone.landedCost(), "undoneOn", undone.undoneOn());
            case LotHeld held -> told("reason", held.reason());
            case HoldReleased released -> Map.of();
            case BoxesSetAside aside -> told("boxes", aside.quantity());
            case BoxesReleased released -> told("boxes", released.quantity());
            case SoldBoxesAdjusted adjusted ->
                told(
                        "returned", adjusted.returned(),
                        "deducted", adjusted.deducted(),
                        "landedCost", adjusted.landedCost(),
                        "adjustedOn", adjusted.adjustedOn());
            case LotTakenBack back -> Map.of();
            case LotSold sold ->
                told(
                        "item", sold.item(),
                        "buyer", sold.buyer(),
                        "boxes", sold.quantity(),
                        "proceeds", sold.proceeds(),
                        "landedCost", sold.landedCost(),
                        "profit", sold.proceeds().minus(sold.landedCost()),
                        "soldOn", sold.soldOn());
        };
        rows.write(
                recorded.position(),
                ENTRY,
                event.lotId().tenantId(),
                recorded.position(),
                null,
                null,
                event.dealId(),
                event.lotId(),
                null,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    @EventHandler
    void on(SaleEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case SaleDrafted drafted -> agreed(drafted.terms().buyer(), drafted.lines());
            case SaleRevised revised -> agreed(revised.terms().buyer(), revised.lines());
            case SaleOffered offered -> told("offeredOn", offered.offeredOn());
            case SaleConfirmed confirmed -> told("confirmedOn", confirmed.confirmedOn());
            case SaleReopened reopened -> Map.of();
            case SalePacked packed -> told("packedOn", packed.packedOn());
            case SaleShipped shipped -> {
                Map<String, Object> told = agreed(shipped.buyer(), shipped.lines());
                told.put("tracking", Objects.requireNonNullElse(shipped.tracking(), ""));
                told.put("shippedOn", shipped.shippedOn().toString());
                yield told;
            }
            case SaleDelivered delivered -> told("deliveredOn", delivered.deliveredOn());
            case BuyerInspected inspected ->
                told(
                        "rejected",
                                inspected.lines().stream()
                                        .mapToInt(InspectedLine::rejected)
                                        .sum(),
                        "inspectedOn", inspected.inspectedOn());
            case SaleInvoiced invoiced -> told("invoicedOn", invoiced.invoicedOn(), "dueOn", invoiced.dueOn());
            case ReceiptRecorded receipt ->
                told("amount", receipt.amount(), "receivedOn", receipt.receivedOn(), "receivedBy", receipt.method());
            case ReceiptUndone undone -> told("amount", undone.amount(), "undoneOn", undone.undoneOn());
            case SaleClosed closed -> told("closedOn", closed.closedOn());
            case SaleCancelled cancelled -> told("cancelledOn", cancelled.cancelledOn());
            case SaleTakenBack back -> Map.of();
            case SaleStepTakenBack back -> told("step", back.step());
            case SaleRecorded sold -> {
                Map<String, Object> told = agreed(sold.buyer(), sold.lines());
                told.put("soldOn", sold.soldOn().toString());
                yield told;
            }
        };
        sale(event.saleId(), detail, recorded, rows);
    }

    @EventHandler
    void on(InvoiceNumbered event, Recorded recorded, Rows rows) {
        sale(event.saleId(), told("number", event.number()), recorded, rows);
    }

    @EventHandler
    void on(ExpenseEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case ExpenseRecorded spent -> spent(spent.category(), spent.amount(), spent.spentOn());
            case ExpenseCorrected corrected -> spent(corrected.category(), corrected.amount(), corrected.spentOn());
            case ExpenseVoided voided -> Map.of();
            case ExpenseRestored restored -> Map.of();
        };
        booked(event.expenseId(), event.expenseId(), null, detail, recorded, rows);
    }

    @EventHandler
    void on(MileageEvent event, Recorded recorded, Rows rows) {
        Map<String, Object> detail = switch (event) {
            case MileageTripRecorded driven -> driven(driven.tenthsOfMiles(), driven.deduction(), driven.drivenOn());
            case MileageTripCorrected corrected ->
                driven(corrected.tenthsOfMiles(), corrected.deduction(), corrected.drivenOn());
            case MileageTripVoided voided -> Map.of();
            case MileageTripRestored restored -> Map.of();
        };
        booked(event.tripId(), null, event.tripId(), detail, recorded, rows);
    }

    private static void booked(
            AggregateId id,
            @Nullable ExpenseId expense,
            @Nullable MileageTripId trip,
            Map<String, Object> detail,
            Recorded recorded,
            Rows rows) {
        rows.write(
                recorded.position(),
                """
                INSERT INTO timeline_entry
                    (tenant_id, position, expense_id, trip_id, recorded_at, event, actor, detail)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                id.tenantId(),
                recorded.position(),
                expense,
                trip,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    private static Map<String, Object> spent(ExpenseCategory category, Money amount, LocalDate on) {
        return told("category", category, "amount", amount, "spentOn", on);
    }

    private static Map<String, Object> driven(int tenthsOfMiles, Money deduction, LocalDate on) {
        return told("tenthsOfMiles", tenthsOfMiles, "deduction", deduction, "drivenOn", on);
    }

    private static void sale(SaleId sale, Map<String, Object> detail, Recorded recorded, Rows rows) {
        rows.write(
                recorded.position(),
                ENTRY,
                sale.tenantId(),
                recorded.position(),
                null,
                null,
                null,
                null,
                sale,
                recorded.at(),
                recorded.event(),
                recorded.actor(),
                Json.text(detail));
    }

    private static Map<String, Object> agreed(String buyer, List<SaleLine> lines) {
        return told(
                "buyer", buyer,
                "boxes", lines.stream().mapToInt(SaleLine::quantity).sum(),
                "price", DealDetails.total(lines.stream().map(SaleLine::price)));
    }

    private static Map<String, Object> product(ProductVariant variant) {
        Map<String, Object> detail = told("name", variant.name(), "channel", variant.channel());
        if (variant.code() != null) {
            detail.put("code", variant.code());
        }
        return detail;
    }

    private static long count(ContactsCorrected corrected, ContactKind kind) {
        return corrected.contacts().stream()
                .filter(contact -> contact.kind() == kind)
                .count();
    }

    private static Map<String, Object> person(int phones, int emails, @Nullable String leadSource) {
        Map<String, Object> detail = told("phones", phones, "emails", emails);
        if (leadSource != null) {
            detail.put("leadSource", leadSource);
        }
        return detail;
    }

    /** Names and values in turn. Numbers and amounts stay what they are; everything else becomes a text. */
    static Map<String, Object> told(Object... namesAndValues) {
        Map<String, Object> detail = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            detail.put(
                    (String) namesAndValues[i],
                    value instanceof Number || value instanceof Money ? value : value.toString());
        }
        return detail;
    }
}
