package medflip.platform.web;

/**
 * What every granted command answers.
 *
 * @param id the changed thing
 * @param version its version now, also in the ETag
 * @param position position in the log; name it in {@code Medflip-Position} of a query to read your own write
 */
public record CommandAnswer(String id, long version, long position) {}
