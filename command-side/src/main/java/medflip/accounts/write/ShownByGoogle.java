package medflip.accounts.write;

import java.io.Serializable;
import java.time.Instant;

/**
 * What Google said of who uses a browser, as its session keeps it: keyed hashes alone, since a session's row holds no
 * name and no address.
 *
 * @param identity of Google's own name for the account, which never changes
 * @param email of the address, as {@link SignInStore} knows it
 */
record ShownByGoogle(byte[] identity, byte[] email, Instant at) implements Serializable {}
