package medflip.accounts.write;

import java.time.Duration;
import medflip.platform.retention.RetentionRule;
import medflip.platform.web.Throttle;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Strength of password hashes, and how often one may try. */
@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    private static final Duration QUARTER_HOUR = Duration.ofMinutes(15);

    @Bean
    WerkzeugPasswordEncoder passwordEncoder(@Value("${medflip.accounts.password-iterations:600000}") int iterations) {
        return new WerkzeugPasswordEncoder(iterations);
    }

    @Bean
    RetentionRule closedAccounts(AccountErasure erasure) {
        return new RetentionRule(
                "accounts.closed",
                "P7",
                "Businesses that were closed, from the 85th day on",
                Duration.ofDays(Closure.KEPT_DAYS),
                Duration.ofDays(AccountErasure.LIMIT_DAYS),
                erasure);
    }

    /** Attempts on one account; ten wrong passwords in a quarter of an hour are no slip of the finger. */
    @Bean
    Throttle accountThrottle(@Value("${medflip.accounts.sign-ins-per-account:10}") int times) {
        return new Throttle(times, QUARTER_HOUR);
    }

    /** Codes tried for one user: of a million, three are right at a time. */
    @Bean
    Throttle secondFactorThrottle(@Value("${medflip.accounts.codes-per-user:10}") int times) {
        return new Throttle(times, QUARTER_HOUR);
    }

    /** Attempts from one address, over all accounts. */
    @Bean
    Throttle addressThrottle(@Value("${medflip.accounts.sign-ins-per-address:100}") int times) {
        return new Throttle(times, QUARTER_HOUR);
    }
}
