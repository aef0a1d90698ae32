package medflip.inventory.write;

import medflip.platform.command.Rejection;

/** Why a lot refuses. */
enum LotRejection implements Rejection {
    NOT_ENOUGH_BOXES("There are fewer free boxes on the shelf than that.", Kind.CONFLICT),
    SET_ASIDE("Boxes of this lot are set aside for a sale. Take them out of it first.", Kind.CONFLICT),
    NOT_SET_ASIDE("So many boxes of this lot aren't set aside for this sale.", Kind.CONFLICT),
    EXPIRES_TOO_SOON("On the day they ship, these boxes don't last as long as the buyer demands.", Kind.CONFLICT),
    EXPIRED("These boxes had expired by then; expired boxes are never sold.", Kind.CONFLICT),
    ON_HOLD("This lot is on hold. Release it first.", Kind.CONFLICT),
    ALREADY_ON_HOLD("This lot is on hold already.", Kind.CONFLICT),
    NOT_ON_HOLD("This lot isn't on hold.", Kind.CONFLICT),
    BEFORE_STOCKED("On that day these boxes weren't on the shelf yet.", Kind.UNPROCESSABLE),
    NOT_AS_IT_CAME("Something else happened to these boxes since they came in.", Kind.CONFLICT),
    NOTHING_CHANGES("It is so already.", Kind.UNPROCESSABLE),
    WHOLE_LOT("A part is less than the whole lot.", Kind.UNPROCESSABLE),
    NO_PART("This lot wasn't split off another one.", Kind.CONFLICT),
    ALREADY_REJOINED("This part went back to its lot already.", Kind.CONFLICT),
    COUNT_NEGATIVE("A count is nothing or more.", Kind.UNPROCESSABLE),
    COUNT_REASON_MISSING("The count differs from the books: say why.", Kind.UNPROCESSABLE),
    NO_SUCH_WRITE_OFF("This write-off isn't in the books, or was undone already.", Kind.CONFLICT),
    PROCEEDS_NEGATIVE("A sale brings nothing or more, never less than nothing.", Kind.UNPROCESSABLE),
    QUANTITY_NOT_POSITIVE("It takes at least one box.", Kind.UNPROCESSABLE);

    private final Because because;

    LotRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
