package medflip.messaging.write;

/**
 * In how many parts a text travels, each of which costs: 160 characters of the carriers' plain alphabet or 70 others, a
 * little less where it takes many.
 *
 * @see <a href="https://www.twilio.com/docs/glossary/what-sms-character-limit">Twilio on character limits</a>
 */
final class Segments {

    private static final String PLAIN = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each of these counts two. */
    private static final String DOUBLE = "\f^{}\\[~]|€";

    private static final int PLAIN_ALONE = 160;
    private static final int PLAIN_OF_MANY = 153;
    private static final int OTHERS_ALONE = 70;
    private static final int OTHERS_OF_MANY = 67;

    private Segments() {}

    static int of(String text) {
        return text.chars().allMatch(each -> PLAIN.indexOf(each) >= 0 || DOUBLE.indexOf(each) >= 0)
                ? parts(
                        text.chars()
                                .map(each -> DOUBLE.indexOf(each) >= 0 ? 2 : 1)
                                .sum(),
                        PLAIN_ALONE,
                        PLAIN_OF_MANY)
                : parts(text.length(), OTHERS_ALONE, OTHERS_OF_MANY);
    }

    private static int parts(int length, int alone, int ofMany) {
        return length <= alone ? Math.min(length, 1) : Math.ceilDiv(length, ofMany);
    }
}
