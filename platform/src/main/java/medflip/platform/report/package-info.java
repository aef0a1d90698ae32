/**
 * Reports, all of one shape: a title, columns, rows, their sums and how they are drawn. A domain describes a report as
 * a {@link medflip.platform.report.ReportDefinition} bean, and it is in the API, on the screen and a CSV file.
 */
@NullMarked
package medflip.platform.report;

import org.jspecify.annotations.NullMarked;
