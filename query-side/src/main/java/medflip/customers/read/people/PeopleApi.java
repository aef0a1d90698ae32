package medflip.customers.read.people;

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

/** Questions about people. */
@RestController
class PeopleApi {

    /** Sums of money are in the business's currency, which each of them names. */
    private static final String ACCOUNT = "accounts.workspace";

    /** Lead sources are shown by the names that they have now. */
    private static final String PLAN = "customers.plan";

    private static final CsvColumns<CustomerItem> CSV = new CsvColumns<CustomerItem>()
            .text("Name", CustomerItem::name)
            .text("Phones", person -> String.join(", ", person.phones()))
            .text("E-mails", person -> String.join(", ", person.emails()))
            .text("Lead source", CustomerItem::leadSource)
            .value("Do not buy", CustomerItem::doNotBuy)
            .value("Restricted", CustomerItem::restricted)
            .value("Deals", CustomerItem::deals)
            .value("Boxes", CustomerItem::boxes)
            .money("Paid", CustomerItem::paid)
            .money("Proceeds", CustomerItem::proceeds)
            .money("Profit", CustomerItem::profit)
            .value("Currency", person -> person.paid().currency())
            .value("Last deal", CustomerItem::lastDealOn)
            .value("Registered", CustomerItem::registeredAt)
            .value("Archived", CustomerItem::archived)
            .value("Id", CustomerItem::id);

    private final PeopleStore store;

    PeopleApi(PeopleStore store) {
        this.store = store;
    }

    /** A page of the people. Sorts: name, lastDealOn, deals, paid, profit, registeredAt. */
    @GetMapping("/api/customers")
    @Reads({PeopleProjection.GROUP, ACCOUNT, PLAN})
    Page<CustomerItem> findPeople(
            Caller caller, @ParameterObject FindPeople question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** Everybody whom a filter finds, at most 5,000, as steps for many people need to know them. */
    @GetMapping("/api/customers/chosen")
    @Reads({PeopleProjection.GROUP, ACCOUNT, PLAN})
    ChosenPeople findChosenPeople(Caller caller, @ParameterObject FindPeople question) {
        return store.chosen(caller.tenant(), question);
    }

    /** The whole list as a file. */
    @ExportMapping("/api/customers.csv")
    @Reads({PeopleProjection.GROUP, ACCOUNT, PLAN})
    Listing<CustomerItem> exportPeople(
            Caller caller,
            @ParameterObject FindPeople question,
            @RequestParam(required = false) @Nullable String sort) {
        return Listing.of("customers", CSV, each -> store.forEach(caller.tenant(), question, sort, each))
                .ofThings("customer", CustomerItem::id, List.of());
    }

    /** Every lead source in use, in order. */
    @GetMapping("/api/customers/lead-sources")
    @Reads({PeopleProjection.GROUP, PLAN})
    List<String> findLeadSources(Caller caller) {
        return store.leadSources(caller.tenant());
    }

    /** One person. */
    @GetMapping("/api/customers/{id}")
    @Reads({PeopleProjection.GROUP, ACCOUNT, PLAN})
    Customer findPerson(Caller caller, @PathVariable UUID id) {
        return store.customer(caller.tenant(), id).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
