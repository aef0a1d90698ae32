package medflip.whole;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Google, as far as OpenID Connect goes, on this machine: over HTTP, with codes that are good once, proof keys that are
 * checked, and answers that its own key signs. It tells a lie if a test wants one.
 */
final class GoogleStandIn {

    static final String CLIENT = "medflip-of-the-tests";
    static final String SECRET = "the secret of the client";

    /** What an answer says wrongly. */
    enum Lie {
        NONE,
        ANOTHERS_NONCE,
        ANOTHERS_AUDIENCE,
        ANOTHERS_ISSUER,
        ANOTHERS_KEY,
        EXPIRED,
        UNVERIFIED_ADDRESS
    }

    private record Approved(Map<String, String> asked, String email, Lie lie) {}

    private static final String PAGE = """
            <!doctype html><html lang="en"><head><title>Google</title><link rel="icon" href="data:,"></head><body>
            <h1>Choose an account</h1><form action="/approve">%s
            <label>Account <input name="email"></label><button>Continue</button></form></body></html>
            """;

    private static final class Shared {
        static final GoogleStandIn INSTANCE = new GoogleStandIn();
    }

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey foreignKey = newKey();
    private final Map<String, Approved> codes = new ConcurrentHashMap<>();

    static GoogleStandIn shared() {
        return Shared.INSTANCE;
    }

    private GoogleStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/.well-known/openid-configuration", exchange -> json(exchange, 200, description()));
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(key).toJSONObject()));
        server.createContext("/authorize", this::page);
        server.createContext("/approve", this::approve);
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What somebody brings back who was sent there, and approved as that account: {@code code} and {@code state}. */
    Map<String, String> approve(String address, String email, Lie lie) {
        Map<String, String> asked = parameters(URI.create(address).getRawQuery());
        return Map.of("code", code(asked, email, lie), "state", Objects.requireNonNull(asked.get("state")));
    }

    private String code(Map<String, String> asked, String email, Lie lie) {
        String code = UUID.randomUUID().toString();
        codes.put(code, new Approved(asked, email, lie));
        return code;
    }

    private Map<String, Object> description() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/authorize",
                "token_endpoint",
                issuer() + "/token",
                "jwks_uri",
                issuer() + "/keys",
                "subject_types_supported",
                new String[] {"public"},
                "response_types_supported",
                new String[] {"code"},
                "id_token_signing_alg_values_supported",
                new String[] {"RS256"});
    }

    /** A page with a form, for whoever comes with a browser. */
    private void page(HttpExchange exchange) throws IOException {
        StringBuilder hidden = new StringBuilder();
        parameters(exchange.getRequestURI().getRawQuery())
                .forEach((name, value) ->
                        hidden.append("<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(name, value)));
        send(exchange, 200, "text/html; charset=utf-8", PAGE.replace("%s", hidden));
    }

    private void approve(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        String code = code(asked, Objects.requireNonNull(asked.get("email")), Lie.NONE);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        asked.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Approved approved = codes.remove(given.getOrDefault("code", ""));
        String client = Base64.getEncoder()
                .encodeToString((URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":"
                                + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        boolean good = approved != null
                && ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && Objects.equals(given.get("redirect_uri"), approved.asked().get("redirect_uri"))
                && "S256".equals(approved.asked().get("code_challenge_method"))
                && s256(given.getOrDefault("code_verifier", ""))
                        .equals(approved.asked().get("code_challenge"));
        if (!good) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        json(
                exchange,
                200,
                Map.of(
                        "access_token",
                        UUID.randomUUID().toString(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        3600,
                        "id_token",
                        signed(approved)));
    }

    private String signed(Approved approved) {
        Lie lie = approved.lie();
        Instant now = lie == Lie.EXPIRED ? Instant.now().minusSeconds(7200) : Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(lie == Lie.ANOTHERS_ISSUER ? "http://localhost:1" : issuer())
                .audience(lie == Lie.ANOTHERS_AUDIENCE ? "another-client" : CLIENT)
                .subject(s256(approved.email()))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(3600)))
                .claim(
                        "nonce",
                        lie == Lie.ANOTHERS_NONCE ? "another" : approved.asked().get("nonce"))
                .claim("email", approved.email())
                .claim("email_verified", lie != Lie.UNVERIFIED_ADDRESS)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(lie == Lie.ANOTHERS_KEY ? foreignKey : key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String s256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : form.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, "application/json", Browser.JSON.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
