package medflip.accounts.read.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import medflip.accounts.events.AddressFault;
import medflip.accounts.events.Role;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, and for which business.
 *
 * @param confirmed whether the address was shown to be the user's
 * @param wantedEmail the address that it shall become, once both have agreed
 * @param mailFault why mails don't get to that address, if they don't
 * @param optionalMail whether the user wants mails that they can do without
 * @param policyVersion version of the privacy policy that the person agreed to
 * @param policyInForce the version that is published now
 * @param secondFactorMissing whether the person's role needs a second step at the sign-in, and they have none
 * @param support that this is one of the service's staff, whom the business let in
 * @param demo whether this is the business with made-up data, which the service was started to be looked at with
 */
record Session(
        UUID userId,
        String email,
        Role role,
        boolean confirmed,
        @Nullable String wantedEmail,
        @Nullable AddressFault mailFault,
        boolean optionalMail,
        Business business,
        String policyVersion,
        String policyInForce,
        boolean demo,
        boolean secondFactorMissing,
        @Nullable SupportVisit support) {

    /** A visit of the service's staff. */
    record SupportVisit(UUID id, boolean mayWrite, Instant until) {}

    /**
     * The business; for who works for the service itself, that.
     *
     * @param currency ISO 4217
     * @param timeZone IANA name: where the business's days begin and end
     * @param closedOn when it left; since then it can only be looked at
     * @param erasedOn when it is erased unless it comes back before
     */
    record Business(
            UUID id,
            String name,
            String currency,
            String timeZone,
            @Nullable String phone,
            @Nullable PostalAddress address,
            @Nullable LocalDate closedOn,
            @Nullable LocalDate erasedOn) {}
}
