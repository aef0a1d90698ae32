/** Reports that were filed: what they said then, and what has become different since. */
@NullMarked
package medflip.reports.read.filed;

import org.jspecify.annotations.NullMarked;
