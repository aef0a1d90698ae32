package medflip.imports.write;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportRowStore.Entered;
import medflip.imports.write.ImportStore.About;
import medflip.imports.write.ImportStore.Standing;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Reading.ReadRow;
import medflip.imports.write.Reading.ShownRow;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The rows of an import: how they are understood, and what became of them. */
@RestController
@RequestMapping("/api/imports/{id}")
class ImportRowsApi {

    private final ImportStore store;
    private final ImportRowStore results;

    ImportRowsApi(ImportStore store, ImportRowStore results) {
        this.store = store;
        this.results = results;
    }

    /** Which rows are asked for; written as the query says it. */
    enum Only {
        good,
        bad
    }

    /** What became of a row; of one that was taken back or kept, why. */
    record ResultBody(
            int row,
            Result result,
            @Nullable String reason,
            @Nullable Boolean takenBack,
            @Nullable String keptReason) {

        static ResultBody of(Entered entered) {
            return new ResultBody(
                    entered.row(), entered.result(), entered.reason(), entered.takenBack(), entered.keptReason());
        }
    }

    private static final CsvColumns<ResultBody> REPORT = new CsvColumns<ResultBody>()
            .value("Row", ResultBody::row)
            .value("What happened", ResultBody::result)
            .text("Why", ResultBody::reason)
            .value("Undone", result -> result.takenBack() == null ? null : result.takenBack() ? "taken back" : "kept")
            .text("Why it was kept", ResultBody::keptReason);

    /**
     * Rows as they stood in the file and as they will be entered. At the end, only those that stayed outside are left.
     */
    @GetMapping("/rows")
    Page<ShownRow> findImportRows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Only only,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        ImportsApi.checkPage(page, size);
        Standing standing = standing(caller, id);
        Optional<Reading<?>> reading = only == Only.bad ? Optional.empty() : reading(standing);
        return reading.isPresent()
                ? page(reading.get(), only, page, size)
                : page(only == Only.good ? List.of() : store.faulty(standing.id()), page, size, row -> row);
    }

    private static <R> Page<ShownRow> page(Reading<R> reading, @Nullable Only only, int page, int size) {
        List<ReadRow<R>> rows = reading.rows().stream()
                .filter(row -> only == null || row.isGood())
                .toList();
        return page(rows, page, size, reading::shown);
    }

    /** The same rows as a file, each with its number and its faults. */
    @GetMapping(path = "/rows.csv", produces = CsvResponse.MEDIA_TYPE)
    void exportImportRows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Only only,
            HttpServletResponse response)
            throws IOException {
        Standing standing = standing(caller, id);
        CsvColumns<ShownRow> columns = new CsvColumns<ShownRow>().value("Row", ShownRow::row);
        for (About.Meaning heading : standing.about().columns()) {
            columns.text(heading.column(), row -> row.values().get(heading.column()));
        }
        columns.text(
                "Faults",
                row -> row.faults().stream()
                        .map(fault -> fault.column() + ": " + fault.reason())
                        .collect(Collectors.joining("; ")));
        CsvResponse.write(response, "rows", columns, all(standing, only)::forEach);
    }

    /** What became of the good rows, by the import or by the last try. */
    @GetMapping("/results")
    Page<ResultBody> findImportResults(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Result result,
            @RequestParam(required = false) @Nullable Boolean takenBack,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        ImportsApi.checkPage(page, size);
        List<Entered> found = new ArrayList<>();
        results.each(standing(caller, id).id(), entered -> {
            if ((result == null || result == entered.result())
                    && (takenBack == null || takenBack.equals(entered.takenBack()))) {
                found.add(entered);
            }
        });
        return page(found, page, size, ResultBody::of);
    }

    /** The report: each row, what happened and why. */
    @GetMapping(path = "/report.csv", produces = CsvResponse.MEDIA_TYPE)
    void exportImportReport(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Standing standing = standing(caller, id);
        List<ResultBody> rows = new ArrayList<>();
        results.each(standing.id(), entered -> rows.add(ResultBody.of(entered)));
        Set<Integer> known = rows.stream().map(ResultBody::row).collect(Collectors.toSet());
        store.faulty(standing.id()).stream()
                .filter(row -> !known.contains(row.row()))
                .forEach(row -> rows.add(new ResultBody(
                        row.row(),
                        Result.REFUSED,
                        row.faults().stream()
                                .map(fault -> fault.column() + ": " + fault.reason())
                                .collect(Collectors.joining("; ")),
                        null,
                        null)));
        rows.sort(Comparator.comparingInt(ResultBody::row));
        CsvResponse.write(response, "import-report", REPORT, rows::forEach);
    }

    private List<ShownRow> all(Standing standing, @Nullable Only only) {
        Optional<Reading<?>> reading = only == Only.bad ? Optional.empty() : reading(standing);
        return reading.isPresent()
                ? page(reading.get(), only, 0, Sheet.ROWS_MAX).items()
                : store.faulty(standing.id());
    }

    /** Of what the file says; nothing once all is in, since then the file is gone. */
    private Optional<Reading<?>> reading(Standing standing) {
        return store.content(standing.id())
                .map(content -> Reading.of(content, standing.about().understanding()));
    }

    private Standing standing(Caller caller, UUID id) {
        return store.find(ImportId.of(caller.tenant(), id))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static <A, B> Page<B> page(List<A> all, int page, int size, Function<A, B> shown) {
        return new Page<>(
                all.stream().skip((long) page * size).limit(size).map(shown).toList(), page, size, all.size());
    }
}
