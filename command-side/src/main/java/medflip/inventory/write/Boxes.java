package medflip.inventory.write;

import medflip.kernel.Money;

/** How many boxes, and what they cost together. Cost follows boxes to the cent, whichever way they go. */
record Boxes(int quantity, Money cost) {

    static Boxes none(String currency) {
        return new Boxes(0, Money.zero(currency));
    }

    /** Some of them with their share of the cost: the last ones take the remainder. */
    Boxes part(int part) {
        return new Boxes(part, part == quantity ? cost : cost.share(part, quantity));
    }

    Boxes plus(Boxes other) {
        return new Boxes(quantity + other.quantity, cost.plus(other.cost));
    }

    Boxes minus(Boxes other) {
        return new Boxes(quantity - other.quantity, cost.minus(other.cost));
    }
}
