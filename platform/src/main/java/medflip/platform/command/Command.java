package medflip.platform.command;

import medflip.kernel.AggregateId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish that an aggregate grants or refuses. */
public interface Command {

    /** The aggregate that decides. */
    @TargetAggregateIdentifier
    AggregateId aggregateId();
}
