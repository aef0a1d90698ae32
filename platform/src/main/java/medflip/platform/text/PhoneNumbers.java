package medflip.platform.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import medflip.kernel.PhoneNumber;

/** Turns a phone number as people write it into E.164. A number without a country is of the United States. */
public final class PhoneNumbers {

    private static final String HOME = "US";

    private PhoneNumbers() {}

    /**
     * Takes what has a possible length for its country; whether anybody answers there only a call can tell.
     *
     * @throws IllegalArgumentException with a reason that a person can read
     */
    public static PhoneNumber parse(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, HOME);
            if (!numbers.isPossibleNumber(number)) {
                throw new IllegalArgumentException("This phone number has too few or too many digits.");
            }
            return PhoneNumber.parse(numbers.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("This is no phone number.", e);
        }
    }
}
