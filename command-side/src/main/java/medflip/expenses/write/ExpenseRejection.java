package medflip.expenses.write;

import medflip.platform.command.Rejection;

/** Why an expense or a trip refuses. */
enum ExpenseRejection implements Rejection {
    AMOUNT_NOT_POSITIVE("An expense is more than nothing.", Kind.UNPROCESSABLE),
    MILES_NOT_POSITIVE("A trip has at least a tenth of a mile, and at most 5,000 miles.", Kind.UNPROCESSABLE),
    RATE_UNKNOWN("No standard rate is known for that day. Say what a mile counts.", Kind.UNPROCESSABLE),
    UNKNOWN_DEAL("There is no such deal to book this on.", Kind.NOT_FOUND),
    UNKNOWN_SALE("There is no such sale to book this on.", Kind.NOT_FOUND),
    VOIDED("This was voided. Restore it first.", Kind.CONFLICT),
    NOT_VOIDED("This wasn't voided.", Kind.CONFLICT);

    private final Because because;

    ExpenseRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
