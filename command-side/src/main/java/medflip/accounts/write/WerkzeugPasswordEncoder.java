package medflip.accounts.write;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.accounts.write.SlowHash.Pbkdf2;
import medflip.accounts.write.SlowHash.Scrypt;
import medflip.accounts.write.SlowHash.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * PBKDF2-HMAC-SHA256 in Werkzeug's form, {@code pbkdf2:sha256:<iterations>$<salt>$<hex>} (policy promise P5), so that
 * accounts hashed by the earlier system sign in; also those it hashed as {@code scrypt:<n>:<r>:<p>$<salt>$<hex>}. A
 * hash by scrypt, or with fewer iterations than today's, is upgraded at sign-in.
 */
class WerkzeugPasswordEncoder implements PasswordEncoder {

    private static final Pattern FORM = Pattern.compile("([^$]+)\\$([^$]+)\\$((?:[0-9a-f]{2})+)");

    private static final int SALT_LENGTH = 16;
    private static final String SALT_CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private final SecureRandom random = new SecureRandom();
    private final int iterations;
    private final SlowHash hash;

    /** @param iterations for new hashes; OWASP asks for 600,000 or more */
    WerkzeugPasswordEncoder(int iterations) {
        this(iterations, new SlowHash());
    }

    WerkzeugPasswordEncoder(int iterations, SlowHash hash) {
        this.iterations = iterations;
        this.hash = hash;
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        StringBuilder salt = new StringBuilder();
        for (int i = 0; i < SALT_LENGTH; i++) {
            salt.append(SALT_CHARACTERS.charAt(random.nextInt(SALT_CHARACTERS.length())));
        }
        byte[] bytes = hash.compute(new Pbkdf2(iterations), password == null ? "" : password, salt.toString());
        return "pbkdf2:sha256:" + iterations + "$" + salt + "$" + HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        Matcher form = FORM.matcher(encoded == null ? "" : encoded);
        Work work = form.matches() ? Work.parse(form.group(1)) : null;
        return password != null
                && work != null
                && MessageDigest.isEqual(
                        HexFormat.of().parseHex(form.group(3)), hash.compute(work, password, form.group(2)));
    }

    /**
     * As {@link #matches}, at a cost that doesn't tell which hash it was, nor whether there is one: as many rounds as
     * the dearest method takes, today's at least, and each other method once.
     *
     * @param encoded null where nobody has such an account
     * @param kept the methods of all hashes that are kept, each as a hash begins with it; of those that can't be
     *     computed nobody signs in
     */
    boolean matchesAtEqualCost(CharSequence password, @Nullable String encoded, Collection<String> kept) {
        int rounds = iterations;
        Set<Scrypt> others = new LinkedHashSet<>();
        for (String method : kept) {
            switch (Work.parse(method)) {
                case Pbkdf2 pbkdf2 -> rounds = Math.max(rounds, pbkdf2.rounds());
                case Scrypt scrypt -> others.add(scrypt);
                case null -> {}
            }
        }
        Work own = encoded == null ? null : workOf(encoded);
        boolean right = matches(password, encoded);
        int missing = own instanceof Pbkdf2 done ? rounds - done.rounds() : rounds;
        if (missing > 0) {
            hash.compute(new Pbkdf2(missing), password, "nobody's");
        }
        others.stream().filter(other -> !other.equals(own)).forEach(other -> hash.compute(other, password, "nobody's"));
        return right;
    }

    private static @Nullable Work workOf(String encoded) {
        Matcher form = FORM.matcher(encoded);
        return form.matches() ? Work.parse(form.group(1)) : null;
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return switch (encoded == null ? null : workOf(encoded)) {
            case Pbkdf2 pbkdf2 -> pbkdf2.rounds() < iterations;
            case Scrypt scrypt -> true;
            case null -> false;
        };
    }
}
