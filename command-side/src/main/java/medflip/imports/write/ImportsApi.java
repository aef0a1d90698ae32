package medflip.imports.write;

import static medflip.platform.command.Rejection.require;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.catalog.events.BuyerId;
import medflip.imports.events.ImportId;
import medflip.imports.events.ImportSubject;
import medflip.imports.write.ImportCommand.StartImport;
import medflip.imports.write.ImportCommand.UndoImport;
import medflip.imports.write.ImportStore.About;
import medflip.imports.write.ImportStore.Standing;
import medflip.imports.write.ImportStore.State;
import medflip.imports.write.ImportStore.Upload;
import medflip.imports.write.Kind.MatchBy;
import medflip.imports.write.Kind.Mode;
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
import medflip.platform.web.Faults;
import medflip.platform.web.Page;
import medflip.platform.web.Reads;
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
    private final ImportRunner runner;
    private final Understanding understanding;
    private final KnownStreams known;
    private final BlindIndex index;

    ImportsApi(
            ImportStore store, ImportRunner runner, Understanding understanding, KnownStreams known, BlindIndex index) {
        this.store = store;
        this.runner = runner;
        this.understanding = understanding;
        this.known = known;
        this.index = index;
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

    /** Takes a CSV file, reads it and keeps it with what was understood; nothing is in the books yet. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<CommandAnswer> upload(
            CommandRequest request,
            @RequestParam("file") MultipartFile file,
            @RequestParam(required = false) @Nullable ImportSubject subject)
            throws IOException {
        String key = request.keyOfUpload();
        require(file.getSize() <= FILE_BYTES_MAX, ImportRejection.TOO_LARGE);
        TenantId tenant = request.caller().tenant();
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
                standing.about().understanding(),
                store.content(standing.id()).orElseThrow(() -> new CommandRejected(ImportRejection.NOT_PREVIEWED)),
                body);
        require(store.reread(standing, reading), RequestRejection.VERSION_CONFLICT);
        return answer(HttpStatus.OK, standing(request.caller(), id), 0);
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
        require(standing.state().compareTo(State.FINISHED) >= 0, ImportRejection.NOT_FINISHED);
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

    private static ResponseEntity<CommandAnswer> answer(HttpStatus status, Standing standing, long position) {
        return ResponseEntity.status(status)
                .eTag("\"" + standing.version() + "\"")
                .header(WebHeaders.POSITION, Long.toString(position))
                .body(new CommandAnswer(standing.id().local().toString(), standing.version(), position));
    }

    static void checkPage(int page, int size) {
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
