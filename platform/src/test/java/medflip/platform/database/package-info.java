/** The test kit's database, and the tests of the real one. */
@NullMarked
package medflip.platform.database;

import org.jspecify.annotations.NullMarked;
