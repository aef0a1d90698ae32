package medflip.audit.read.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import medflip.audit.read.seal.BundleStore.Range;
import medflip.kernel.TenantId;
import medflip.platform.access.AccessLog;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.eventstore.EventTable;
import medflip.platform.eventstore.StoredEvent;
import medflip.platform.privacy.Signer;
import medflip.platform.seal.Checkpoint;
import medflip.platform.seal.LogName;
import medflip.platform.seal.Merkle;
import medflip.platform.seal.Seals;
import medflip.platform.view.EventFeed;
import medflip.platform.view.EventFeed.Fact;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes audit bundles. What {@code Verifier.java} reads of them is what this writes, line by line. */
@Component
class BundleContent {

    private static final int PAGE = 1_000;
    private static final String README = """
            This is what happened in a business on MedFlip Profit, with all that it takes to check, without us, that
            nothing of it was changed, left out or put in.

                java Verifier.java bundle.zip [earlier-checkpoint ...]

            needs this zip file as it is, Verifier.java out of it, and a JDK of version 17 or newer. It prints what it
            checks, and ends with exit code 1 at the first fault, which it names. Give it the checkpoints that you were
            given before (a file facts/checkpoints.txt of an older bundle will do): they alone show that nothing was cut
            off the end, and that the keys are those you know.

            manifest.note    which business and which entries, and the SHA-256 of each other file; signed
            keys.txt         the public keys (Ed25519, X.509 form in Base64) by which we ever signed
            facts/events.ndjson
                             the events of the period, the oldest first: as they are stored (payload and metadata in
                             Base64; what is personal in it is encrypted), and as they read today (data). What was
                             forgotten for good reads [erased] there, and its stored bytes are unchanged
            facts/leaves.txt the hash of every event from the first one on: position, SHA-256
            facts/checkpoints.txt
                             every tree over them that was signed: its size and its root
            access/          the same of who has looked at what; entries are kept for 90 days, their hashes for ever
            all/             that the newest checkpoint is among those of all businesses that we signed over together
            certificates/    of people who were erased, signed
            events.md        what each event means

            A leaf is the SHA-256 of a zero byte and an entry's fields; trees are those of RFC 6962; checkpoints are
            C2SP tlog-checkpoints in signed notes. Verifier.java says the rest: it is meant to be read.
            """;

    private final Seals seals;
    private final AccessLog access;
    private final EventTable log;
    private final EventFeed feed;
    private final BundleStore store;
    private final Signer signer;
    private final JsonMapper json;
    private final Clock clock;
    private final String version;

    BundleContent(
            Seals seals,
            AccessLog access,
            EventTable log,
            EventFeed feed,
            BundleStore store,
            Signer signer,
            JsonMapper json,
            Clock clock,
            @Value("${medflip.version}") String version) {
        this.seals = seals;
        this.access = access;
        this.log = log;
        this.feed = feed;
        this.store = store;
        this.signer = signer;
        this.json = json;
        this.clock = clock;
        this.version = version;
    }

    /**
     * What a bundle will hold.
     *
     * @param looks newest checkpoint over who has looked at what; null where nobody has
     */
    record Bundle(
            TenantId tenant,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Checkpoint facts,
            Range events,
            @Nullable Checkpoint looks,
            Range seen) {}

    /** Seals and signs what is recorded by now. */
    Bundle prepare(TenantId tenant, @Nullable LocalDate from, @Nullable LocalDate until) {
        access.store();
        Checkpoint facts =
                seals.current(tenant, LogName.FACTS).orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
        Checkpoint looks = seals.current(tenant, LogName.ACCESS).orElse(null);
        return new Bundle(
                tenant,
                from,
                until,
                facts,
                store.range(tenant, LogName.FACTS, facts.size(), from, until),
                looks,
                store.range(tenant, LogName.ACCESS, looks == null ? 0 : looks.size(), from, until));
    }

    void write(Bundle bundle, OutputStream out) throws IOException {
        Zip zip = new Zip(out);
        zip.add("README.txt", README);
        zip.add("Verifier.java", resource("/audit/Verifier.java"));
        zip.add("events.md", resource("/medflip/events.md"));
        zip.add(
                "keys.txt",
                signer.publicKeys().stream()
                        .map(key -> key.number() + " " + key.publicKey() + "\n")
                        .collect(Collectors.joining()));
        zip.add("facts/events.ndjson", lines -> events(bundle, lines));
        sealed(zip, bundle.tenant(), LogName.FACTS, bundle.facts());
        zip.add("access/entries.ndjson", lines -> looks(bundle, lines));
        sealed(zip, bundle.tenant(), LogName.ACCESS, bundle.looks());
        amongAll(zip, bundle);
        for (BundleStore.Certificate each : store.certificates(bundle.tenant())) {
            zip.add("certificates/" + each.id() + ".json", json.writeValueAsBytes(each));
        }
        zip.add("manifest.note", seals.signed(manifest(bundle, zip.files)));
        zip.end();
    }

