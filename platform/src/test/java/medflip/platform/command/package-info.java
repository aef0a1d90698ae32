<<<<<<< HEAD
/** The kit for specifications of aggregates. */
=======
/** The way in, tested. */
>>>>>>> store
@NullMarked
package medflip.platform.command;

import org.jspecify.annotations.NullMarked;
