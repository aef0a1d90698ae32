package medflip.audit.read.seal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import medflip.platform.access.AccessLog;
import medflip.platform.command.CommandRejected;
import medflip.platform.command.RequestRejection;
import medflip.platform.seal.Checkpoint;
import medflip.platform.seal.Leaf;
import medflip.platform.seal.LogName;
import medflip.platform.seal.Seals;
import medflip.platform.seal.Seals.Consistency;
import medflip.platform.seal.Seals.Inclusion;
import medflip.platform.tenancy.Caller;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Questions about the seal. What is answered can be checked without us: that is its use. */
@RestController
class SealApi {

    private static final int SHOWN = 50;
    private static final String VERIFIER = "/audit/Verifier.java";

    private final Seals seals;
    private final AccessLog access;

    SealApi(Seals seals, AccessLog access) {
        this.seals = seals;
        this.access = access;
    }

    /**
     * How far the business's logs are sealed.
     *
     * @param facts newest checkpoint over what happened
     * @param access newest checkpoint over who has looked at what; absent while nobody has
     * @param ageSeconds for how long what waits longest has waited for its seal
     * @param faults how much the last look at all logs found that isn't as it was sealed; 0 where all is well
     */
    record SealState(SignedCheckpoint facts, @Nullable SignedCheckpoint access, long ageSeconds, int faults) {}

    /**
     * How large a log's tree was, and its root, as it was signed.
     *
     * @param size entries
     * @param root SHA-256 in hex
     * @param note what was signed, with the signature: a C2SP checkpoint
     */
    record SignedCheckpoint(long number, LogName log, long size, String root, String note, Instant madeAt) {

        static SignedCheckpoint of(Checkpoint checkpoint) {
            return new SignedCheckpoint(
                    checkpoint.number(),
                    checkpoint.log(),
                    checkpoint.size(),
                    hex(checkpoint.root()),
                    checkpoint.note(),
                    checkpoint.madeAt());
        }
    }

    record SignedCheckpoints(List<SignedCheckpoint> items) {}

    /**
     * That an entry is sealed (RFC 6962, 2.1.1).
     *
     * @param position of the entry
     * @param number of its leaf, from 0
     * @param leaf its SHA-256, in hex
     * @param proof hashes beside the way from the leaf to the root, in hex, from below
     */
    record InclusionProof(long position, long number, String leaf, SignedCheckpoint checkpoint, List<String> proof) {

        static InclusionProof of(Inclusion inclusion) {
            Leaf leaf = inclusion.leaf();
            return new InclusionProof(
                    leaf.position(),
                    leaf.number(),
                    hex(leaf.hash()),
                    SignedCheckpoint.of(inclusion.checkpoint()),
                    hex(inclusion.proof()));
        }
    }

    /**
     * That one checkpoint goes on from an earlier one (RFC 6962, 2.1.2).
     *
     * @param proof hashes, in hex
     */
    record ConsistencyProof(SignedCheckpoint from, SignedCheckpoint to, List<String> proof) {

        static ConsistencyProof of(Consistency consistency) {
            return new ConsistencyProof(
                    SignedCheckpoint.of(consistency.from()),
                    SignedCheckpoint.of(consistency.to()),
                    hex(consistency.proof()));
        }
    }

    /** How it stands, with a checkpoint over all that is recorded by now. */
    @GetMapping("/api/audit/seal")
    SealState findSeal(Caller caller) {
        access.store();
        SignedCheckpoint facts = current(caller, LogName.FACTS);
        SignedCheckpoint looks = seals.current(caller.tenant(), LogName.ACCESS)
                .map(SignedCheckpoint::of)
                .orElse(null);
        Seals.Standing standing = seals.standing();
        return new SealState(facts, looks, standing.age().toSeconds(), standing.faults());
    }

    /** What was signed, the newest first. */
    @GetMapping("/api/audit/checkpoints")
    SignedCheckpoints findCheckpoints(
            Caller caller,
            @RequestParam(defaultValue = "FACTS") LogName log,
            @RequestParam(required = false) @Nullable Long below) {
        return new SignedCheckpoints(
                seals.checkpoints(caller.tenant(), log, below == null ? Long.MAX_VALUE : below, SHOWN).stream()
                        .map(SignedCheckpoint::of)
                        .toList());
    }

    /** The newest one to keep, as a file: with it, anybody can tell later whether anything was changed since. */
    @GetMapping(path = "/api/audit/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> fetchCheckpoint(Caller caller, @RequestParam(defaultValue = "FACTS") LogName log) {
        SignedCheckpoint current = current(caller, log);
        return file("checkpoint-" + current.size() + ".txt", current.note().getBytes(StandardCharsets.UTF_8));
    }

    /** That the entry at a position is sealed. */
    @GetMapping("/api/audit/inclusion")
    InclusionProof proveInclusion(
            Caller caller, @RequestParam(defaultValue = "FACTS") LogName log, @RequestParam long position) {
        return InclusionProof.of(seals.inclusion(caller.tenant(), log, position));
    }

    /** That a checkpoint goes on from an earlier one; both by their sizes. */
    @GetMapping("/api/audit/consistency")
    ConsistencyProof proveConsistency(
            Caller caller,
            @RequestParam(defaultValue = "FACTS") LogName log,
            @RequestParam long from,
            @RequestParam long to) {
        Faults faults = new Faults();
        faults.check(from <= to, "from", "The earlier checkpoint is the smaller one.");
        faults.throwIfAny();
        return ConsistencyProof.of(seals.consistency(caller.tenant(), log, from, to));
    }

    /** The program that checks a bundle: one file, which a JDK runs as it is. */
    @GetMapping(path = "/api/audit/verifier", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> fetchVerifier() {
        return file("Verifier.java", BundleContent.resource(VERIFIER));
    }

    private SignedCheckpoint current(Caller caller, LogName log) {
        return seals.current(caller.tenant(), log)
                .map(SignedCheckpoint::of)
                .orElseThrow(() -> new CommandRejected(RequestRejection.NOT_FOUND));
    }

    private static ResponseEntity<byte[]> file(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(content);
    }

    private static List<String> hex(List<byte[]> hashes) {
        return hashes.stream().map(SealApi::hex).toList();
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
