package medflip.customers.write;

import medflip.kernel.PersonName;
import medflip.platform.command.Rejection;

/** A number belongs to one person: says to whom. */
record PhoneTaken(PersonName holder) implements Rejection {

    @Override
    public String name() {
        return CustomerRejection.PHONE_TAKEN.name();
    }

    @Override
    public Because because() {
        return new Because("In your books this is the phone number of " + holder.value() + ".", Kind.CONFLICT);
    }
}
