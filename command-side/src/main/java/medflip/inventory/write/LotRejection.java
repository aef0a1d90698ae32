package medflip.inventory.write;

import medflip.platform.command.Rejection;

/** Why a lot refuses. */
enum LotRejection implements Rejection {
    NOT_ENOUGH_BOXES("There are fewer boxes on the shelf than that.", Kind.CONFLICT),
    EXPIRED("These boxes had expired by then; expired boxes are never sold.", Kind.CONFLICT),
    PROCEEDS_NEGATIVE("A sale brings nothing or more, never less than nothing.", Kind.UNPROCESSABLE),
    QUANTITY_NOT_POSITIVE("A sale has at least one box.", Kind.UNPROCESSABLE);

    private final Because because;

    LotRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
