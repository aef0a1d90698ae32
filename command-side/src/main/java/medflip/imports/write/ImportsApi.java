package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.BuyerId;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.ImportCommand.StartImport;
import medflip.imports.write.ImportCommand.UndoImport;
import medflip.imports.write.ImportRows.Counts;
import medflip.imports.write.ImportRows.Entered;
import medflip.imports.write.ImportStore.About;
import medflip.imports.write.ImportStore.Standing;
import medflip.imports.write.ImportStore.State;
import medflip.imports.write.ImportStore.Upload;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Kind.Mode;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Reading.ReadRow;
import medflip.imports.write.Reading.ShownRow;
import medflip.imports.write.SheetForm.Delimiter;
import medflip.imports.write.SheetForm.Encoding;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.platform.command.KnownStreams;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
import medflip.platform.text.LooseDates.DayOrder;
import medflip.platform.text.LooseMoney.DecimalSign;
import medflip.platform.web.CommandAnswer;
import medflip.platform.web.CommandRequest;
import medflip.platform.web.CsvColumns;
import medflip.platform.web.CsvResponse;
import medflip.platform.web.Faults;
import medflip.platform.web.Page;
import medflip.platform.web.Reads;
import medflip.platform.web.Versioned;
import medflip.platform.web.WebHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports of files: upload, how they are understood, preview, a try, start, progress, report, undoing. An import's
 * version counts what people did with it.
 */
@RestController
@RequestMapping("/api/imports")
class ImportsApi {

    private static final int FILE_BYTES_MAX = 5 * 1024 * 1024;
    private static final int FILE_NAME_MAX = 200;
    private static final int PAGE_MAX = 200;

    private final ImportStore store;
    private final ImportRows results;
    private final ImportRunner runner;
    private final Understanding understanding;
    private final KnownStreams known;
    private final BlindIndex index;

    ImportsApi(
            ImportStore store,
            ImportRows results,
            ImportRunner runner,
            Understanding understanding,
            KnownStreams known,
            BlindIndex index) {
        this.store = store;
        this.results = results;
        this.runner = runner;
        this.understanding = understanding;
        this.known = known;
        this.index = index;
    }

    /** Which rows are asked for; written as the query says it. */
    enum Only {
        good,
        bad
    }

    /** Something that a column can be taken for. */
    record FieldBody(String word, String heading, boolean required) {}

    /** How a file is read and what is to be done with it. */
    record SettingsView(
            Encoding encoding,
            Delimiter delimiter,
            int headingRow,
            DayOrder dayOrder,
            DecimalSign decimalSign,
            boolean spentIsNegative,
            Mode mode,
            MatchBy matchBy,
            @Nullable UUID buyerId,
            @Nullable LocalDate effectiveFrom) {

        static SettingsView of(Settings settings) {
            return new SettingsView(
                    settings.form().encoding(),
                    settings.form().delimiter(),
                    settings.form().headingRow(),
                    settings.dayOrder(),
                    settings.decimalSign(),
                    settings.spentIsNegative(),
                    settings.mode(),
                    settings.matchBy(),
                    settings.buyerId(),
                    settings.effectiveFrom());
        }
    }

    /**
     * An import and how far it is. Of {@code goodRows} so many are {@code done}; what became of them is counted, also
     * after a try ({@code checked}). {@code missing} names what no column is taken for, although every row needs it;
     * {@code position} is 0 until it has finished.
     */
    record ImportBody(
            UUID id,
            State state,
            ImportSubject subject,
            String fileName,
            Instant uploadedAt,
            int rows,
            int goodRows,
            int badRows,
            boolean checked,
            Counts counts,
            List<About.Meaning> columns,
            List<FieldBody> fields,
            List<String> missing,
            List<Mode> modes,
            List<MatchBy> matches,
            SettingsView settings,
            long version,
            long position)
            implements Versioned {

        static ImportBody of(Standing standing) {
            Settings settings = standing.about().understanding();
            Kind<?> kind = Kinds.of(settings.subject());
            List<Field> taken = settings.columns().stream()
                    .filter(Objects::nonNull)
                    .map(kind::called)
                    .flatMap(Optional::stream)
                    .toList();
            return new ImportBody(
                    standing.id().local(),
                    standing.state(),
                    settings.subject(),
                    standing.about().fileName(),
                    standing.uploadedAt(),
                    standing.rows(),
                    standing.goodRows(),
                    standing.badRows(),
                    standing.checked(),
                    standing.counts(),
                    standing.about().columns(),
                    Stream.concat(kind.fields().stream(), taken.stream())
                            .distinct()
                            .map(field -> new FieldBody(field.word(), field.heading(), field.required()))
                            .toList(),
                    kind.missing(taken).stream().map(Field::word).toList(),
                    kind.modes(),
                    kind.matches(),
                    SettingsView.of(settings),
                    standing.version(),
                    standing.finishedPosition());
        }
    }

