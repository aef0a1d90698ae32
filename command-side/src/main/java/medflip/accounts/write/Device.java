package medflip.accounts.write;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * From where somebody signs in, as far as a request tells; {@link medflip.platform.web.Places} knows which place an
 * address belongs to.
 *
 * @param browser such as {@code Firefox}
 * @param system such as {@code Android}
 * @param address IP address
 */
record Device(String browser, String system, String address) {

    /** In this order: most browsers also claim to be those below them. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg", "Edge",
            "OPR/", "Opera",
            "SamsungBrowser", "Samsung Internet",
            "Firefox", "Firefox",
            "FxiOS", "Firefox",
            "CriOS", "Chrome",
            "Chrome", "Chrome",
            "Safari", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Android", "Android",
            "CrOS", "ChromeOS",
            "Windows", "Windows",
            "Macintosh", "macOS",
            "Linux", "Linux");

    static Device of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return new Device(
                named(BROWSERS, agent == null ? "" : agent, "Another program"),
                named(SYSTEMS, agent == null ? "" : agent, "another system"),
                request.getRemoteAddr());
    }

    /** For a person. */
    String inWords() {
        return browser + " on " + system;
    }

    /**
     * Whether a sign-in from there is no surprise after one from here: the same kind of browser in the same network.
     */
    boolean isLike(Device other) {
        return browser.equals(other.browser)
                && system.equals(other.system)
                && network().equals(other.network());
    }

    /** A provider's range rather than one line: home connections and phones change their address all the time. */
    private String network() {
        String[] parts = address.split("[.:]", 3);
        return parts.length < 3 ? address : parts[0] + "." + parts[1];
    }

    private static String named(Map<String, String> names, String agent, String otherwise) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            ordered.put(pairs[i], pairs[i + 1]);
        }
        return ordered;
    }
}
