/** Reports are put on record here; what they say is asked where they are read. */
@NullMarked
package medflip.reports.write;

import org.jspecify.annotations.NullMarked;
