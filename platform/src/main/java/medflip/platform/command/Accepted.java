package medflip.platform.command;

/**
 * What a granted command answers.
 *
 * @param aggregateId whole identifier of the aggregate
 * @param version the aggregate's version after the command, from 0
 * @param position global position of the command's last event: a view that has passed it shows the change; 0 where the
 *     command changed nothing
 * @param repeated whether this is the answer to an earlier command with the same Idempotency-Key
 */
public record Accepted(String aggregateId, long version, long position, boolean repeated) {

    /** The id as the API says it. */
    public String id() {
        return aggregateId.substring(aggregateId.lastIndexOf('/') + 1);
    }
}