    private String manifest(Bundle bundle, List<String> files) {
        List<String> lines = new ArrayList<>(List.of(
                "medflip/bundle",
                "tenant " + bundle.tenant(),
                "made " + clock.instant() + " by MedFlip Profit " + version,
                "period " + Objects.requireNonNullElse(bundle.from(), "beginning") + " "
                        + Objects.requireNonNullElse(bundle.until(), "end"),
                "facts " + bundle.events().first() + " " + bundle.events().end(),
                "access " + bundle.seen().first() + " " + bundle.seen().end()));
        lines.addAll(files);
        return String.join("\n", lines) + "\n";
    }

    private void events(Bundle bundle, OutputStream lines) throws IOException {
        long n = bundle.events().first();
        long after = bundle.events().after();
        while (n < bundle.events().end()) {
            int most = (int) Math.min(PAGE, bundle.events().end() - n);
            List<StoredEvent> stored = log.ofTenant(bundle.tenant(), after, most);
            List<Fact> read = feed.read(bundle.tenant(), after, most);
            Map<Long, Fact> facts = read.stream().collect(Collectors.toMap(Fact::position, fact -> fact));
            for (StoredEvent event : stored) {
                line(lines, told(n, event, facts.get(event.position())));
                n++;
            }
            if (stored.isEmpty()) {
                throw new IllegalStateException("Events that were sealed are missing");
            }
            after = stored.getLast().position();
        }
    }

    private static Map<String, Object> told(long n, StoredEvent event, @Nullable Fact fact) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("n", n);
        told.put("position", event.position());
        told.put("stream", event.aggregateId());
        told.put("version", event.sequence());
        told.put("eventId", event.eventId());
        told.put("type", event.type());
        told.put("payloadType", event.payloadType());
        if (event.payloadRevision() != null) {
            told.put("payloadRevision", event.payloadRevision());
        }
        moment(told, "timestamp", event.timestamp());
        moment(told, "recordedAt", event.recordedAt());
        told.put("payload", base64(event.payload()));
        told.put("metadata", base64(event.metadata()));
        if (fact != null) {
            told.put("actor", fact.actor());
            told.put("data", fact.data());
        }
        return told;
    }

    private static void moment(Map<String, Object> told, String name, Instant moment) {
        told.put(name, moment);
        told.put(name + "Micros", Merkle.micros(moment));
    }

    private void looks(Bundle bundle, OutputStream lines) {
        store.eachLook(bundle.tenant(), bundle.seen(), look -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("n", look.n());
            told.put("position", look.position());
            moment(told, "at", look.at());
            told.put("actor", look.actor());
            told.put("what", look.what());
            if (look.record() != null) {
                told.put("record", look.record());
            }
            line(lines, told);
        });
    }

    /** A log's hashes, and all that was signed over them up to that checkpoint. */
    private void sealed(Zip zip, TenantId tenant, LogName name, @Nullable Checkpoint newest) throws IOException {
        zip.add(name.stored() + "/leaves.txt", lines -> {
            if (newest != null) {
                seals.eachLeaf(
                        tenant,
                        name,
                        newest.size(),
                        leaf -> text(
                                lines, leaf.position() + " " + HexFormat.of().formatHex(leaf.hash()) + "\n"));
            }
        });
        zip.add(name.stored() + "/checkpoints.txt", lines -> {
            if (newest != null) {
                seals.eachCheckpoint(tenant, name, newest.number(), one -> text(lines, one.note() + "\n"));
            }
        });
    }

    /** Where it isn't among all by now, since it has grown, the newest that is. */
    private void amongAll(Zip zip, Bundle bundle) throws IOException {
        Optional<Seals.AmongAll> among = seals.amongAll(bundle.tenant(), LogName.FACTS)
                .filter(all -> all.own().size() <= bundle.facts().size());
        if (among.isPresent()) {
            zip.add("all/checkpoint.txt", among.get().all().note());
            zip.add("all/own.txt", among.get().own().note());
            zip.add(
                    "all/proof.txt",
                    among.get().number() + "\n"
                            + among.get().proof().stream()
                                    .map(hash -> HexFormat.of().formatHex(hash) + "\n")
                                    .collect(Collectors.joining()));
        }
    }

    private void line(OutputStream lines, Map<String, Object> told) {
        text(lines, json.writeValueAsString(told) + "\n");
    }

    private static void text(OutputStream out, String text) {
        try {
            out.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream file = Objects.requireNonNull(BundleContent.class.getResourceAsStream(name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A zip file that knows the hashes of what is in it. */
    private static final class Zip {

        private final ZipOutputStream zip;
        private final List<String> files = new ArrayList<>();

        Zip(OutputStream out) {
            zip = new ZipOutputStream(out);
        }

        void add(String name, String text) throws IOException {
            add(name, text.getBytes(UTF_8));
        }

        void add(String name, byte[] bytes) throws IOException {
            add(name, out -> out.write(bytes));
        }

        void add(String name, Content content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            DigestOutputStream hashed = new DigestOutputStream(zip, sha256());
            content.writeTo(hashed);
            zip.closeEntry();
            files.add(
                    "file " + HexFormat.of().formatHex(hashed.getMessageDigest().digest()) + " " + name);
        }

        void end() throws IOException {
            zip.finish();
            zip.flush();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every JDK has SHA-256", e);
            }
        }
    }
}
