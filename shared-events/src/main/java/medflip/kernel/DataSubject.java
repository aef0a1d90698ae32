package medflip.kernel;

/** An id whose bearer has an encryption key of its own: a customer, a user, or a business as a whole. */
public interface DataSubject extends AggregateId {}
