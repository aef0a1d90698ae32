package medflip.platform.inbox;

/** Turns deliveries of one provider into commands. It may see one twice: the commands change nothing then. */
public interface DeliveryReader {

    String provider();

    /**
     * @throws medflip.platform.command.CommandRejected if it is refused for good, or names what isn't there
     * @throws IllegalArgumentException if it makes no sense
     */
    void read(Delivery delivery);
}
