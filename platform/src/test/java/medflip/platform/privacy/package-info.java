/** The tests of the keyring, and the one that other tests use. */
@NullMarked
package medflip.platform.privacy;

import org.jspecify.annotations.NullMarked;
