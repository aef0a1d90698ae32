package medflip.platform.files;

import static medflip.platform.command.Rejection.require;

/** What holds for every picture: how large it may be, so that showing it can't exhaust who looks at it. */
final class Picture {

    private static final long SIDE_MAX = 20_000;
    private static final long DOTS_MAX = 100_000_000;

    private Picture() {}

    /** @param width and height in dots; 0 where the picture doesn't say, which none does that is whole */
    static void requireShowable(long width, long height) {
        require(width > 0 && height > 0, FileRejection.DAMAGED);
        require(width <= SIDE_MAX && height <= SIDE_MAX && width * height <= DOTS_MAX, FileRejection.PICTURE_TOO_LARGE);
    }
}
