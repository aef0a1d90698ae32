package medflip.platform.privacy;

import java.util.Set;
import medflip.kernel.DataSubject;
import medflip.kernel.PhoneNumber;

/** By which phone numbers somebody was ever reached: told by whoever keeps the cards, asked by whoever writes texts. */
public interface NumbersOf {

    /** Those that are theirs now, and those that were and that are nobody else's now. */
    Set<PhoneNumber> numbersOf(DataSubject somebody);
}
