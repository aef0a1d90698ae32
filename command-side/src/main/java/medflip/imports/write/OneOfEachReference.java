package medflip.imports.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import medflip.imports.write.Kind.Entering;
import medflip.imports.write.Kind.Outcome;
import medflip.imports.write.Kind.Result;
import medflip.imports.write.Reading.Good;
import org.jspecify.annotations.Nullable;

/**
 * Refuses rows whose reference another row of the file has: which of them is meant nobody knows. Of such rows the first
 * counts.
 */
final class OneOfEachReference<R> implements Entering<R> {

    private final Entering<R> entering;
    private final Function<R, @Nullable String> reference;
    private final Map<String, Integer> first = new HashMap<>();

    OneOfEachReference(Entering<R> entering, List<Good<R>> rows, Function<R, @Nullable String> reference) {
        this.entering = entering;
        this.reference = reference;
        for (Good<R> row : rows) {
            String name = reference.apply(row.content());
            if (name != null) {
                first.putIfAbsent(name, row.number());
            }
        }
    }

    @Override
    public List<Outcome> foresee(List<Good<R>> together) {
        return outcomes(together, entering::foresee);
    }

    @Override
    public List<Outcome> enter(List<Good<R>> together) {
        return outcomes(together, entering::enter);
    }

    private List<Outcome> outcomes(List<Good<R>> together, Function<List<Good<R>>, List<Outcome>> working) {
        List<Good<R>> ones = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Good<R> row : together) {
            int before = first.getOrDefault(String.valueOf(reference.apply(row.content())), row.number());
            if (before == row.number()) {
                ones.add(row);
            } else {
                outcomes.add(Outcome.of(row.number(), Result.REFUSED, "Row " + before + " has this reference, too."));
            }
        }
        if (!ones.isEmpty()) {
            outcomes.addAll(working.apply(ones));
        }
        return outcomes;
    }
}
