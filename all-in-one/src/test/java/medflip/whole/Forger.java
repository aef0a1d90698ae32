package medflip.whole;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import medflip.kernel.TenantId;
import medflip.launcher.StripeSimulator;
import medflip.launcher.TwilioSimulator;
import medflip.platform.mail.SvixSignature;
import medflip.platform.twilio.TwilioAccount;

/** Writes what another service would deliver, and what only pretends to be that. */
sealed interface Forger {

    /** Whose deliveries they are, as the inbox calls them. */
    String provider();

    /** How the keys of all that it writes begin. */
    String keys();

    /** The status by which a forgery is answered. */
    int refusal();

    Sent genuine(int number);

    /** Signed by another's secret or by none, or changed in some place after it was signed. */
    Sent forged(int number, Random random);

    /** What is sent to an address of ours. */
    record Sent(String path, Map<String, String> headers, byte[] body) {

        Sent with(String header, String value) {
            Map<String, String> others = new TreeMap<>(headers);
            others.put(header, value);
            return new Sent(path, others, body);
        }

        Sent without(String header) {
            Map<String, String> others = new TreeMap<>(headers);
            others.remove(header);
            return new Sent(path, others, body);
        }

        Sent with(byte[] other) {
            return new Sent(path, headers, other);
        }

        /** Another bit somewhere. The lowest one: another form of a letter or digit can mean the same. */
        Sent flipped(Random random) {
            byte[] other = body.clone();
            other[random.nextInt(other.length)] ^= 1;
            return with(other);
        }

        /** Another character somewhere in a header. */
        Sent mutated(String header, int from, Random random) {
            String value = headers.getOrDefault(header, "");
            int place = from + random.nextInt(value.length() - from);
            char other = value.charAt(place) == '7' ? '3' : '7';
            return with(header, value.substring(0, place) + other + value.substring(place + 1));
        }
    }

    record Twilio(String publicUrl, String path, TwilioAccount account) implements Forger {

        private static final String SIGNATURE = "X-Twilio-Signature";

        @Override
        public String provider() {
            return "twilio";
        }

        @Override
        public String keys() {
            return "SMf0f0";
        }

        @Override
        public int refusal() {
            return 404;
        }

        @Override
        public Sent genuine(int number) {
            return signed(form(number), account.token());
        }

        @Override
        public Sent forged(int number, Random random) {
            Map<String, String> form = form(number);
            Sent genuine = genuine(number);
            return switch (random.nextInt(10)) {
                case 0 -> genuine.with(encoded(changed(form, "Body", "changed")));
                case 1 -> {
                    String another = TwilioSimulator.account(new TenantId(UUID.randomUUID()))
                            .sid();
                    yield signed(changed(form, "AccountSid", another), account.token());
                }
                case 2 -> genuine.with(encoded(changed(form, "Extra" + number, "x")));
                case 3 -> genuine.mutated(SIGNATURE, 0, random);
                case 4 -> signed(form, "f".repeat(32));
                case 5 -> {
                    form.remove("To");
                    yield genuine.with(encoded(form));
                }
                case 6 -> genuine.without(SIGNATURE);
                case 7 -> genuine.with(SIGNATURE, noise(random));
                case 8 -> new Sent(path.replaceFirst("twilio/..", "twilio/zz"), genuine.headers(), genuine.body());
                default -> genuine.flipped(random);
            };
        }

        private Sent signed(Map<String, String> form, String token) {
            return new Sent(
                    path,
                    Map.of(
                            "Content-Type",
                            "application/x-www-form-urlencoded",
                            SIGNATURE,
                            TwilioSimulator.signature(publicUrl + path, form, token)),
                    encoded(form));
        }

        private Map<String, String> form(int number) {
            return new TreeMap<>(Map.of(
                    "AccountSid",
                    account.sid(),
                    "MessageSid",
                    keys() + "%028x".formatted(number),
                    "From",
                    "+16175550111",
                    "To",
                    account.number(),
                    "Body",
                    "number " + number,
                    "NumMedia",
                    "0"));
        }

        private static Map<String, String> changed(Map<String, String> form, String field, String value) {
            Map<String, String> other = new TreeMap<>(form);
            other.put(field, value);
            return other;
        }

