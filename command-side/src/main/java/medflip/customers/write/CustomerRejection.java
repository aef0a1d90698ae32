package medflip.customers.write;

import medflip.platform.command.Rejection;

/** Why a customer refuses. */
enum CustomerRejection implements Rejection {
    ARCHIVED("This person was archived. Bring them back first.", Kind.CONFLICT),
    NOT_ARCHIVED("This person isn't archived.", Kind.CONFLICT),
    PHONE_TAKEN("Somebody else in your books has this phone number.", Kind.CONFLICT),
    NO_SUCH_TAG("There is no such tag (any more).", Kind.UNPROCESSABLE),
    NO_SUCH_FIELD("Your cards have no such field (any more).", Kind.UNPROCESSABLE),
    NOT_RULED_OUT("This person may be bought from already.", Kind.CONFLICT),
    NOT_RESTRICTED("What is held of this person may be used already.", Kind.CONFLICT),
    HANDLE_IS_THERE("This payout address is on the card already.", Kind.CONFLICT),
    NO_SUCH_HANDLE("There is no such payout address on the card.", Kind.CONFLICT),
    NOTE_IS_THERE("This note is there already.", Kind.CONFLICT),
    NO_SUCH_NOTE("There is no such note (any more).", Kind.CONFLICT),
    TASK_IS_THERE("This task is there already.", Kind.CONFLICT),
    NO_SUCH_TASK("This task can't be changed like that: it is done, dropped, or not there.", Kind.CONFLICT),
    TOO_MANY_FILES("A person has 200 files at most.", Kind.CONFLICT),
    NO_SUCH_FILE("There is no such file on the card.", Kind.CONFLICT),
    MERGED_WITH_THEMSELVES("A person can't be merged with themselves.", Kind.UNPROCESSABLE),
    MERGED_ALREADY("One of the two was merged into somebody already.", Kind.CONFLICT),
    HAS_OTHERS("Others were merged into this person. Keep this one, and merge the other into them.", Kind.CONFLICT),
    NOT_MERGED("These two aren't merged.", Kind.CONFLICT);

    private final Because because;

    CustomerRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
