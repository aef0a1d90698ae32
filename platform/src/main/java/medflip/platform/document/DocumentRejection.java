package medflip.platform.document;

import medflip.platform.command.Rejection;

/** Why a paper can't be made. */
public enum DocumentRejection implements Rejection {
    NOT_YET("This paper can be made once what it says is settled.", Kind.CONFLICT);

    private final Because because;

    DocumentRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }

    @Override
    public String domain() {
        return "documents";
    }
}
