/** How people write things, case by case. */
@NullMarked
package medflip.platform.text;

import org.jspecify.annotations.NullMarked;
