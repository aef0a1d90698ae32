package medflip.catalog.write;

import medflip.platform.command.Rejection;

/** Why a buyer refuses. */
enum BuyerRejection implements Rejection {
    BUYER_RETIRED("This buyer is retired. Restore it first.", Kind.CONFLICT),
    BUYER_NOT_RETIRED("This buyer isn't retired.", Kind.CONFLICT);

    private final Because because;

    BuyerRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
