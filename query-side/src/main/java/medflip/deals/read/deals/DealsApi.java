package medflip.deals.read.deals;

import java.util.List;
import java.util.UUID;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about deals. */
@RestController("dealQuestionsApi")
class DealsApi {

    private static final String BUYERS = "catalog.buyers";
    private static final String PEOPLE = "customers.people";
    private static final String STOCK = "inventory.stock";
    private static final String SALES = "sales.sales";

    private static final CsvColumns<DealItem> CSV = new CsvColumns<DealItem>()
            .value("Date", DealItem::date)
            .text("Customer", DealItem::customerName)
            .value("State", DealItem::state)
            .value("Since", DealItem::stateSince)
            .value("On hold", DealItem::hold)
            .value("Valid until", DealItem::validUntil)
            .text("Items", DealItem::items)
            .value("Boxes", DealItem::boxes)
            .money("Quoted", DealItem::quoted)
            .money("Owed", DealItem::owed)
            .money("Paid", DealItem::paid)
            .value("To return", DealItem::toReturn)
            .money("Landed cost", DealItem::landedCost)
            .money("Proceeds", DealItem::proceeds)
            .money("Profit", DealItem::profit)
            .value("Currency", deal -> deal.paid().currency())
            .value("Imported", DealItem::imported)
            .value("Customer id", DealItem::customerId)
            .value("Id", DealItem::id);

    private final DealsStore store;
    private final BoardStore board;

    DealsApi(DealsStore store, BoardStore board) {
        this.store = store;
        this.board = board;
    }

    /** A page of the deals. Sorts: date, customerName, state, stateSince, quoted, profit. */
    @GetMapping("/api/deals")
    @Reads({DealsProjection.GROUP, PEOPLE})
    Page<DealItem> findDeals(Caller caller, @ParameterObject FindDeals question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The deals that are under way, by where they stand; the same filters as the list's. */
    @GetMapping("/api/deals/board")
    @Reads({DealsProjection.GROUP, PEOPLE})
    Board findBoard(Caller caller, @ParameterObject FindDeals question) {
        return board.board(caller.tenant(), question);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/deals.csv")
    @Reads({DealsProjection.GROUP, PEOPLE})
    Listing<DealItem> exportDeals(
            Caller caller, @ParameterObject FindDeals question, @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("deals", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("deal", DealItem::id, List.of(DealItem::customerId));
    }

    /** One deal. */
    @GetMapping("/api/deals/{id}")
    @Reads({DealsProjection.GROUP, BUYERS, PEOPLE, STOCK, SALES})
    Deal findDeal(Caller caller, @PathVariable UUID id) {
        return store.deal(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