    /**
     * How a file is to be understood. What is left out stays as it is, or is guessed anew if the file is about
     * something else or read otherwise; {@code buyerId} and {@code effectiveFrom} are of price lists, and count as they
     * are.
     */
    record SettingsBody(
            @Nullable ImportSubject subject,
            @Nullable Encoding encoding,
            @Nullable Delimiter delimiter,
            @Nullable Integer headingRow,
            @Nullable List<@Nullable String> columns,
            @Nullable DayOrder dayOrder,
            @Nullable DecimalSign decimalSign,
            @Nullable Boolean spentIsNegative,
            @Nullable Mode mode,
            @Nullable MatchBy matchBy,
            @Nullable UUID buyerId,
            @Nullable LocalDate effectiveFrom) {}

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

    /** Takes a CSV file, reads it and keeps it with what was understood; nothing is in the books yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<CommandAnswer> upload(
            CommandRequest request,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable ImportSubject subject)
            throws IOException {
        require(request.idempotencyKey() != null, RequestRejection.IDEMPOTENCY_KEY_REQUIRED);
        require(file.getSize() <= FILE_BYTES_MAX, ImportRejection.TOO_LARGE);
        TenantId tenant = request.caller().tenant();
        String key = Objects.requireNonNull(request.idempotencyKey());
        byte[] content = file.getBytes();
        String name = fileName(file.getOriginalFilename());
        String sha256 = sha256(content);
        String hash = index.hex(tenant, "import-upload", name + "\n" + sha256);
        if (store.byKey(tenant, key).isEmpty()) {
            store.add(
                    new Upload(ImportId.of(tenant, Ids.next()), key, hash, sha256, name, content),
                    understanding.first(tenant, content, subject));
        }
        Standing standing = store.byKey(tenant, key).orElseThrow();
        require(standing.requestHash().equals(hash), RequestRejection.IDEMPOTENCY_MISMATCH);
        return answer(HttpStatus.CREATED, standing, 0);
    }

    /** The newest first. */
    @GetMapping
    @Reads(WhenImportStartedThenRun.GROUP)
    Page<ImportBody> findImports(
            Caller caller, @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        checkPage(page, size);
        List<ImportBody> items = store.page(caller.tenant(), page, size).stream()
                .map(ImportBody::of)
                .toList();
        return new Page<>(items, page, size, store.count(caller.tenant()));
    }

    /** One import, and how far it is. */
    @GetMapping("/{id}")
    @Reads(WhenImportStartedThenRun.GROUP)
    ImportBody findImport(Caller caller, @PathVariable UUID id) {
        return ImportBody.of(standing(caller, id));
    }

    /** Says how the file is to be understood; the answer's version is needed to start it. */
    @PutMapping("/{id}/settings")
    ResponseEntity<CommandAnswer> understand(
            CommandRequest request, @PathVariable UUID id, @RequestBody SettingsBody body) {
        Faults faults = new Faults();
        faults.check(
                body.headingRow() == null || body.headingRow() >= 1 && body.headingRow() <= Sheet.ROWS_MAX,
                "headingRow",
                "Rows are numbered from 1.");
        faults.throwIfAny();
        Standing standing = previewed(request, id);
        if (body.buyerId() != null) {
            known.requireKnown(BuyerId.of(request.caller().tenant(), body.buyerId()));
        }
        Reading<?> reading = understanding.changed(
                standing.about().understanding(), store.content(standing.id()).orElseThrow(), body);
        require(store.reread(standing, reading), RequestRejection.VERSION_CONFLICT);
        return answer(HttpStatus.OK, standing(request.caller(), id), 0);
    }

