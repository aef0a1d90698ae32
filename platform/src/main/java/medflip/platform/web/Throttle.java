package medflip.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;

/** Lets a key do something so many times a period; who asks more often waits. */
public final class Throttle {

    /** Too many attempts: 429 with Retry-After. */
    public static final class TooMany extends RuntimeException {
        private final long retryAfterSeconds;

        TooMany(long retryAfterSeconds) {
            super("Too many attempts");
            this.retryAfterSeconds = retryAfterSeconds;
        }

        long retryAfterSeconds() {
            return retryAfterSeconds;
        }
    }

    private static final long MOST_KEYS = 100_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final long times;
    private final Duration period;
    private final Cache<String, Bucket> buckets;

    public Throttle(long times, Duration period) {
        this.times = times;
        this.period = period;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_KEYS)
                .expireAfterAccess(period)
                .build();
    }

    /**
     * Counts where a request comes from: its IPv4 address, or the network of its IPv6 address, since whoever has one of
     * these has 2<sup>64</sup>.
     *
     * @throws TooMany if nothing is left for that place
     */
    public void attempt(HttpServletRequest request) {
        attempt(place(request));
    }

    static String place(HttpServletRequest request) {
        return place(request.getRemoteAddr());
    }

    static String place(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // In brackets it is read as an address, and never looked up as a name.
            InetAddress read = InetAddress.getByName("[" + address + "]");
            return read instanceof Inet6Address
                    ? HexFormat.of().formatHex(read.getAddress(), 0, IPV6_NETWORK_BYTES)
                    : read.getHostAddress();
        } catch (UnknownHostException noAddress) {
            return address;
        }
    }

    /** @throws TooMany if the key has used up its attempts */
    public void attempt(String key) {
        Allowance allowance = take(key);
        if (!allowance.granted()) {
            throw new TooMany(allowance.retryAfterSeconds());
        }
    }

    long times() {
        return times;
    }

    Allowance take(String key) {
        Bucket bucket = buckets.get(
                key,
                k -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period))
                        .build());
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Allowance(
                probe.isConsumed(),
                times,
                period,
                probe.getRemainingTokens(),
                Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
    }
}
