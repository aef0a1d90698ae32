import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Checks an audit bundle of MedFlip Profit without asking anybody: it needs this one file and a JDK (17 or newer).
 *
 * <pre>java Verifier.java bundle.zip [earlier-checkpoint ...]</pre>
 *
 * An earlier checkpoint is a file with a checkpoint that you were given before: by mail, with an export, or in an older
 * bundle. Give the ones that you kept: they alone show that nothing was cut off the end since, and that the keys are
 * still the ones you know. It prints what it checks, and ends with exit code 1 at the first fault, which it names.
 */
public final class Verifier {

    /** Something isn't as it was sealed. */
    private static final class Fault extends Exception {
        Fault(String what) {
            super(what);
        }
    }

    /** A checkpoint as it was signed (C2SP tlog-checkpoint, in a signed note). */
    private record Checkpoint(String origin, long size, byte[] root, String note) {}

    /** A log's hashes, and how large its tree is by the newest checkpoint. */
    private record Log(String name, List<byte[]> leaves, List<Long> positions, Checkpoint newest) {}

    private final ZipFile bundle;
    private final PrintStream out;
    private final Map<String, PublicKey> keys = new LinkedHashMap<>();

    private Verifier(ZipFile bundle, PrintStream out) {
        this.bundle = bundle;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** What {@link #main} does; answers its exit code. */
    public static int run(String[] arguments, PrintStream out) {
        if (arguments.length == 0) {
            out.println("java Verifier.java bundle.zip [earlier-checkpoint ...]");
            return 2;
        }
        try (ZipFile bundle = new ZipFile(arguments[0])) {
            new Verifier(bundle, out).check(Arrays.asList(arguments).subList(1, arguments.length));
            return 0;
        } catch (Fault fault) {
            out.println("FAULT: " + fault.getMessage());
            return 1;
        } catch (IOException | GeneralSecurityException | RuntimeException broken) {
            out.println("FAULT: the bundle can't be read: " + broken);
            return 1;
        }
    }

    private void check(List<String> earlier) throws Fault, IOException, GeneralSecurityException {
        readKeys();
        String manifest = text("manifest.note");
        requireSigned(manifest, "manifest.note");
        Map<String, String[]> said = new HashMap<>();
        for (String line : textOf(manifest).split("\n")) {
            String[] words = line.split(" ", 2);
            said.putIfAbsent(words[0], words.length == 1 ? new String[0] : words[1].split(" "));
        }
        String tenant = said.get("tenant")[0];
        out.println("The bundle is of business " + tenant + ", made at " + said.get("made")[0]);
        Log facts = log("facts", tenant);
        Log access = log("access", tenant);
        for (String file : earlier) {
            continues(file, Files.readString(Path.of(file)), facts, access);
        }
        long events = entries(facts, "facts/events.ndjson", said.get("facts"), true);
        long looks = entries(access, "access/entries.ndjson", said.get("access"), false);
        long certificates = certificates();
        amongAll(facts);
        files(textOf(manifest));
        if (earlier.isEmpty()) {
            out.println("note: no earlier checkpoint was given: whether something was cut off the end isn't known");
        }
        out.println("OK: " + events + " events, " + looks + " looks, " + certificates + " certificates, "
                + earlier.size() + " earlier checkpoints");
    }

    private void readKeys() throws IOException, GeneralSecurityException {
        for (String line : text("keys.txt").lines().toList()) {
            byte[] encoded = Base64.getDecoder()
                    .decode(line.substring(line.indexOf(' ') + 1).trim());
            byte[] id = sha256(
                    "medflip\n".getBytes(StandardCharsets.UTF_8),
                    new byte[] {1},
                    Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
            keys.put(
                    hex(Arrays.copyOf(id, 4)),
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            out.println("key " + line.substring(0, line.indexOf(' ')) + ", SHA-256 " + hex(sha256(encoded)));
        }
    }

    /** Reads a log's hashes and compares the tree, at each size that was signed, with what was signed. */
    private Log log(String name, String tenant) throws Fault, IOException, GeneralSecurityException {
        String origin = "medflip/" + tenant + "/" + name;
        TreeMap<Long, Checkpoint> signed = new TreeMap<>();
        for (String note : notes(text(name + "/checkpoints.txt"))) {
            Checkpoint checkpoint = checkpoint(note, name + "/checkpoints.txt");
            if (!checkpoint.origin().equals(origin)) {
                throw new Fault(
                        "a checkpoint of another log (" + checkpoint.origin() + ") is among those of " + origin);
            }
            Checkpoint same = signed.put(checkpoint.size(), checkpoint);
            if (same != null && !Arrays.equals(same.root(), checkpoint.root())) {
                throw new Fault("two checkpoints of " + origin + " with size " + checkpoint.size() + " differ");
            }
        }
        List<byte[]> leaves = new ArrayList<>();
        List<Long> positions = new ArrayList<>();
        List<byte[]> peaks = new ArrayList<>();
        for (String line : text(name + "/leaves.txt").lines().toList()) {
            int space = line.indexOf(' ');
            long position = Long.parseLong(line.substring(0, space));
            if (!positions.isEmpty() && position <= positions.get(positions.size() - 1)) {
                throw new Fault("the leaf of position " + position + " of " + origin + " stands behind a later one");
            }
            byte[] leaf = HexFormat.of().parseHex(line.substring(space + 1));
            positions.add(position);
            append(peaks, leaves.size(), leaf);
            leaves.add(leaf);
            Checkpoint then = signed.get((long) leaves.size());
            if (then != null && !Arrays.equals(then.root(), root(peaks))) {
                throw new Fault("the tree of " + origin + " isn't the one that was signed with size " + then.size()
                        + ": an entry up to position " + position + " was changed, removed, inserted or swapped");
            }
        }
        Checkpoint newest = signed.isEmpty() ? null : signed.lastEntry().getValue();
        if (leaves.size() != (newest == null ? 0 : newest.size())) {
            throw new Fault("of " + origin + " there are " + leaves.size() + " leaves, where "
                    + (newest == null ? 0 : newest.size()) + " were signed");
        }
        out.println(origin + ": " + leaves.size() + " leaves, " + signed.size() + " checkpoints, as they were signed");
        return new Log(origin, leaves, positions, newest);
    }

    /** What was given out earlier must be the beginning of what is here. */
    private void continues(String file, String text, Log... logs) throws Fault, GeneralSecurityException {
        for (String note : notes(text)) {
            Checkpoint earlier = checkpoint(note, file);
            for (Log log : logs) {
                if (log.name().equals(earlier.origin())) {
                    if (earlier.size() > log.leaves().size()) {
                        throw new Fault("the end was cut off: " + file + " was signed over " + earlier.size()
                                + " entries of " + log.name() + ", and there are "
                                + log.leaves().size());
                    }
                    List<byte[]> peaks = new ArrayList<>();
                    for (int i = 0; i < earlier.size(); i++) {
                        append(peaks, i, log.leaves().get(i));
                    }
                    if (!Arrays.equals(root(peaks), earlier.root())) {
                        throw new Fault(file + ": the first " + earlier.size() + " entries of " + log.name()
                                + " aren't the ones that were signed then");
                    }
                    out.println(file + ": the bundle goes on from its " + earlier.size() + " entries");
                }
            }
        }
    }

    /** Each entry must be the one whose hash was sealed, at its place, and none of the period may lack. */
    private long entries(Log log, String file, String[] period, boolean whole) throws Fault, IOException {
        long next = Long.parseLong(period[0]);
        long end = Long.parseLong(period[1]);
        long count = 0;
        Map<String, Long> versions = new HashMap<>();
        boolean fromTheStart = next == 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> entry = new Json(line).object();
                long n = (Long) entry.get("n");
                String place = log.name() + " at position " + entry.get("position");
                if (whole ? n != next : n < next) {
                    throw new Fault("entry " + next + " of " + log.name()
                            + " is missing, or another stands in its place: " + place);
                }
                if (n >= log.leaves().size()) {
                    throw new Fault("an entry that was never sealed: " + place);
                }
                if (!Arrays.equals(leaf(log, entry, whole), log.leaves().get((int) n))
                        || !entry.get("position").equals(log.positions().get((int) n))) {
                    throw new Fault("not as it was sealed: " + place);
                }
                if (whole) {
                    long version = (Long) entry.get("version");
                    Long before = versions.put((String) entry.get("stream"), version);
                    if (before == null ? fromTheStart && version != 0 : version != before + 1) {
                        throw new Fault("a version is missing before " + version + " of " + entry.get("stream"));
                    }
                }
                next = n + 1;
                count++;
            }
        }
        if (whole && next != end) {
            throw new Fault("entries " + next + " to " + (end - 1) + " of " + log.name() + " are missing");
        }
        out.println(file + ": " + count + " entries, each as it was sealed"
                + (whole ? ", no version of anything missing" : ""));
        return count;
    }

    private static byte[] leaf(Log log, Map<String, Object> entry, boolean event) {
        String tenant = log.name().split("/")[1];
        return event
                ? leafOf(
                        "event/1",
                        tenant,
                        entry.get("position"),
                        entry.get("stream"),
                        entry.get("version"),
                        entry.get("eventId"),
                        entry.get("type"),
                        entry.get("payloadType"),
                        entry.get("payloadRevision"),
                        entry.get("timestampMicros"),
                        entry.get("recordedAtMicros"),
                        Base64.getDecoder().decode((String) entry.get("payload")),
                        Base64.getDecoder().decode((String) entry.get("metadata")))
                : leafOf(
                        "access/1",
                        tenant,
                        entry.get("position"),
                        entry.get("atMicros"),
                        entry.get("actor"),
                        entry.get("what"),
                        entry.get("record"));
    }

    /** SHA-256 of a zero byte and the fields, each with its length before it; -1 where there is none. */
    private static byte[] leafOf(Object... fields) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        said.write(0);
        for (Object field : fields) {
            byte[] bytes = field == null || field instanceof byte[]
                    ? (byte[]) field
                    : field.toString().getBytes(StandardCharsets.UTF_8);
            said.writeBytes(ByteBuffer.allocate(4)
                    .putInt(bytes == null ? -1 : bytes.length)
                    .array());
            if (bytes != null) {
                said.writeBytes(bytes);
            }
        }
        return sha256(said.toByteArray());
    }

    /** Certificates of erasures say what they said when they were signed. */
    private long certificates() throws Fault, IOException, GeneralSecurityException {
        long count = 0;
        for (ZipEntry file : Collections.list(bundle.entries())) {
            if (file.getName().startsWith("certificates/")) {
                Map<String, Object> signed = new Json(text(file.getName())).object();
                byte[] key = Base64.getDecoder().decode((String) signed.get("publicKey"));
                Signature signature = Signature.getInstance("Ed25519");
                signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
                signature.update(((String) signed.get("certificate")).getBytes(StandardCharsets.UTF_8));
                if (!keys.containsValue(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)))
                        || !signature.verify(Base64.getDecoder().decode((String) signed.get("signature")))) {
                    throw new Fault(file.getName() + " isn't signed by a key of this bundle");
                }
                count++;
            }
        }
        return count;
    }

    /** The newest checkpoint of the events is one of those that were signed over together. */
    private void amongAll(Log facts) throws Fault, IOException, GeneralSecurityException {
        if (bundle.getEntry("all/checkpoint.txt") == null) {
            return;
        }
        Checkpoint all = checkpoint(text("all/checkpoint.txt"), "all/checkpoint.txt");
        List<String> proof = text("all/proof.txt").lines().toList();
        long at = Long.parseLong(proof.get(0));
        long last = all.size() - 1;
        byte[] hash = leafOf("checkpoint/1", text("all/own.txt"));
        for (String line : proof.subList(1, proof.size())) {
            byte[] beside = HexFormat.of().parseHex(line);
            if ((at & 1) == 1 || at == last) {
                hash = node(beside, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = node(hash, beside);
            }
            at >>= 1;
            last >>= 1;
        }
        if (last != 0 || !Arrays.equals(hash, all.root())) {
            throw new Fault("all/own.txt isn't among the checkpoints that all/checkpoint.txt was signed over");
        }
        continues("all/own.txt", text("all/own.txt"), facts);
    }

    /** Whatever else is in the bundle is as it was put there. */
    private void files(String manifest) throws Fault, IOException {
        int count = 0;
        for (String line : manifest.split("\n")) {
            if (line.startsWith("file ")) {
                String[] words = line.split(" ", 3);
                if (bundle.getEntry(words[2]) == null
                        || !hex(sha256(open(words[2]))).equals(words[1])) {
                    throw new Fault(words[2] + " isn't as it was put into the bundle");
                }
                count++;
            }
        }
        out.println(count + " files, each as it was put into the bundle");
    }

    private Checkpoint checkpoint(String note, String where) throws Fault, GeneralSecurityException {
        requireSigned(note, where);
        String[] lines = note.split("\n");
        return new Checkpoint(
                lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]), note);
    }

    private void requireSigned(String note, String where) throws Fault, GeneralSecurityException {
        String mark = "\n\n\u2014 medflip ";
        int end = note.indexOf(mark);
        if (end < 0) {
            throw new Fault("no signature stands under what is in " + where);
        }
        byte[] signed =
                Base64.getDecoder().decode(note.substring(end + mark.length()).trim());
        PublicKey key = keys.get(hex(Arrays.copyOf(signed, 4)));
        if (key == null) {
            throw new Fault("wrong key: what is in " + where + " was signed by none of the keys in keys.txt");
        }
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(key);
        signature.update(note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8));
        if (!signature.verify(signed, 4, signed.length - 4)) {
            throw new Fault("wrong key, or changed since: a signature in " + where + " doesn't hold: "
                    + note.substring(0, end).replace("\n", ", "));
        }
    }

    private static String textOf(String note) {
        return note.substring(0, note.indexOf("\n\n\u2014 ") + 1);
    }

    /** Notes that stand one after the other. */
    private static List<String> notes(String text) {
        List<String> notes = new ArrayList<>();
        StringBuilder note = new StringBuilder();
        for (String line : text.split("\n")) {
            if (note.length() > 0 || !line.isEmpty()) {
                note.append(line).append('\n');
            }
            if (line.startsWith("\u2014 ")) {
                notes.add(note.toString());
                note.setLength(0);
            }
        }
        return notes;
    }

    private static void append(List<byte[]> peaks, long size, byte[] leaf) {
        byte[] hash = leaf;
        for (long left = size; (left & 1) == 1; left >>= 1) {
            hash = node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
    }

    private static byte[] root(List<byte[]> peaks) {
        byte[] root = peaks.get(peaks.size() - 1);
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest digest = digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    private static byte[] sha256(InputStream stream) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        try (stream) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private InputStream open(String name) throws IOException {
        ZipEntry entry = bundle.getEntry(name);
        if (entry == null) {
            throw new IOException(name + " is missing");
        }
        return bundle.getInputStream(entry);
    }

    private String text(String name) throws IOException {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As much of JSON (RFC 8259) as it takes. */
    private static final class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Map<String, Object> object() {
            Map<String, Object> object = new HashMap<>();
            next('{');
            while (peek() != '}') {
                String name = string();
                next(':');
                object.put(name, value());
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
            return object;
        }

        private Object value() {
            char first = peek();
            if (first == '"') {
                return string();
            } else if (first == '{') {
                return object();
            } else if (first == '[') {
                List<Object> list = new ArrayList<>();
                at++;
                while (peek() != ']') {
                    list.add(value());
                    if (peek() == ',') {
                        at++;
                    }
                }
                at++;
                return list;
            }
            int from = at;
            while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : word.equals("null") ? null : word;
        }

        private String string() {
            next('"');
            StringBuilder string = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) {
                if (c != '\\') {
                    string.append(c);
                    continue;
                }
                char escaped = text.charAt(at++);
                if (escaped == 'u') {
                    string.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                } else {
                    int known = "bfnrt".indexOf(escaped);
                    string.append(known < 0 ? escaped : "\b\f\n\r\t".charAt(known));
                }
            }
            return string.toString();
        }

        private char peek() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return text.charAt(at);
        }

        private void next(char wanted) {
            if (peek() != wanted) {
                throw new IllegalArgumentException("not JSON: " + text);
            }
            at++;
        }
    }
}
