package medflip.platform.files;

import medflip.platform.command.Rejection;

/** Why a file isn't taken. */
public enum FileRejection implements Rejection {
    TYPE_UNKNOWN("Photos (JPEG, PNG, WebP, HEIC) and PDFs can be attached. This file is neither.", Kind.UNPROCESSABLE),
    TOO_LARGE("A file has at most 10 MB.", Kind.UNPROCESSABLE),
    PICTURE_TOO_LARGE("A picture has at most 100 megapixels.", Kind.UNPROCESSABLE),
    DAMAGED("This file is damaged or cut short. Take it again, or save it anew.", Kind.UNPROCESSABLE),
    OF_SOMEBODY_ELSE("This file was uploaded for somebody else.", Kind.CONFLICT);

    private final Because because;

    FileRejection(String message, Kind kind) {
        this.because = new Because(message, kind);
    }

    @Override
    public Because because() {
        return because;
    }

    @Override
    public String domain() {
        return "files";
    }
}
