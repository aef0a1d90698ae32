package medflip.catalog.read.buyers;

import java.util.List;
import java.util.UUID;
import medflip.catalog.events.BuyerTerms.PriceFixed;
import medflip.catalog.events.Channel;
import medflip.catalog.events.Grade;
import medflip.platform.web.Versioned;
import org.jspecify.annotations.Nullable;

/**
 * A wholesale company, and on what terms it buys.
 *
 * @param contact whom one speaks to there
 * @param minimumMonths that must be left on the day the boxes are shipped
 * @param deduction what it usually takes off its list, in percent
 * @param priceFixed when its price stops moving
 * @param paymentDays how many days after the invoice it pays
 * @param retired whether it is no longer sold to
 */
record Buyer(
        UUID id,
        String name,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String note,
        int minimumMonths,
        List<Grade> grades,
        List<Channel> channels,
        int deduction,
        PriceFixed priceFixed,
        int paymentDays,
        boolean retired,
        long version)
        implements Versioned {}
