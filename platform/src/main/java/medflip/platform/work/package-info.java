/** Work that is looked for rather than handed over, so that a crash or a second node changes nothing. */
@NullMarked
package medflip.platform.work;

import org.jspecify.annotations.NullMarked;
