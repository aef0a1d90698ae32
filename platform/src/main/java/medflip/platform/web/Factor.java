package medflip.platform.web;

import java.time.Instant;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** How somebody showed who they are. */
public enum Factor {
    PASSWORD,
    /** An answer of Google's, with which the person had linked their account. */
    GOOGLE,
    /** A code of an authenticator app, or a recovery code in its place. */
    AUTHENTICATOR,
    /** A key that the person's device holds and unlocks for them alone: two factors at once. */
    PASSKEY;

    GrantedAuthority shownAt(Instant at) {
        return FactorGrantedAuthority.withFactor(name()).issuedAt(at).build();
    }

    boolean is(FactorGrantedAuthority shown) {
        return shown.getAuthority().equals("FACTOR_" + name());
    }

    boolean isSecond() {
        return this == AUTHENTICATOR || this == PASSKEY;
    }
}
