package medflip.platform.report;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import medflip.kernel.Money;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.report.Report.About;
import medflip.platform.report.ReportColumn.Kind;
import medflip.platform.report.ReportStore.ReportLine;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.ExportMapping;
import medflip.platform.web.Listing;
import medflip.platform.web.ReadYourWrites;
import medflip.platform.web.Reads;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Every report, by its name. */
@RestController
@RequestMapping("/api/reports")
class ReportsApi {

    private final Map<String, ReportDefinition> definitions;
    private final ReportStore store;
    private final ReadYourWrites readYourWrites;

    ReportsApi(List<ReportDefinition> definitions, ReportStore store, ReadYourWrites readYourWrites) {
        this.definitions = definitions.stream()
                .collect(
                        Collectors.toMap(ReportDefinition::name, Function.identity(), ReportsApi::twice, TreeMap::new));
        this.store = store;
        this.readYourWrites = readYourWrites;
    }

    /** Which reports there are, by group and title. */
    @GetMapping
    List<About> findReports() {
        return definitions.values().stream()
                .map(About::of)
                .sorted(java.util.Comparator.comparing(About::group).thenComparing(About::title))
                .toList();
    }

    /** One report, with at most its first 500 rows and the sums of all. */
    @GetMapping("/{report}")
    @Reads(
            value = {},
            more = true)
    Report findReport(
            Caller caller,
            @PathVariable String report,
            @ParameterObject FindReport question,
            HttpServletRequest request,
            HttpServletResponse response) {
        ReportDefinition definition = asked(report, question, request, response);
        return store.read(caller.tenant(), definition, question)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    /** The whole report as a file. */
    @ExportMapping("/{report}.csv")
    @Reads(
            value = {},
            more = true)
    Listing<ReportLine> exportReport(Caller caller, @PathVariable String report, @ParameterObject FindReport question) {
        ReportDefinition definition = known(report, question);
        return Listing.<ReportLine>of(
                        report, csv(definition), each -> store.forEach(caller.tenant(), definition, question, each))
                .telling(line -> told(definition, line))
                .reading(definition.reads());
    }

    private ReportDefinition asked(
            String report, FindReport question, HttpServletRequest request, HttpServletResponse response) {
        ReportDefinition definition = known(report, question);
        readYourWrites.await(definition.reads(), request, response);
        return definition;
    }

    private ReportDefinition known(String report, FindReport question) {
        ReportDefinition definition = definitions.get(report);
        if (definition == null) {
            throw new CommandRejected(RequestRejection.NOT_FOUND);
        }
        question.check(definition);
        return definition;
    }

    /** Cells by the names of their columns. Amounts are in minor units, and the currency stands beside them. */
    private static Map<String, Object> told(ReportDefinition definition, ReportLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        for (int i = 0; i < definition.columns().size(); i++) {
            told.put(definition.columns().get(i).id(), line.row().cells().get(i));
        }
        told.put("currency", line.currency());
        if (line.row().link() != null) {
            told.put("link", line.row().link());
        }
        return told;
    }

    private static CsvColumns<ReportLine> csv(ReportDefinition definition) {
        CsvColumns<ReportLine> csv = new CsvColumns<>();
        List<ReportColumn> columns = definition.columns();
        for (int i = 0; i < columns.size(); i++) {
            int place = i;
            String title = columns.get(i).title();
            switch (columns.get(i).kind()) {
                case TEXT -> csv.text(title, line -> (String) line.row().cells().get(place));
                case DATE, MONTH, COUNT ->
                    csv.value(title, line -> line.row().cells().get(place));
                case TENTHS ->
                    csv.value(
                            title,
                            line -> BigDecimal.valueOf((Long) line.row().cells().get(place), 1));
                case MONEY, PROFIT ->
                    csv.money(title, line -> new Money((Long) line.row().cells().get(place), line.currency()));
            }
        }
        if (columns.stream().anyMatch(column -> column.kind() == Kind.MONEY || column.kind() == Kind.PROFIT)) {
            csv.value("Currency", ReportLine::currency);
        }
        return csv;
    }

    private static ReportDefinition twice(ReportDefinition one, ReportDefinition other) {
        throw new IllegalStateException("Two reports are called " + one.name() + ": " + other.title());
    }
}
