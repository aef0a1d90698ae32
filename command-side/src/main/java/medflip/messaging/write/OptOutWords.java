package medflip.messaging.write;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people text who want no more texts, or want them again: the carriers' words, and words of their own. */
final class OptOutWords {

    private static final Set<String> STOP =
            Set.of("STOP", "STOPALL", "QUIT", "END", "REVOKE", "OPTOUT", "OPT OUT", "CANCEL", "UNSUBSCRIBE");
    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

    /** Better one text too many in the queue than somebody who is texted on. */
    private static final Pattern SUSPECT = Pattern.compile(
            "\\b(stop|quit|unsubscribe|remove me|take me off|opt(ing|ed)?[ -]?out|leave me alone|no more (texts?|messages?)"
                    + "|lose my number|(do not|don.?t|never) (text|message|contact)|wrong (number|person))\\b");

    private OptOutWords() {}

    static boolean isStop(String text) {
        return STOP.contains(bare(text));
    }

    static boolean isStart(String text) {
        return START.contains(bare(text));
    }

    static boolean readsLikeStop(String text) {
        return SUSPECT.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** As carriers read it: case, spaces and punctuation around it don't count. */
    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toUpperCase(Locale.ROOT);
    }
}
