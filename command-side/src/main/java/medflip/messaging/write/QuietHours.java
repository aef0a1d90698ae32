package medflip.messaging.write;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import medflip.kernel.PhoneNumber;

/**
 * Nobody is texted before 8 in the morning or from 9 in the evening on, at their own place (47 CFR 64.1200(c)(1)). A
 * number may be at several places: then it must be neither early nor late at any of them.
 */
final class QuietHours {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(21, 0);

    /** From coast to coast, where a number doesn't say where it is. */
    private static final List<String> ANYWHERE = List.of("America/New_York", "America/Los_Angeles");

    private QuietHours() {}

    /** Time zones in which the number may be. */
    static List<String> zones(PhoneNumber number) {
        try {
            List<String> zones = PhoneNumberToTimeZonesMapper.getInstance()
                    .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(number.value(), null));
            return zones.contains(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()) || zones.size() > 2
                    ? ANYWHERE
                    : List.copyOf(zones);
        } catch (NumberParseException e) {
            return ANYWHERE;
        }
    }

    /** The first moment from {@code at} on at which it is neither early nor late in any of the zones. */
    static Instant opens(List<String> zones, Instant at) {
        Instant candidate = at;
        for (Instant before = Instant.MIN; !candidate.equals(before); ) {
            before = candidate;
            for (String zone : zones) {
                candidate = opens(ZoneId.of(zone), candidate);
            }
        }
        return candidate;
    }

    private static Instant opens(ZoneId zone, Instant at) {
        ZonedDateTime there = at.atZone(zone);
        if (there.toLocalTime().isBefore(MORNING)) {
            return there.with(MORNING).toInstant();
        }
        return there.toLocalTime().isBefore(EVENING)
                ? at
                : there.plusDays(1).with(MORNING).toInstant();
    }
}
