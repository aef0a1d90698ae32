package medflip.platform.command;

import medflip.kernel.AggregateId;

/** A wish that an aggregate grants or refuses. */
public interface Command {

    /** The aggregate that decides. */
    AggregateId aggregateId();
}
