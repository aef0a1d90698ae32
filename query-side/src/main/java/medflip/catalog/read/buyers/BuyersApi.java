package medflip.catalog.read.buyers;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Questions about buyers. */
@RestController("buyerQuestionsApi")
class BuyersApi {

    private static final CsvColumns<Buyer> CSV = new CsvColumns<Buyer>()
            .text("Name", Buyer::name)
            .text("Contact", Buyer::contact)
            .text("Phone", Buyer::phone)
            .text("E-mail", Buyer::email)
            .value("Minimum months", Buyer::minimumMonths)
            .value("Grades", buyer -> joined(buyer.grades()))
            .value("Channels", buyer -> joined(buyer.channels()))
            .value("Deduction percent", Buyer::deduction)
            .value("Price fixed", Buyer::priceFixed)
            .value("Payment days", Buyer::paymentDays)
            .text("Note", Buyer::note)
            .value("Retired", Buyer::retired)
            .value("Id", Buyer::id);

    private final BuyersStore store;

    BuyersApi(BuyersStore store) {
        this.store = store;
    }

    /** A page of the buyers. Sorts: name, minimumMonths, paymentDays. */
    @GetMapping("/api/buyers")
    @Reads(BuyersProjection.GROUP)
    Page<Buyer> findWholesaleBuyers(
            Caller caller, @ParameterObject FindBuyers question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/buyers.csv")
    @Reads(BuyersProjection.GROUP)
    Listing<Buyer> exportBuyers(
            Caller caller,
            @ParameterObject FindBuyers question,
            @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("buyers", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("buyer", Buyer::id, List.of());
    }

    /** One buyer. */
    @GetMapping("/api/buyers/{id}")
    @Reads(BuyersProjection.GROUP)
    Buyer findBuyer(Caller caller, @PathVariable UUID id) {
        return store.buyer(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static String joined(List<?> constants) {
        return constants.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
