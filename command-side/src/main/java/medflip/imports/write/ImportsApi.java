package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import medflip.accounts.events.AccountId;
import medflip.imports.events.ImportId;
import medflip.imports.write.ImportCommand.StartImport;
import medflip.imports.write.ImportStore.About;
import medflip.imports.write.ImportStore.FaultyRow;
import medflip.imports.write.ImportStore.Standing;
import medflip.imports.write.ImportStore.State;
import medflip.imports.write.ImportStore.Upload;
import medflip.kernel.PersonalText;
import medflip.kernel.TenantId;
import medflip.platform.command.Accepted;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.Conditions;
import medflip.platform.command.RequestRejection;
import medflip.platform.privacy.BlindIndex;
import medflip.platform.tenancy.Caller;
import medflip.platform.text.Ids;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports of ledgers: upload and preview, start, progress. An import's version counts what happened to it: 0 uploaded,
 * 1 started, 2 finished.
 */
@RestController
@RequestMapping("/api/imports")
class ImportsApi {

    private static final int FILE_BYTES_MAX = 5 * 1024 * 1024;
    private static final int FILE_NAME_MAX = 200;
    private static final int PAGE_MAX = 200;

    private final ImportStore store;
    private final ImportRunner runner;
    private final BlindIndex index;

    ImportsApi(ImportStore store, ImportRunner runner, BlindIndex index) {
        this.store = store;
        this.runner = runner;
        this.index = index;
    }

    /** Which rows are asked for; written as the query says it. */
    enum Only {
        good,
        bad
    }

    /**
     * An import and how far it is. {@code done} good rows are in the books, by this import or an earlier one;
     * {@code position} is 0 until it has finished.
     */
    record ImportBody(
            UUID id,
            State state,
            String fileName,
            Instant uploadedAt,
            int rows,
            int goodRows,
            int badRows,
            int done,
            int imported,
            int alreadyThere,
            List<About.Meaning> columns,
            long version,
            long position)
            implements Versioned {

        static ImportBody of(Standing standing) {
            return new ImportBody(
                    standing.id().local(),
                    standing.state(),
                    standing.about().fileName(),
                    standing.uploadedAt(),
                    standing.rows(),
                    standing.goodRows(),
                    standing.badRows(),
                    standing.imported() + standing.alreadyThere(),
                    standing.imported(),
                    standing.alreadyThere(),
                    standing.about().columns(),
                    standing.state().version(),
                    standing.finishedPosition());
        }
    }

    /** Takes a CSV file, reads it and keeps it with what was understood; nothing is in the books yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<CommandAnswer> uploadLedger(CommandRequest request, @RequestParam("file") MultipartFile file)
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
            Ledger ledger = Ledger.read(content);
            List<About.Meaning> columns = ledger.headings().stream()
                    .map(heading -> new About.Meaning(
                            heading.text(),
                            heading.means() == null ? null : heading.means().word()))
                    .toList();
            store.add(
                    new Upload(ImportId.of(tenant, Ids.next()), key, hash, sha256, new About(name, columns), content),
                    ledger);
        }
        Standing standing = store.byKey(tenant, key).orElseThrow();
        require(standing.requestHash().equals(hash), RequestRejection.IDEMPOTENCY_MISMATCH);
        return answer(HttpStatus.CREATED, standing.id().local(), State.PREVIEWED.version(), 0);
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

    /** Rows as they stood in the file. Once the import has finished, only those that stayed outside are left. */
    @GetMapping("/{id}/rows")
    Page<FaultyRow> findImportRows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Only only,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        checkPage(page, size);
        List<FaultyRow> rows = rows(standing(caller, id), only);
        List<FaultyRow> items =
                rows.stream().skip((long) page * size).limit(size).toList();
        return new Page<>(items, page, size, rows.size());
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
        CsvColumns<FaultyRow> columns = new CsvColumns<FaultyRow>().value("Row", FaultyRow::row);
        for (About.Meaning heading : standing.about().columns()) {
            columns.text(heading.column(), row -> row.values().get(heading.column()));
        }
        columns.text(
                "Faults",
                row -> row.faults().stream()
                        .map(fault -> fault.column() + ": " + fault.reason())
                        .collect(Collectors.joining("; ")));
        List<FaultyRow> rows = rows(standing, only);
        CsvResponse.write(response, "rows", columns, rows::forEach);
    }

    /** Brings the good rows in, in the background. */
    @PostMapping("/{id}/start")
    ResponseEntity<CommandAnswer> startImport(CommandRequest request, @PathVariable UUID id) {
        long seen = request.seenVersion();
        Standing standing = standing(request.caller(), id);
        if (standing.state() == State.PREVIEWED) {
            require(seen == State.PREVIEWED.version(), RequestRejection.VERSION_CONFLICT);
            require(standing.hasContent(), ImportRejection.NOT_PREVIEWED);
        }
        TenantId tenant = request.caller().tenant();
        Accepted accepted = request.commands()
                .send(
                        request.caller(),
                        new StartImport(
                                standing.id(),
                                AccountId.of(tenant, tenant.value()),
                                new PersonalText(standing.about().fileName()),
                                standing.sha256(),
                                standing.goodRows(),
                                standing.badRows()),
                        new Conditions(request.idempotencyKey(), request.requestHash(), null));
        // What WhenImportStartedThenRun does a moment later, so that the very next question finds it running.
        store.begin(standing.id(), accepted.position());
        runner.wake();
        return answer(HttpStatus.OK, id, State.RUNNING.version(), accepted.position());
    }

    private List<FaultyRow> rows(Standing standing, @Nullable Only only) {
        if (only == Only.bad || !standing.hasContent()) {
            return only == Only.good ? List.of() : store.faulty(standing.id());
        }
        return store.content(standing.id()).map(Ledger::read).stream()
                .flatMap(ledger -> ledger.rows().stream())
                .filter(row -> only == null || row.isGood())
                .map(row -> new FaultyRow(row.number(), row.values(), row.faults()))
                .toList();
    }

    private Standing standing(Caller caller, UUID id) {
        return store.find(ImportId.of(caller.tenant(), id))
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static ResponseEntity<CommandAnswer> answer(HttpStatus status, UUID id, long version, long position) {
        return ResponseEntity.status(status)
                .eTag("\"" + version + "\"")
                .header(WebHeaders.POSITION, Long.toString(position))
                .body(new CommandAnswer(id.toString(), version, position));
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
        return name.isEmpty() ? "ledger.csv" : name.substring(0, Math.min(name.length(), FILE_NAME_MAX));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
