/**
 * What the project keeps to, as checks: {@link medflip.architecture.Rule} about the code,
 * {@link medflip.architecture.TidyTest} about its files.
 */
@NullMarked
package medflip.architecture;

import org.jspecify.annotations.NullMarked;
