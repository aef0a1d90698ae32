package medflip.whole;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import tools.jackson.databind.JsonNode;

/** Audit bundles: fetched, changed in every way, and checked by the program that lies in them. */
final class Bundles {

    static final String EVENTS = "facts/events.ndjson";
    static final String LEAVES = "facts/leaves.txt";
    static final String CHECKPOINTS = "facts/checkpoints.txt";

    private final Path folder;

    Bundles(Path folder) {
        this.folder = folder;
    }

    static Map<String, byte[]> bundle(Browser browser) {
        return bundle(browser, "");
    }

    static Map<String, byte[]> bundle(Browser browser, String period) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] zip = browser.download("/api/audit/bundle" + period).body();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(new String(zip, UTF_8), e);
        }
        return files;
    }

    /** Where those checkpoints are kept. */
    String kept(String name, byte[] checkpoints) throws IOException {
        return Files.write(folder.resolve(name), checkpoints).toString();
    }

    static Map<String, byte[]> changed(Map<String, byte[]> files, Consumer<Map<String, byte[]>> change) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        change.accept(changed);
        return changed;
    }

    static void lines(Map<String, byte[]> files, String name, Consumer<List<String>> change) {
        List<String> lines =
                new ArrayList<>(new String(files.get(name), UTF_8).lines().toList());
        change.accept(lines);
        files.put(name, (String.join("\n", lines) + "\n").getBytes(UTF_8));
    }

    /** In what an event says, as it is stored. */
    static void flipBit(Map<String, byte[]> files) {
        lines(files, EVENTS, all -> {
            String payload = Browser.JSON.readTree(all.get(1)).get("payload").asString();
            byte[] bytes = Base64.getDecoder().decode(payload);
            bytes[bytes.length / 2] ^= 1;
            all.set(1, all.get(1).replace(payload, Base64.getEncoder().encodeToString(bytes)));
        });
    }

    /** All of it signed anew, by a key that somebody made, and that key in the place of ours. */
    static Map<String, byte[]> signedByAnother(Map<String, byte[]> good) throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] key = pair.getPublic().getEncoded();
        Map<String, byte[]> files = new LinkedHashMap<>(good);
        files.put("keys.txt", ("1 " + Base64.getEncoder().encodeToString(key) + "\n").getBytes(UTF_8));
        for (String name :
                List.of(CHECKPOINTS, "access/checkpoints.txt", "all/checkpoint.txt", "all/own.txt", "manifest.note")) {
            if (files.containsKey(name)) {
                StringBuilder signed = new StringBuilder();
                for (String note : new String(files.get(name), UTF_8).split("(?<=\n)(?=medflip/)")) {
                    String text = note.substring(0, note.indexOf("\n\n\u2014 ") + 1);
                    signed.append(text)
                            .append("\n\u2014 medflip ")
                            .append(signature(pair, text))
                            .append("\n\n");
                }
                files.put(name, signed.toString().getBytes(UTF_8));
            }
        }
        return files;
    }

    private static String signature(KeyPair pair, String text) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("medflip\n\u0001".getBytes(UTF_8));
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] id = Arrays.copyOf(digest.digest(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length)), 4);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(text.getBytes(UTF_8));
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(id);
        line.writeBytes(signature.sign());
        return Base64.getEncoder().encodeToString(line.toByteArray());
    }

    /** What the root must be by a proof, computed as RFC 9162 says (2.1.3.2). */
    static String root(JsonNode proof) {
        long at = proof.get("number").asLong();
        long last = proof.at("/checkpoint/size").asLong() - 1;
        byte[] hash = HexFormat.of().parseHex(proof.get("leaf").asString());
        for (JsonNode each : proof.get("proof")) {
            byte[] beside = HexFormat.of().parseHex(each.asString());
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
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] node(byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Exit code and what was printed by the verifier that lies in the bundle, compiled as {@code java} would. */
    String verified(Map<String, byte[]> files, String... earlier) throws Exception {
        Path source = folder.resolve("Verifier.java");
        Path compiled = folder.resolve("compiled");
        if (!Files.exists(compiled)) {
            Files.write(source, files.get("Verifier.java"));
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-d", compiled.toString(), source.toString()))
                    .isZero();
        }
        Path zip = folder.resolve("bundle.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        List<String> arguments = new ArrayList<>(List.of(zip.toString()));
        arguments.addAll(List.of(earlier));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {compiled.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Object code = loader.loadClass("Verifier")
                    .getMethod("run", String[].class, PrintStream.class)
                    .invoke(null, arguments.toArray(String[]::new), new PrintStream(printed, true, UTF_8));
            return code + "\n" + printed.toString(UTF_8);
        }
    }
}
