package medflip.customers.write;

import medflip.platform.command.Rejection;

/** Why a customer refuses. */
enum CustomerRejection implements Rejection {
    ARCHIVED("This person was archived. Bring them back first.", Kind.CONFLICT),
    NOT_ARCHIVED("This person isn't archived.", Kind.CONFLICT);

    private final String message;
    private final Kind kind;

    CustomerRejection(String message, Kind kind) {
        this.message = message;
        this.kind = kind;
    }

    @Override
    public String message() {
        return message;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String domain() {
        return "customers";
    }
}
