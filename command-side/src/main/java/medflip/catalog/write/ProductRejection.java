package medflip.catalog.write;

import medflip.platform.command.Rejection;

/** Why a product refuses. */
enum ProductRejection implements Rejection {
    NAME_TAKEN("There is a product of this name already. It may be retired.", Kind.CONFLICT),
    RETIRED("This product is retired. Restore it first.", Kind.CONFLICT),
    NOT_RETIRED("This product isn't retired.", Kind.CONFLICT);

    private final Because because;

    ProductRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }
}
