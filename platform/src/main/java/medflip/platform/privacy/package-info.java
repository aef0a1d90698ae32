/**
 * A key for each person: the keyring, what is encrypted under it, how a person is forgotten, and look-ups without a
 * name.
 */
@NullMarked
package medflip.platform.privacy;

import org.jspecify.annotations.NullMarked;
