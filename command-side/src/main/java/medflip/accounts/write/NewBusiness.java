package medflip.accounts.write;

import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import medflip.accounts.events.AccountId;
import medflip.accounts.events.UserId;
import medflip.accounts.write.AccountCommand.SignUp;
import medflip.kernel.EmailAddress;
import medflip.kernel.PersonalText;
import medflip.kernel.PhoneNumber;
import medflip.kernel.PostalAddress;
import medflip.platform.policy.PublishedPolicy;
import medflip.platform.text.PhoneNumbers;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;

/** What is asked of whoever opens a business, by a link or by Google. */
record NewBusiness(
        PersonalText name,
        @Nullable PhoneNumber phone,
        @Nullable PostalAddress address,
        String timeZone) {

    private static final String CURRENCY = "USD";
    private static final String TIME_ZONE = "America/New_York";

    /** Not to be used before {@link Faults#throwIfAny}, as any value that is parsed. */
    static NewBusiness parse(
            Faults faults,
            @Nullable String name,
            @Nullable String phone,
            @Nullable PostalAddress address,
            @Nullable String timeZone,
            boolean attestsAdult) {
        faults.check(attestsAdult, "attestsAdult", AccountRejection.NOT_ADULT.message());
        return new NewBusiness(
                faults.required("businessName", name, PersonalText::parse),
                faults.optional("phone", phone, PhoneNumbers::parse),
                faults.optional("address", address, PostalAddress::parse),
                Objects.requireNonNullElse(
                        faults.optional(
                                "timeZone", timeZone, zone -> ZoneId.of(zone).getId()),
                        TIME_ZONE));
    }

    /** Of an adult who agrees to the present policy, and whose address was shown to be theirs. */
    SignUp by(UserId owner, EmailAddress email, @Nullable UUID googleLink) {
        return new SignUp(
                AccountId.of(owner.tenantId(), owner.tenantId().value()),
                owner,
                email,
                name,
                phone,
                address,
                CURRENCY,
                timeZone,
                true,
                PublishedPolicy.VERSION,
                googleLink);
    }
}
