package medflip.catalog.read.whatif;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import medflip.catalog.events.ListedProduct.TierShare;
import medflip.platform.web.Faults;
import org.jspecify.annotations.Nullable;

/** Which quotes, and how would they have been priced? What is left out stays as it was. */
record FindWhatIf(
        @Schema(description = "First day of the quotes; all from the beginning where absent") @Nullable
        LocalDate from,

        @Schema(description = "Last day of the quotes") @Nullable
        LocalDate to,

        @Schema(description = "By this version of the business's own list; where absent, by what held on each day")
        @Nullable
        Integer version,

        @Schema(
                description = "By another table of tiers: months left and percent of the list's best tier, such as"
                        + " 8:100,5:70. Boxes below the last aren't bought")
        @Nullable
        String tiers,

        @Schema(description = "Percent taken off each price, 0 to 90") @Nullable
        Integer deduction,

        @Schema(description = "Percent of the best buyer's price that is left over at least, 0 to 90") @Nullable
        Integer floor,

        @Schema(
                description = "Who was offered so many percent less than they took, or less still, would have gone"
                        + " elsewhere; 1 to 100. Where absent, everybody stays")
        @Nullable
        Integer leaveAt) {

    private static final Pattern TIER = Pattern.compile("(\\d{1,3}):(\\d{1,3})");
    private static final int MOST_PERCENT = 90;
    private static final int MOST_SHARE = 200;
    private static final int WHOLE = 100;

    /** @throws Faults.InvalidRequest if it can't be asked so */
    Repricing repricing() {
        Faults faults = new Faults();
        faults.check(from == null || to == null || !from.isAfter(to), "to", "The last day comes after the first.");
        faults.check(isWithin(deduction, 0, MOST_PERCENT), "deduction", "A deduction is 0 to 90 percent.");
        faults.check(isWithin(floor, 0, MOST_PERCENT), "floor", "A floor is 0 to 90 percent.");
        faults.check(isWithin(leaveAt, 1, WHOLE), "leaveAt", "Sellers leave at 1 to 100 percent less.");
        List<TierShare> table = table(faults);
        faults.throwIfAny();
        return new Repricing(table, Objects.requireNonNullElse(deduction, 0), floor, leaveAt);
    }

    private static boolean isWithin(@Nullable Integer value, int least, int most) {
        return value == null || value >= least && value <= most;
    }

    private @Nullable List<TierShare> table(Faults faults) {
        if (tiers == null || tiers.isBlank()) {
            return null;
        }
        List<TierShare> table = new ArrayList<>();
        for (String part : tiers.split(",")) {
            Matcher tier = TIER.matcher(part.strip());
            boolean fits = tier.matches() && Integer.parseInt(tier.group(2)) <= MOST_SHARE;
            faults.check(fits, "tiers", "A tier is months and percent, such as 8:100.");
            if (fits) {
                table.add(new TierShare(Integer.parseInt(tier.group(1)), Integer.parseInt(tier.group(2))));
            }
        }
        table.sort(Comparator.comparingLong(TierShare::fromMonths).reversed());
        return table;
    }
}
