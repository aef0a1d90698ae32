package medflip.catalog.write;

import medflip.platform.command.Rejection;

/** Why a price list refuses. */
enum PriceListRejection implements Rejection {
    PRICES_MOVED("A newer version was published meanwhile. Look at it, then publish again.", Kind.CONFLICT),
    NO_SUCH_VERSION("There is no such version, or it was withdrawn already.", Kind.CONFLICT),
    NO_PRICES("A price list has at least one price.", Kind.UNPROCESSABLE),
    TIERS_DISORDERLY("Tiers go from the most months to the fewest, each once.", Kind.UNPROCESSABLE),
    PRODUCT_TWICE("A product stands in a list once.", Kind.UNPROCESSABLE);

    private final Because because;

    PriceListRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
