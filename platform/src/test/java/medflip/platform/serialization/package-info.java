/** The tests of the stored form of events, golden files and generated documents included. */
@NullMarked
package medflip.platform.serialization;

import org.jspecify.annotations.NullMarked;
