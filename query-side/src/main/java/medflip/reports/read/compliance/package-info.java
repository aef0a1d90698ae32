/** What was bought from whom, with which statement of theirs. It has no tables of its own: it asks those of deals. */
@NullMarked
package medflip.reports.read.compliance;

import org.jspecify.annotations.NullMarked;
