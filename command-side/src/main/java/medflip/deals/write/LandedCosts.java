package medflip.deals.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import medflip.deals.events.FoundBoxes;
import medflip.deals.events.ReceivedLine;
import medflip.kernel.Money;

/** What boxes cost once they are on the shelf: their price, and their share of what it took to get them there. */
final class LandedCosts {

    private LandedCosts() {}

    /** Shares costs by price; the last line takes the remainder, so that the shares sum to the cent. */
    static List<ReceivedLine> of(List<FoundBoxes> bought, Money price, Money costs) {
        List<ReceivedLine> landed = new ArrayList<>();
        Money rest = costs;
        for (FoundBoxes boxes : bought.subList(0, bought.size() - 1)) {
            Money share = price.isPositive()
                    ? costs.share(boxes.total().minor(), price.minor())
                    : Money.zero(costs.currency());
            rest = rest.minus(share);
            landed.add(landed(boxes, share));
        }
        landed.add(landed(bought.getLast(), rest));
        return List.copyOf(landed);
    }

    private static ReceivedLine landed(FoundBoxes boxes, Money share) {
        return new ReceivedLine(
                boxes.number(),
                boxes.productId(),
                boxes.item(),
                boxes.expiry(),
                Objects.requireNonNull(boxes.grade(), "what goes to stock has a grade"),
                boxes.quantity(),
                boxes.total().plus(share));
    }
}
