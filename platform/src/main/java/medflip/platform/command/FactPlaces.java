package medflip.platform.command;

import java.util.Optional;
import medflip.kernel.TenantId;

/** Finds a fact by its position in the log. */
@FunctionalInterface
public interface FactPlaces {

    /**
     * Where a fact stands.
     *
     * @param stream the whole identifier of its thing
     * @param version of the thing with it
     */
    record FactPlace(String stream, long version) {}

    /** Empty if the tenant has no fact there. */
    Optional<FactPlace> place(TenantId tenant, long position);
}
