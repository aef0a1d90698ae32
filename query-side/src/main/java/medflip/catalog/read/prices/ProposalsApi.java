package medflip.catalog.read.prices;

import java.util.List;
import java.util.UUID;
import medflip.catalog.read.prices.SaleProposal.ProposedSale;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Reads;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers who pays most for what is on hand. */
@RestController
class ProposalsApi {

    private static final String PRODUCTS = "catalog.products";
    private static final String BUYERS = "catalog.buyers";
    private static final String STOCK = "inventory.stock";
    private static final String WORKSPACE = "accounts.workspace";

    private final ProposalsStore store;

    ProposalsApi(ProposalsStore store) {
        this.store = store;
    }

    /** What each buyer with a price list would pay, the most first. */
    @GetMapping("/api/sale-proposals")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE, STOCK})
    List<SaleProposal> findSaleProposals(Caller caller, @ParameterObject FindProposals question) {
        return store.proposals(caller.tenant(), question);
    }

    /** What one buyer would pay, lot by lot; at most 500 lots. */
    @GetMapping("/api/sale-proposals/{id}")
    @Reads({PricesProjection.GROUP, PRODUCTS, BUYERS, WORKSPACE, STOCK})
    ProposedSale findSaleProposal(Caller caller, @PathVariable UUID id, @ParameterObject FindProposals question) {
        return store.proposal(caller.tenant(), id, question)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }
}
