package medflip.messaging.write;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import medflip.kernel.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of the states and territories of the United States. A state on both sides of a border has both: nobody
 * there is texted while it is early or late on either side.
 *
 * @see <a href="https://www.ecfr.gov/current/title-49/subtitle-A/part-71">49 CFR part 71</a>
 */
final class StateZones {

    private static final String EASTERN = "America/New_York";
    private static final String CENTRAL = "America/Chicago";
    private static final String MOUNTAIN = "America/Denver";
    private static final String PACIFIC = "America/Los_Angeles";

    /** Zones, and the states that have them, each by its letters and its name. */
    private static final Map<List<String>, String> STATES = Map.ofEntries(
            Map.entry(
                    List.of(EASTERN),
                    "CT Connecticut,DE Delaware,DC District of Columbia,GA Georgia,ME Maine,MD Maryland,"
                            + "MA Massachusetts,NH New Hampshire,NJ New Jersey,NY New York,NC North Carolina,OH Ohio,"
                            + "PA Pennsylvania,RI Rhode Island,SC South Carolina,VT Vermont,VA Virginia,"
                            + "WV West Virginia"),
            Map.entry(List.of(EASTERN, CENTRAL), "FL Florida,IN Indiana,KY Kentucky,MI Michigan,TN Tennessee"),
            Map.entry(
                    List.of(CENTRAL),
                    "AL Alabama,AR Arkansas,IL Illinois,IA Iowa,LA Louisiana,MN Minnesota,MS Mississippi,MO Missouri,"
                            + "OK Oklahoma,WI Wisconsin"),
            Map.entry(List.of(CENTRAL, MOUNTAIN), "KS Kansas,NE Nebraska,ND North Dakota,SD South Dakota,TX Texas"),
            Map.entry(List.of(MOUNTAIN), "CO Colorado,MT Montana,NM New Mexico,UT Utah,WY Wyoming"),
            Map.entry(List.of("America/Phoenix", MOUNTAIN), "AZ Arizona"),
            Map.entry(List.of(MOUNTAIN, PACIFIC), "ID Idaho,NV Nevada,OR Oregon"),
            Map.entry(List.of(PACIFIC), "CA California,WA Washington"),
            Map.entry(List.of("America/Anchorage", "America/Adak"), "AK Alaska"),
            Map.entry(List.of("Pacific/Honolulu"), "HI Hawaii"),
            Map.entry(List.of("America/Puerto_Rico"), "PR Puerto Rico,VI Virgin Islands"),
            Map.entry(List.of("Pacific/Guam"), "GU Guam"));

    private static final Map<String, List<String>> ZONES = STATES.entrySet().stream()
            .flatMap(zones -> Stream.of(zones.getValue().split(","))
                    .flatMap(state -> Stream.of(state.substring(0, 2), state.substring(3)))
                    .map(state -> Map.entry(state.toUpperCase(Locale.ROOT), zones.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private StateZones() {}

    /** Empty where the address doesn't say a state by its name or letters, or is in another country. */
    static List<String> of(@Nullable PostalAddress address) {
        if (address == null || address.region() == null || !isInUnitedStates(address.country())) {
            return List.of();
        }
        String region = address.region().strip().replace(".", "").toUpperCase(Locale.ROOT);
        return ZONES.getOrDefault(region, List.of());
    }

    private static boolean isInUnitedStates(@Nullable String country) {
        return country == null
                || List.of("US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA")
                        .contains(country.strip().replace(".", "").toUpperCase(Locale.ROOT));
    }
}