        private static byte[] encoded(Map<String, String> form) {
            return bytes(form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&")));
        }
    }

    record Stripe(String secret) implements Forger {

        private static final String SIGNATURE = "Stripe-Signature";

        @Override
        public String provider() {
            return "stripe";
        }

        @Override
        public String keys() {
            return "evt_f0f0";
        }

        @Override
        public int refusal() {
            return 400;
        }

        @Override
        public Sent genuine(int number) {
            return signed(number, secret);
        }

        @Override
        public Sent forged(int number, Random random) {
            Sent genuine = genuine(number);
            String header = genuine.headers().getOrDefault(SIGNATURE, "");
            int signature = header.indexOf("v1=") + 3;
            return switch (random.nextInt(8)) {
                case 0 -> genuine.mutated(SIGNATURE, signature, random);
                case 1 -> signed(number, "whsec_guess" + number);
                case 2 -> genuine.with(SIGNATURE, "t=" + (now() + 7) + header.substring(header.indexOf(',')));
                case 3 -> genuine.with(SIGNATURE, header.replace("v1=", "v0="));
                case 4 -> genuine.with(bytes(new String(genuine.body(), StandardCharsets.UTF_8) + " "));
                case 5 -> genuine.without(SIGNATURE);
                case 6 -> genuine.with(SIGNATURE, noise(random));
                default -> genuine.flipped(random);
            };
        }

        private Sent signed(int number, String by) {
            String payload = "{\"id\":\"" + keys() + number + "\",\"type\":\"product.created\",\"livemode\":false,"
                    + "\"data\":{\"object\":{\"id\":\"prod_1\"}}}";
            long now = now();
            return new Sent(
                    "/webhooks/stripe",
                    Map.of(
                            "Content-Type",
                            "application/json",
                            SIGNATURE,
                            "t=" + now + ",v1=" + StripeSimulator.signature(payload, now, by)),
                    bytes(payload));
        }
    }

    record Resend(String secret) implements Forger {

        private static final String ID = "svix-id";
        private static final String AT = "svix-timestamp";
        private static final String SIGNATURE = "svix-signature";

        @Override
        public String provider() {
            return "resend";
        }

        @Override
        public String keys() {
            return "msg_f0f0";
        }

        @Override
        public int refusal() {
            return 400;
        }

        @Override
        public Sent genuine(int number) {
            return signed(number, secret);
        }

        @Override
        public Sent forged(int number, Random random) {
            Sent genuine = genuine(number);
            String header = genuine.headers().getOrDefault(SIGNATURE, "");
            return switch (random.nextInt(9)) {
                case 0 -> genuine.mutated(ID, keys().length(), random);
                case 1 -> genuine.with(AT, Long.toString(now() + 7 + random.nextInt(200)));
                case 2 -> genuine.mutated(SIGNATURE, 3, random);
                case 3 -> genuine.with(SIGNATURE, header.replace("v1,", "v" + (2 + random.nextInt(9)) + ","));
                case 4 -> signed(number, "whsec_" + Base64.getEncoder().encodeToString(bytes("guess " + number)));
                case 5 -> genuine.with(SIGNATURE, noise(random));
                case 6 -> genuine.without(List.of(ID, AT, SIGNATURE).get(random.nextInt(3)));
                case 7 -> genuine.with(bytes(new String(genuine.body(), StandardCharsets.UTF_8) + " "));
                default -> genuine.flipped(random);
            };
        }

        private Sent signed(int number, String by) {
            byte[] body = bytes("{\"type\":\"domain.updated\",\"data\":{\"number\":" + number + "}}");
            String id = keys() + number;
            String at = Long.toString(now());
            return new Sent(
                    "/webhooks/resend",
                    Map.of(
                            "Content-Type",
                            "application/json",
                            ID,
                            id,
                            AT,
                            at,
                            SIGNATURE,
                            SvixSignature.of(by, id, at, body)),
                    body);
        }
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }

    /** Whatever can stand in a header. */
    private static String noise(Random random) {
        return random.ints(random.nextInt(60), '!', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
