package medflip.platform.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** What whoever has the session has shown of who they are, and when. */
record Proof(List<FactorGrantedAuthority> factors) {

    /** For so long, what can't be taken back needs no new sign-in. */
    static final Duration FRESH_FOR = Duration.ofMinutes(10);

    static Proof of(Authentication authentication) {
        return new Proof(authentication.getAuthorities().stream()
                .flatMap(authority ->
                        authority instanceof FactorGrantedAuthority factor ? Stream.of(factor) : Stream.empty())
                .toList());
    }

    boolean hasSecond() {
        return Stream.of(Factor.values())
                .filter(Factor::isSecond)
                .anyMatch(second -> factors.stream().anyMatch(second::is));
    }

    boolean isFresh(Instant now) {
        return factors.stream()
                .map(FactorGrantedAuthority::getIssuedAt)
                .max(Comparator.naturalOrder())
                .filter(latest -> latest.plus(FRESH_FOR).isAfter(now))
                .isPresent();
    }
}
