package medflip.reports.read.quotes;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Reads;
import medflip.reports.read.quotes.QuoteFunnel.FunnelMonth;
import medflip.reports.read.quotes.QuoteGap.CauseGap;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what became of quotes. */
@RestController
class QuotesApi {

    private static final String DEALS = "deals.deals";
    private static final String WORKSPACE = "accounts.workspace";

    private static final CsvColumns<FunnelMonth> FUNNEL = new CsvColumns<FunnelMonth>()
            .value("Month", FunnelMonth::month)
            .value("Quoted", FunnelMonth::quoted)
            .value("Accepted", FunnelMonth::accepted)
            .value("Received", FunnelMonth::received)
            .value("Bought", FunnelMonth::bought)
            .value("Paid", FunnelMonth::paid)
            .money("Quoted amount", FunnelMonth::quotedMoney)
            .money("Bought for", FunnelMonth::boughtMoney)
            .value("Currency", month -> month.quotedMoney().currency());

    private static final CsvColumns<CauseGap> GAP = new CsvColumns<CauseGap>()
            .value("Cause", CauseGap::cause)
            .value("Boxes", CauseGap::boxes)
            .money("Gap", CauseGap::gap)
            .value("Currency", cause -> cause.gap().currency());

    private final QuotesStore store;

    QuotesApi(QuotesStore store) {
        this.store = store;
    }

    /** How far the quotes of each month came. */
    @GetMapping("/api/reports/quote-funnel")
    @Reads({WORKSPACE, DEALS})
    QuoteFunnel findQuoteFunnel(Caller caller, @ParameterObject Period period) {
        return store.funnel(caller.tenant(), period).orElseThrow(QuotesApi::absent);
    }

    @GetMapping(path = "/api/reports/quote-funnel.csv", produces = CsvResponse.MEDIA_TYPE)
    @Reads({WORKSPACE, DEALS})
    void exportQuoteFunnel(Caller caller, @ParameterObject Period period, HttpServletResponse response)
            throws IOException {
        QuoteFunnel funnel = findQuoteFunnel(caller, period);
        CsvResponse.write(response, "quote-funnel", FUNNEL, funnel.months()::forEach);
    }

    /** Why less is paid than was quoted. */
    @GetMapping("/api/reports/quote-gap")
    @Reads({WORKSPACE, DEALS})
    QuoteGap findQuoteGap(Caller caller, @ParameterObject Period period) {
        return store.gap(caller.tenant(), period).orElseThrow(QuotesApi::absent);
    }

    @GetMapping(path = "/api/reports/quote-gap.csv", produces = CsvResponse.MEDIA_TYPE)
    @Reads({WORKSPACE, DEALS})
    void exportQuoteGap(Caller caller, @ParameterObject Period period, HttpServletResponse response)
            throws IOException {
        QuoteGap gap = findQuoteGap(caller, period);
        CsvResponse.write(response, "quote-gap", GAP, gap.causes()::forEach);
    }

    private static CommandRejected absent() {
        return new CommandRejected(RequestRejection.NOT_FOUND);
    }
}
