package medflip.customers.write;

import medflip.platform.command.Rejection;

/** Why a customer refuses. */
enum CustomerRejection implements Rejection {
    ARCHIVED("This person was archived. Bring them back first.", Kind.CONFLICT),
    NOT_ARCHIVED("This person isn't archived.", Kind.CONFLICT);

    private final Because because;

    CustomerRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
