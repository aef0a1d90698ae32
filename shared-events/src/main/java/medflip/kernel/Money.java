package medflip.kernel;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An amount in minor units (cents) of one ISO 4217 currency. Never a floating-point number; two currencies never meet.
 * As JSON it is {@code {"minor":1234,"currency":"USD"}} and nothing else.
 */
public record Money(
        long minor, @NotPersonal("an ISO 4217 code") String currency) implements Comparable<Money> {

    /** Ten billion: far above any real amount, and far below where sums of many could overflow. */
    private static final long MOST_MINOR = 1_000_000_000_000L;

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public static Money usd(String amount) {
        return of(new BigDecimal(amount), "USD");
    }

    /**
     * Passes an amount from outside through if it can be booked.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static Money requireUsable(Money amount) {
        if (!"USD".equals(amount.currency)) {
            throw new IllegalArgumentException("Amounts are in USD.");
        }
        if (Math.abs(amount.minor) > MOST_MINOR) {
            throw new IllegalArgumentException("This amount is too large.");
        }
        return amount;
    }

    /** Rounds half-even to the minor unit. */
    public static Money of(BigDecimal amount, String currency) {
        int digits = java.util.Currency.getInstance(currency).getDefaultFractionDigits();
        return new Money(
                amount.movePointRight(digits)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    /** The share {@code part/whole} of this amount, rounded half-even; the caller gives the remainder to the last. */
    public Money share(long part, long whole) {
        BigInteger product = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(part));
        return new Money(
                new BigDecimal(product)
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_EVEN)
                        .longValueExact(),
                currency);
    }

    @JsonIgnore
    public boolean isNegative() {
        return minor < 0;
    }

    @JsonIgnore
    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isAtMost(Money other) {
        return compareTo(other) <= 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Can't mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
