/**
 * What is kept for a limited time only: one rule for each kind of it, one sweep over all rules, a guard against wrong
 * clocks, and the evidence that the sweep ran.
 */
@NullMarked
package medflip.platform.retention;

import org.jspecify.annotations.NullMarked;
