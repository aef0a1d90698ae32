package medflip.messaging.write;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.kernel.PersonName;
import medflip.kernel.PersonalText;
import medflip.kernel.Texts;

/**
 * A text to many people. {@code {name}}, {@code {first name}} and {@code {business}} stand for what is each one's own.
 */
record CampaignText(PersonalText body) {

    private static final int MAX = 1_000;
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
    private static final String NAME = "name";
    private static final String FIRST_NAME = "first name";
    private static final String BUSINESS = "business";

    /** @throws IllegalArgumentException with a reason that a person can read */
    static CampaignText parse(String text) {
        PersonalText body = new PersonalText(Texts.paragraph("A text", text, MAX));
        Map<String, String> known = Map.of(NAME, "", FIRST_NAME, "", BUSINESS, "");
        Matcher variables = VARIABLE.matcher(body.value());
        while (variables.find()) {
            if (!known.containsKey(variables.group(1))) {
                throw new IllegalArgumentException("Nothing is known to put in for {" + variables.group(1)
                        + "}: write {first name}, {name} or {business}.");
            }
        }
        return new CampaignText(body);
    }

    PersonalText to(PersonName person, String business) {
        String name = person.value();
        Map<String, String> values = Map.of(NAME, name, FIRST_NAME, name.split(" ", 2)[0], BUSINESS, business);
        return new PersonalText(VARIABLE.matcher(body.value())
                .replaceAll(variable ->
                        Matcher.quoteReplacement(values.getOrDefault(variable.group(1), variable.group()))));
    }
}
