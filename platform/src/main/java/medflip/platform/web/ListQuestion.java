package medflip.platform.web;

import medflip.platform.tenancy.Caller;
import medflip.platform.tenancy.PastMoment;
import org.jspecify.annotations.Nullable;

/**
 * What a command side asks of a list that a query side has: whether it can be asked, or what the whole of it came to at
 * a moment.
 *
 * @param caller whose list it is
 * @param list as of {@link ListCheck}
 * @param moment null for whether it can be asked
 */
public record ListQuestion(
        Caller caller, String list, @Nullable PastMoment moment) {}
