package medflip.reports.read.profit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Reads;
import medflip.reports.read.profit.ProfitByMonth.MonthProfit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions about profit. */
@RestController
class ProfitApi {

    private static final String ACCOUNT = "accounts.workspace";

    private static final CsvColumns<MonthProfit> CSV = new CsvColumns<MonthProfit>()
            .value("Month", MonthProfit::month)
            .value("Boxes", MonthProfit::boxes)
            .money("Proceeds", MonthProfit::proceeds)
            .money("Landed cost", MonthProfit::landedCost)
            .money("Profit", MonthProfit::profit)
            .value("Currency", month -> month.profit().currency());

    private final ProfitStore store;

    ProfitApi(ProfitStore store) {
        this.store = store;
    }

    /** What was earned, month by month. */
    @GetMapping("/api/reports/profit-by-month")
    @Reads({ProfitProjection.GROUP, ACCOUNT})
    ProfitByMonth findProfitByMonth(Caller caller) {
        return store.byMonth(caller.tenant()).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** The same as a file. */
    @GetMapping(path = "/api/reports/profit-by-month.csv", produces = CsvResponse.MEDIA_TYPE)
    @Reads({ProfitProjection.GROUP, ACCOUNT})
    void exportProfitByMonth(Caller caller, HttpServletResponse response) throws IOException {
        ProfitByMonth report = findProfitByMonth(caller);
        CsvResponse.write(
                response, "profit-by-month", CSV, each -> report.months().forEach(each));
    }
}
