/** What is put on record of reports: the figures themselves follow from the other domains' facts. */
@NullMarked
package medflip.reports.events;

import org.jspecify.annotations.NullMarked;