    /**
     * Rows as they stood in the file and as they will be entered. At the end, only those that stayed outside are left.
     */
    @GetMapping("/{id}/rows")
    Page<ShownRow> findImportRows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Only only,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        checkPage(page, size);
        Standing standing = standing(caller, id);
        if (only == Only.bad || !standing.hasContent()) {
            return page(only == Only.good ? List.of() : store.faulty(standing.id()), page, size, row -> row);
        }
        return page(reading(standing), only, page, size);
    }

    private static <R> Page<ShownRow> page(Reading<R> reading, @Nullable Only only, int page, int size) {
        List<ReadRow<R>> rows = reading.rows().stream()
                .filter(row -> only == null || row.isGood())
                .toList();
        return page(rows, page, size, reading::shown);
    }

    /** The same rows as a file, each with its number and its faults. */
    @GetMapping(path = "/{id}/rows.csv", produces = CsvResponse.MEDIA_TYPE)
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
    @GetMapping("/{id}/results")
    Page<ResultBody> findImportResults(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Result result,
            @RequestParam(required = false) @Nullable Boolean takenBack,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        checkPage(page, size);
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
    @GetMapping(path = "/{id}/report.csv", produces = CsvResponse.MEDIA_TYPE)
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

    /** Says what importing would do, row by row, without doing it; in the background. */
    @PostMapping("/{id}/check")
    ResponseEntity<CommandAnswer> checkImport(CommandRequest request, @PathVariable UUID id) {
        Standing standing = previewed(request, id);
        requireComplete(standing);
        require(store.beginCheck(standing), RequestRejection.VERSION_CONFLICT);
        runner.wake();
        return answer(HttpStatus.OK, standing, 0);
    }

    /** Brings the good rows in, in the background. */
    @PostMapping("/{id}/start")
    ResponseEntity<CommandAnswer> startImport(CommandRequest request, @PathVariable UUID id) {
        long seen = request.seenVersion();
        Standing standing = standing(request.caller(), id);
        if (standing.state() == State.PREVIEWED) {
            require(seen == standing.version(), RequestRejection.VERSION_CONFLICT);
            require(standing.hasContent(), ImportRejection.NOT_PREVIEWED);
            requireComplete(standing);
        }
        TenantId tenant = request.caller().tenant();
        Settings settings = standing.about().understanding();
        Accepted accepted = request.commands()
                .send(
                        request.caller(),
                        new StartImport(
                                standing.id(),
                                AccountId.of(tenant, tenant.value()),
                                settings.subject(),
                                new PersonalText(standing.about().fileName()),
                                standing.sha256(),
                                standing.goodRows(),
                                standing.badRows()),
                        new Conditions(request.idempotencyKey(), request.requestHash(), null));
        understanding.remember(
                tenant,
                standing.about().columns().stream().map(About.Meaning::column).toList(),
                settings);
        // What WhenImportStartedThenRun does a moment later, so that the very next question finds it running.
        store.begin(standing.id(), accepted.position());
        runner.wake();
        return answer(HttpStatus.OK, standing(request.caller(), id), accepted.position());
    }

    /** Takes back what the import brought, in the background; what somebody changed since is left as it is. */
    @PostMapping("/{id}/undo")
    ResponseEntity<CommandAnswer> undoImport(CommandRequest request, @PathVariable UUID id) {
        long seen = request.seenVersion();
        Standing standing = standing(request.caller(), id);
        if (standing.state() == State.FINISHED) {
            require(seen == standing.version(), RequestRejection.VERSION_CONFLICT);
        }
        Accepted accepted = request.commands()
                .send(
                        request.caller(),
                        new UndoImport(standing.id()),
                        new Conditions(request.idempotencyKey(), request.requestHash(), null));
        store.beginUndo(standing.id());
        runner.wake();
        return answer(HttpStatus.OK, standing(request.caller(), id), accepted.position());
    }

    private List<ShownRow> all(Standing standing, @Nullable Only only) {
        return only == Only.bad || !standing.hasContent()
                ? store.faulty(standing.id())
                : page(reading(standing), only, 0, Sheet.ROWS_MAX).items();
    }

    private Reading<?> reading(Standing standing) {
        return Reading.of(
                store.content(standing.id()).orElseThrow(), standing.about().understanding());
    }

    /** An import that is as its caller saw it, and waits for somebody's word. */
    private Standing previewed(CommandRequest request, UUID id) {
        Standing standing = standing(request.caller(), id);
        require(standing.state() == State.PREVIEWED, ImportRejection.ALREADY_STARTED);
        require(request.seenVersion() == standing.version(), RequestRejection.VERSION_CONFLICT);
        require(standing.hasContent(), ImportRejection.NOT_PREVIEWED);
        return standing;
    }

    private static void requireComplete(Standing standing) {
        Settings settings = standing.about().understanding();
        Kind<?> kind = Kinds.of(settings.subject());
        List<Field> missing = kind.missing(settings.columns().stream()
                .filter(Objects::nonNull)
                .map(kind::called)
                .flatMap(Optional::stream)
                .toList());
        if (!missing.isEmpty()) {
            throw new CommandRejected(new ColumnsMissing(missing));
        }
    }

    private Standing standing(Caller caller, UUID id) {
        return store.find(ImportId.of(caller.tenant(), id))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static <A, B> Page<B> page(List<A> all, int page, int size, Function<A, B> shown) {
        return new Page<>(
                all.stream().skip((long) page * size).limit(size).map(shown).toList(), page, size, all.size());
    }

    private static ResponseEntity<CommandAnswer> answer(HttpStatus status, Standing standing, long position) {
        return ResponseEntity.status(status)
                .eTag("\"" + standing.version() + "\"")
                .header(WebHeaders.POSITION, Long.toString(position))
                .body(new CommandAnswer(standing.id().local().toString(), standing.version(), position));
    }

    private static void checkPage(int page, int size) {
        Faults faults = new Faults();
        faults.check(page >= 0, "page", "Pages are numbered from 0.");
        faults.check(size >= 1 && size <= PAGE_MAX, "size", "A page has 1 to " + PAGE_MAX + " items.");
        faults.throwIfAny();
    }

    /** Some browsers send a whole path; control characters have no place in a name. */
    private static String fileName(@Nullable String sent) {
        String name = Objects.requireNonNullElse(sent, "")
                .replaceAll(".*[/\\\\]|\\p{Cntrl}", "")
                .strip();
        return name.isEmpty() ? "file.csv" : name.substring(0, Math.min(name.length(), FILE_NAME_MAX));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
