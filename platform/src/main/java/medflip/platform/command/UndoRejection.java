package medflip.platform.command;

/** Why something can't be undone. */
public enum UndoRejection implements Rejection {
    UNDONE_ALREADY("This was undone already.", Kind.CONFLICT),
    CHANGED_SINCE("It was changed again since. Undo that first, or set it right as it is now.", Kind.CONFLICT),
    A_BEGINNING("This began it. Put the whole thing aside, or cancel it, instead.", Kind.CONFLICT),
    CORRECT_INSTEAD("This isn't undone but set right: change it to what it should be.", Kind.CONFLICT),
    NO_WAY_BACK(
            "Boxes, money or words have gone out with this step. Record what happened then instead.", Kind.CONFLICT);

    private final Because because;

    UndoRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }

    @Override
    public String domain() {
        return "undo";
    }
}
