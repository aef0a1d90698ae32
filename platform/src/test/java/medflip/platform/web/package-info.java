/** HTTP, specified. */
@NullMarked
package medflip.platform.web;

import org.jspecify.annotations.NullMarked;
