package medflip.reports.read.compliance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Page;
import medflip.platform.web.PageRequest;
import medflip.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers what was bought from whom, with which statement. */
@RestController
class ComplianceApi {

    private static final String DEALS = "deals.deals";
    private static final String PEOPLE = "customers.people";

    private static final CsvColumns<CompliancePurchase> CSV = new CsvColumns<CompliancePurchase>()
            .value("Accepted on", CompliancePurchase::acceptedOn)
            .text("Customer", CompliancePurchase::customerName)
            .value("Attestation", CompliancePurchase::attestationVersion)
            .value("Accepted by", CompliancePurchase::acceptedBy)
            .text("Items", CompliancePurchase::items)
            .value("Boxes", CompliancePurchase::boxes)
            .value("Received on", CompliancePurchase::receivedOn)
            .money("Bought for", CompliancePurchase::agreed)
            .money("Paid", CompliancePurchase::paid)
            .value("Currency", purchase -> purchase.paid().currency())
            .value("Customer id", CompliancePurchase::customerId)
            .value("Deal id", CompliancePurchase::dealId);

    private final ComplianceStore store;

    ComplianceApi(ComplianceStore store) {
        this.store = store;
    }

    /** A page of the accepted offers. Sorts: acceptedOn, customerName. */
    @GetMapping("/api/compliance")
    @Reads({DEALS, PEOPLE})
    Page<CompliancePurchase> findCompliance(
            Caller caller, @ParameterObject FindPurchases question, @ParameterObject PageRequest page) {
        return store.page(caller.tenant(), question, page);
    }

    /** The whole list as a file. */
    @GetMapping(path = "/api/compliance.csv", produces = CsvResponse.MEDIA_TYPE)
    @Reads({DEALS, PEOPLE})
    void exportCompliance(
            Caller caller,
            @ParameterObject FindPurchases question,
            @RequestParam(required = false) @Nullable String sort,
            HttpServletResponse response)
            throws IOException {
        CsvResponse.write(response, "compliance", CSV, each -> store.forEach(caller.tenant(), question, sort, each));
    }
}
